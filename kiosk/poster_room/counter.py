"""Hands a sheet over: to the browser, onto a stick, to a printer. All of it blocks."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from kiosk.place import Place
from kiosk.poster_room.press import Made, Press
from kiosk.poster_room.requests import Errand
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
        self._say = place.language.say
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
            return self._say("Saved as {file}: you can pull the USB stick out now.", file=name)
        self._deliver(BytesIO(made.pdf), save_filename=name, mime_type="application/pdf")
        return self._say("Look for {file} in the downloads of your browser.", file=name)

    def _show(self, made: Made) -> str:
        picture = BytesIO(self._press.png(made))
        self._deliver(picture, save_filename=f"{made.name}.png", mime_type="image/png", open_method="browser")
        return self._say("This is how the first page looks.")

    def _print(self, made: Made, printer: str) -> str:
        job = self._press.print(made, printer)
        name = printable(job.printer)
        if job.paused:
            return self._say("Sent to {printer}, which is paused: it prints once it is started again.", printer=name)
        return self._say("Sent to {printer}.", printer=name)
