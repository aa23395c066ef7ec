"""Files on their way from a kiosk to its browser: each at an address that nobody can guess, and that works once."""

import re
import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

_KINDS = {"pdf": ("application/pdf", "attachment"), "png": ("image/png", "inline")}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,150}\.(pdf|png)")
_PLACE = re.compile(r"([01]\.\d{4}(,[01]\.\d{4}){3})?")
_MOST_A_TAB = 4
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Handout:
    """A file for whoever sits in front of a kiosk.

    Attributes:
        name: For the file, such as ``team-pharmacy.pdf``.
        content: All of it.
        place: Where a picture is laid over the screen: left, top, width and height as shares of it; empty if it stands
            by itself.
    """

    name: str
    content: bytes
    place: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it is of a kind that we hand out, with a name that means nothing to any system."""
        is_ours = _NAME.fullmatch(self.name) is not None and _PLACE.fullmatch(self.place) is not None
        return is_ours and len(self.content) <= _LARGEST

    @property
    def headers(self) -> Mapping[str, str]:
        """What the browser is told: keep a PDF, show a picture, and remember neither."""
        kind, what_to_do = _KINDS[self.name.rpartition(".")[2]]
        return {
            "Content-Type": kind,
            "Content-Disposition": f'{what_to_do}; filename="{self.name}"',
            "Cache-Control": "no-store",
        }


class Handouts:
    """What lies ready to be fetched."""

    def __init__(self) -> None:
        self._ready: dict[str, tuple[Hashable, Handout]] = {}

    def lay_out(self, tab: Hashable, handout: Handout) -> str:
        """Lay a file ready for a tab; of those that it has not fetched, the oldest makes room.

        Returns:
            The end of its address; ``nothing`` if there is nothing to fetch.
        """
        if not handout.content:
            return "nothing"
        waiting = [key for key, (whose, _) in self._ready.items() if whose is tab]
        for key in waiting[: max(0, len(waiting) - _MOST_A_TAB + 1)]:
            del self._ready[key]
        key = secrets.token_urlsafe(24)
        self._ready[key] = tab, handout
        return f"{key}/{handout.name}" + (f"#{handout.place}" if handout.place else "")

    def take(self, key: str) -> Handout | None:
        """The file with this key, which is forgotten; None if there is none, or no longer."""
        _, handout = self._ready.pop(key, (None, None))
        return handout

    def forget(self, tab: Hashable) -> None:
        """Forget what a tab has not fetched; it was closed."""
        self._ready = {key: found for key, found in self._ready.items() if found[0] is not tab}
