"""The signs that a terminal can show: every one, those of the Linux console's fonts, or ASCII alone."""

from collections.abc import Mapping
from dataclasses import dataclass

_CONSOLES = ("linux", "fbterm", "con")
_OLD_TERMINALS = ("vt1", "vt2", "vt3", "ansi", "dumb", "unknown", "wyse", "adm", "cygwin")


@dataclass(frozen=True, slots=True)
class Signs:
    """One character, or a few, for each thing that is drawn.

    Attributes:
        css_class: What a screen is given so that its borders use the same characters; empty for those of the style
            sheets.
        has_blocks: Whether half blocks can be shown, of which block letters are made.
        done: A question that lies behind, or a point of a rating.
        here: The question that is asked.
        ahead: A question to come, or a point that a rating lacks.
        none: No rating.
        arrow: From before to after.
        more: What was cut.
    """

    css_class: str
    has_blocks: bool
    done: str
    here: str
    ahead: str
    none: str
    arrow: str
    more: str


FULL = Signs("", has_blocks=True, done="●", here="◉", ahead="○", none="·", arrow="→", more="…")
#: What code page 437 and Debian's console fonts have in common.
CONSOLE = Signs("-console", has_blocks=True, done="█", here="▒", ahead="░", none="·", arrow="->", more="...")
ASCII = Signs("-ascii", has_blocks=False, done="#", here=">", ahead=".", none="-", arrow="->", more="...")


def signs_for(environment: Mapping[str, str], encoding: str) -> Signs:
    """The signs for a terminal.

    Args:
        environment: Environment variables; `TERM` names the terminal.
        encoding: How characters become bytes there, such as ``utf-8``.
    """
    terminal = environment.get("TERM", "").lower()
    if not encoding.lower().replace("-", "").startswith("utf") or terminal.startswith(_OLD_TERMINALS):
        return ASCII
    return CONSOLE if terminal.split("-")[0] in _CONSOLES else FULL
