"""What a terminal can show: which signs, and whether more than sixteen colours."""

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
_MANY_COLORS: Final = ("truecolor", "24bit")


def substitutes(environment: Mapping[str, str]) -> Substitutes:
    """What to paint instead of some signs, one for one, for `str.translate`.

    The Linux console's fonts lack circles and thin blocks, old terminals nearly everything.

    Args:
        environment: Environment variables; ``TERM`` names the terminal.
    """
    if _is_old(environment):
        return ASCII
    return CONSOLE if _is_console(environment) else _NONE


def has_few_colors(environment: Mapping[str, str]) -> bool:
    """Whether shades of a colour cannot be told apart there, or nobody wants them (``NO_COLOR``)."""
    if environment.get("NO_COLOR"):
        return True
    is_plain = _is_old(environment) or _is_console(environment)
    return is_plain and environment.get("COLORTERM", "").lower() not in _MANY_COLORS


def _is_old(environment: Mapping[str, str]) -> bool:
    return _name(environment).startswith(_OLD_TERMINALS)


def _is_console(environment: Mapping[str, str]) -> bool:
    return _name(environment).split("-")[0] in _CONSOLES


def _name(environment: Mapping[str, str]) -> str:
    return environment.get("TERM", "").lower()
