"""Hands a sheet over: to the browser, onto a stick, to a printer. All of it blocks."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from kiosk.place import Place
from kiosk.poster_room.press import Made, Press
from kiosk.poster_room.requests import Errand
from kiosk.poster_room.words import PAPERS
from store.errors import NoPaperError
from store.plain_text import printable


class Counter:
    """Does errands, and says where the sheet is now.

    Args:
        press: Prints.
        place: Where somebody waits.
        deliver: Gives a file to the browser, as Textual's apps do.
    """

    def __init__(self, press: Press, place: Place, deliver: Callable[..., Any]) -> None:
        self._press = press
        self._sticks = place.sticks
        self.say = place.language.say
        self._deliver = deliver

    def take(self, made: Made, errand: Errand) -> str:
        """Do an errand.

        Returns:
            What became of it, as a sentence.

        Raises:
            SevenWaysError: Nothing has been handed over.
        """
        if errand.looks:
            return self._show(made)
        if errand.printer:
            return self._print(made, errand.printer)
        name = f"{made.name}.pdf"
        if errand.stick and self._sticks:
            self._sticks.save(errand.stick, name, made.pdf)
            return self.say("Saved as {file}: you can pull the USB stick out now.", file=name)
        self._deliver(BytesIO(made.pdf), save_filename=name, mime_type="application/pdf")
        return self.say("Look for {file} in the downloads of your browser.", file=name)

    def _other_paper(self, printer: str, papers: list[str]) -> str:
        """What to choose where a printer has not the paper that was chosen."""
        if not papers:
            return self.say("{printer} has no paper for this sheet; choose another printer.", printer=printer)
        names = ", ".join(self.say(PAPERS[paper]) for paper in papers)
        return self.say(
            "{printer} does not have this paper; choose one of these: {papers}.", printer=printer, papers=names
        )

    def _show(self, made: Made) -> str:
        picture = BytesIO(self._press.png(made))
        self._deliver(picture, save_filename=f"{made.name}.png", mime_type="image/png", open_method="browser")
        return self.say("This is how the first page looks.")

    def _print(self, made: Made, printer: str) -> str:
        name = printable(printer)
        try:
            job = self._press.print(made, printer)
        except NoPaperError as error:
            return self._other_paper(name, [paper for paper in error.papers if paper in made.wish.item.papers])
        if job.paused:
            return self.say("Sent to {printer}, which is paused: it prints once it is started again.", printer=name)
        return self.say("Sent to {printer}.", printer=name)
