"""The kiosk on a whole screen: opened, run, and after a mistake of ours run anew."""

import gc
import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.clocks import Clocks
from kiosk.crashes import write_down
from kiosk.terminal.abilities import has_few_colors
from kiosk.terminal.lock import lock_down
from store.clock import as_of
from store.errors import NoOrganisationError, SevenWaysError
from store.open import Store, open_store
from store.organisation import Organisation

if TYPE_CHECKING:
    from kiosk.app import KioskApp

_TOO_MANY, _WITHIN_SECONDS = 5, 60.0


class Opening(msgspec.Struct, frozen=True):
    """How to open a kiosk.

    Attributes:
        folder: The data folder.
        on: The day that check-ins are dated; None for today.
        locked: Whether staff alone may leave.
        home_team: Name or key of the team that stands first; None for the one that organisation.toml names.
        in_browser: Whether `kiosk serve` started it.
        posters: Whether it is the poster room instead of the check-in.
    """

    folder: Path
    on: date | None = None
    locked: bool = False
    home_team: str | None = None
    in_browser: bool = False
    posters: bool = False

    def clocks_for(self, organisation: Organisation | None) -> Clocks:
        """The clocks to go by: their day is the one that was asked for, if any.

        Raises:
            UsageError: That day has not come yet for this organisation.
        """
        clocks = Clocks(today=partial(as_of, on=self.on))
        if organisation:
            clocks.today(organisation)
        return clocks

    def home_key_in(self, organisation: Organisation | None) -> str | None:
        """Key of the team that was asked for, if any.

        Raises:
            UsageError: The organisation has no such team.
        """
        return organisation.find(self.home_team).key if organisation and self.home_team else None


class CrashedError(SevenWaysError):
    """The kiosk cannot go on: it crashed again and again."""


def run_on_screen(opening: Opening) -> None:
    """Run a kiosk until somebody leaves it.

    Raises:
        SevenWaysError: It cannot be opened, or it crashed again and again.
    """
    if opening.locked:
        lock_down(os.environ, in_browser=opening.in_browser)
    gc.disable()  # as in store/start.py; the app enables it once its first picture is painted
    make = partial(_kiosk, opening)
    kiosk = make()
    gc.freeze()  # what stays is never looked through again, which would make visitors wait
    keep_running(kiosk, make, opening.folder)


def keep_running(kiosk: "KioskApp", make: Callable[[], "KioskApp"], folder: Path) -> None:
    """Run a kiosk until it is told to end; when it crashes, note why and welcome the next person with a new one.

    Args:
        kiosk: The first.
        make: Makes another.
        folder: Where to note why.

    Raises:
        CrashedError: It crashed too often within a minute.
    """
    crashes: list[float] = []
    while True:
        kiosk.run()
        if kiosk.crash is None:
            return
        now = time.monotonic()
        crashes = [*(crash for crash in crashes if now - crash < _WITHIN_SECONDS), now]
        noted = write_down(kiosk.crash, folder)
        if kiosk.is_leaving:
            return
        if len(crashes) >= _TOO_MANY:
            raise CrashedError(f"The kiosk crashed {_TOO_MANY} times within a minute: {noted}")
        kiosk = make()


def _kiosk(opening: Opening) -> "KioskApp":
    """A kiosk that nobody has touched yet."""
    store, trouble = _opened(opening.folder, locked=opening.locked)
    organisation = store.organisation if store else None
    clocks, home_team = opening.clocks_for(organisation), opening.home_key_in(organisation)
    from kiosk.poster_room.sticks import Sticks  # noqa: PLC0415
    from kiosk.speech import find_voice  # noqa: PLC0415

    kiosk = _kind_of_app(opening)(
        opening.folder,
        store,
        trouble=trouble,
        locked=opening.locked,
        home_team=home_team,
        clocks=clocks,
        few_colors=not opening.in_browser and has_few_colors(os.environ),
        voice=None if opening.in_browser else find_voice(),  # it would speak where the server stands
        sticks=None if opening.in_browser else Sticks(),
    )
    if opening.in_browser:
        from kiosk.serving.driver import BrowserDriver  # noqa: PLC0415 - only in browsers

        kiosk.driver_class = BrowserDriver
    return kiosk


def _kind_of_app(opening: Opening) -> "type[KioskApp]":
    """The check-in or the poster room; Textual reads its settings when it is loaded, after the lock."""
    if opening.posters:
        from kiosk.poster_room.app import PosterRoomApp  # noqa: PLC0415

        return PosterRoomApp
    from kiosk.app import KioskApp  # noqa: PLC0415

    return KioskApp


def _opened(folder: Path, *, locked: bool) -> tuple[Store | None, str]:
    """The store, or why there is none: set-up and a locked kiosk can both start without."""
    try:
        return open_store(folder), ""
    except NoOrganisationError as error:
        return None, str(error)
    except SevenWaysError as error:
        if not locked:
            raise
        return None, str(error)
