"""Is anybody there? The last seconds of a visit that seems to be left alone."""

import math
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Static

from store.language import Language


class IdleWarning(ModalScreen[None], inherit_bindings=False):
    """Counts down above a visit; the app takes it away at any key or tap.

    Attributes:
        seconds: How many are left.

    Args:
        language: What the visitor speaks.
        warning: What will happen in so many seconds.
        seconds: How many are left at first.
    """

    CSS_PATH = "idle_warning.tcss"
    AUTO_FOCUS = ""

    seconds: reactive[float] = reactive(0.0)

    def __init__(self, language: Language, warning: Callable[[int], str], seconds: float) -> None:
        super().__init__()
        self._say = language.say
        self._warning = warning
        self.set_reactive(IdleWarning.seconds, seconds)

    def compose(self) -> ComposeResult:
        """One sentence in the middle."""
        yield Static(self._words(), id="idle-warning")

    def watch_seconds(self) -> None:
        """Count."""
        for static in self.query("#idle-warning").results(Static):
            static.update(self._words())

    def _words(self) -> Content:
        say, left = self._say, self._warning(max(1, math.ceil(self.seconds)))
        return Content.assemble(
            (say("Are you still there?"), "bold"), "\n\n", left, "\n\n", (say("Any key to continue"), "bold $accent")
        )
