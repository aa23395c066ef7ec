"""What the screens of the poster room ask for."""

from typing import TYPE_CHECKING

import msgspec

from kiosk.requests import Request

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.poster_room.press import Press
    from kiosk.poster_room.wish import Wish


class SayNoPin(Request, frozen=True):
    """Say that nobody gets in before there is a PIN."""


class Errand(msgspec.Struct, frozen=True):
    """Where a sheet is to be taken: to one of these places, or into the browser's downloads.

    Attributes:
        printer: To this printer.
        stick: Onto this stick.
        looks: In front of somebody's eyes, as a picture.
    """

    printer: str | None = None
    stick: "Path | None" = None
    looks: bool = False


class MakeSheet(Request, frozen=True):
    """Show a sheet, as it will be printed.

    Attributes:
        press: Makes it.
        wish: What is wished for; None for what most people want.
        errand: What to do with it at once.
    """

    press: "Press"
    wish: "Wish | None" = None
    errand: Errand | None = None


class Option(msgspec.Struct, frozen=True):
    """One of some things to choose from.

    Attributes:
        name: What people call it.
        request: What choosing it asks for.
    """

    name: str
    request: Request


class ChooseOption(Request, frozen=True):
    """Offer some things to choose from.

    Attributes:
        title: What they are.
        options: At least one.
        back: What comes if none is chosen.
    """

    title: str
    options: tuple[Option, ...]
    back: Request
