"""Makes what somebody wished for: the PDF, its picture, its file's name; and prints it. All of it blocks."""

from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from kiosk.poster_room.wish import Wish
from posters.shelf import Order
from store.errors import RefusedError
from store.open import Store
from store.organisation import Organisation

if TYPE_CHECKING:
    from posters.drawing.paper import Paper
    from posters.output.preview import Picture
    from posters.output.printing import Job
    from posters.sheets.look import Look

_PICTURE_PIXELS = 300
_PNG_DPI = 110
_SMALL_PNG_DPI = 60


class Made(msgspec.Struct, frozen=True):
    """A sheet, ready to be taken away.

    Attributes:
        wish: What was wished for.
        pdf: As it goes to the printer.
        drawn: As it was drawn: the same, unless it is parted over several papers.
        pages: How many pages go to the printer.
        picture: The first page as it was drawn.
        notes: What whoever prints it should know, as sentences.
        name: For its file, without the ending.
    """

    wish: Wish
    pdf: bytes
    drawn: bytes
    pages: int
    picture: "Picture"
    notes: tuple[str, ...]
    name: str

    @property
    def is_parted(self) -> bool:
        """Whether it goes on smaller paper than it was drawn for."""
        return self.pdf is not self.drawn


class Press:
    """Makes one sheet at a time: what draws the pictures is not made for threads.

    Attributes:
        trouble: What is wrong with the settings, as a sentence; empty if nothing is.
        last: What was made last.
        printers: The names of all printers, the usual one first; None as long as nobody has looked.

    Args:
        store: Where the scores are.
        today: The day as of which sheets speak.
        trouble: See above.
    """

    def __init__(self, store: Store, today: Callable[[Organisation], date], trouble: str = "") -> None:
        self.trouble = trouble
        self._store = store
        self._today = today
        self._lock = Lock()
        self.last: Made | None = None
        self.printers: tuple[str, ...] | None = None

    @property
    def organisation(self) -> Organisation:
        """Whose sheets these are."""
        return self._store.organisation

    def made(self, wish: Wish) -> Made | None:
        """What was made last, if this was wished for."""
        return self.last if self.last and self.last.wish == wish else None

    def make(self, wish: Wish) -> Made:
        """A sheet and its picture.

        Raises:
            SevenWaysError: The scores cannot be read, or a name does not fit the sheet.
        """
        from posters.output import preview  # noqa: PLC0415 - nothing is drawn before somebody asks for it
        from posters.output.setup import PLAIN, Setup  # noqa: PLC0415
        from posters.render import pdf_of  # noqa: PLC0415

        with self._lock:
            if made := self.made(wish):
                return made
            on = self._today(self.organisation)
            look = self._look(wish)
            sheet = wish.item.make(self._store, Order(on, look, wish.team, wish.behavior, wish.for_review))
            drawn = pdf_of(sheet, PLAIN)
            is_whole = all(side.paper.name == wish.paper for side in sheet.sides)
            pdf = drawn if is_whole else pdf_of(sheet, Setup(_paper(wish)))
            self.last = Made(
                wish,
                pdf,
                drawn,
                preview.page_count(pdf),
                preview.thumbnail(drawn, _PICTURE_PIXELS),
                (*sheet.notes, *look.theme.notes),
                _name(wish, on),
            )
            return self.last

    def png(self, made: Made, *, small: bool = False) -> bytes:
        """The first page as a picture that can be read on a screen, or a small one of it."""
        from posters.output import preview  # noqa: PLC0415

        with self._lock:
            return next(preview.pages(made.drawn, _SMALL_PNG_DPI if small else _PNG_DPI))

    def look_for_printers(self) -> None:
        """Ask once which printers there are: none where this machine has no printing system."""
        from posters.output.printing import printers  # noqa: PLC0415

        if self.printers is None:
            try:
                found = printers()
            except RefusedError:
                found = ()
            self.printers = tuple(printer.name for printer in sorted(found, key=lambda one: not one.is_default))

    def print(self, made: Made, printer: str) -> "Job":
        """Send a sheet to a printer.

        Raises:
            SevenWaysError: It is gone, takes no jobs, or lacks the paper; no job was made.
        """
        from posters.output.printing import print_pdf  # noqa: PLC0415

        return print_pdf(made.pdf, printer, 1, made.wish.paper)

    def _look(self, wish: Wish) -> "Look":
        from posters.sheets.look import look_of  # noqa: PLC0415

        return look_of(self.organisation.brand, wish.language, _paper(wish), saves_toner=wish.in_ink)


def _paper(wish: Wish) -> "Paper":
    from posters.drawing.paper import PAPERS  # noqa: PLC0415

    return PAPERS[wish.paper]


def _name(wish: Wish, on: date) -> str:
    """A file's name of plain letters, such as ``team-north-ward-2026-10-14``."""
    about = [wish.team, wish.behavior and wish.behavior.replace("_", "-"), "review" if wish.for_review else None]
    return "-".join([wish.sheet, *(part for part in about if part), on.isoformat()])
