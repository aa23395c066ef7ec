"""What can be chosen about an appliance, checked once."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from store.errors import UsageError

#: Where the README has the program installed.
PROGRAM = PurePosixPath("/opt/sevenways/bin/kiosk")
#: Height of letters, in pixels: 80 x 24 still fits a screen of 1024 x 600, the smallest that touch screens have.
LETTERS = 20

_PLAIN_PATH = re.compile(r"(/[\w.+-]+)+", re.ASCII)
#: Folders that the unit does not see.
_HIDDEN = frozenset(
    PurePosixPath("/", *names) for names in (("home",), ("root",), ("run", "user"), ("tmp",), ("var", "tmp"))
)


@dataclass(frozen=True, slots=True)
class Settings:
    """One choice for each question that an installation asks.

    Attributes:
        console: The bare text console instead of a graphical terminal: keypad only, fewer languages.
        speech: Whether it can read itself out.
        program: The installed program `kiosk`.
        letters: Height of the graphical terminal's letters, in pixels.

    Raises:
        UsageError: The program's path cannot stand in a unit, or the kiosk could not see it there.
    """

    console: bool = False
    speech: bool = False
    program: PurePosixPath = PROGRAM
    letters: int = LETTERS

    def __post_init__(self) -> None:
        path = str(self.program)
        if not _PLAIN_PATH.fullmatch(path) or ".." in self.program.parts:
            message = f'--program "{path}" is no full path of plain letters; install to {PROGRAM.parents[1]}.'
            raise UsageError(message)
        if _HIDDEN.intersection(self.program.parents):
            message = f"The kiosk's account sees nothing of {path}; install to {PROGRAM.parents[1]} instead."
            raise UsageError(message)
