"""What stands for signs that a terminal cannot show: the Linux console's fonts lack many, old terminals nearly all."""

from collections.abc import Mapping
from typing import Final

Substitutes = dict[int, str]

_CONSOLES: Final = ("linux", "fbterm", "con")
_OLD_TERMINALS: Final = ("vt1", "vt2", "vt3", "ansi", "dumb", "unknown", "wyse", "adm", "cygwin")

#: Code page 437 and Debian's console fonts have whole and half blocks, but neither thin ones nor circles.
CONSOLE: Final[Substitutes] = str.maketrans(
    {
        "●": "■",
        "◉": "█",
        "○": "·",
        "→": ">",
        "…": "»",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "▔": "▀",
        "▁": "▄",
        "▊": "█",
        "▎": "│",
        "▏": "│",
        "–": "-",
        "—": "-",
        "▗": "▄",
        "▖": "▄",
        "▝": "▀",
        "▘": "▀",
        "▛": "█",
        "▜": "█",
        "▙": "█",
        "▟": "█",
    }
)
ASCII: Final[Substitutes] = CONSOLE | str.maketrans(
    {
        "●": "#",
        "◉": ">",
        "○": ".",
        "·": "-",
        "…": "~",
        "█": "#",
        "▀": "'",
        "▄": ".",
        "░": ":",
        "▌": "|",
        "▐": "|",
        "▔": "-",
        "▁": "_",
        "▊": "|",
        "▎": "|",
        "▏": "|",
        "▗": ".",
        "▖": ".",
        "▝": "'",
        "▘": "'",
        "▛": "#",
        "▜": "#",
        "▙": "#",
        "▟": "#",
    }
)
_NONE: Final[Substitutes] = {}


def substitutes(environment: Mapping[str, str]) -> Substitutes:
    """What to paint instead of some signs, one for one, for `str.translate`.

    Args:
        environment: Environment variables; ``TERM`` names the terminal.
    """
    terminal = environment.get("TERM", "").lower()
    if terminal.startswith(_OLD_TERMINALS):
        return ASCII
    return CONSOLE if terminal.split("-")[0] in _CONSOLES else _NONE
