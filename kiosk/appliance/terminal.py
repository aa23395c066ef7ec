"""The graphical terminal: cage shows foot and nothing else, and foot shows the kiosk and nothing else."""

from pathlib import PurePosixPath

from kiosk.appliance.parts import CONFIGURATION, Item, TextFile

#: What cage runs.
CAGE, FOOT = PurePosixPath("/usr/bin/cage"), PurePosixPath("/usr/bin/foot")
FOOT_FILE = CONFIGURATION / "foot.ini"

# What foot 1.21 binds unless told otherwise, by section; the rest is unbound as it comes. The modifier that takes the
# mouse from the program (Shift) stays: without one, foot keeps every click and touch to itself.
_KEYS = """\
scrollback-up-page scrollback-down-page clipboard-copy clipboard-paste primary-paste search-start font-increase
font-decrease font-reset spawn-terminal show-urls-launch prompt-prev prompt-next unicode-input"""
_MOUSE = """\
scrollback-up-mouse scrollback-down-mouse font-increase font-decrease primary-paste select-begin select-begin-block
select-extend select-extend-character-wise select-word select-word-whitespace select-quote select-row"""


def terminal_files(letters: int) -> tuple[Item, ...]:
    """The terminal's settings: large letters, and none of its own keys.

    Args:
        letters: Their height, in pixels.
    """
    return (TextFile(FOOT_FILE, "The terminal that fills the screen.", _foot(letters)),)


def _foot(letters: int) -> str:
    return f"""\
# DejaVu Sans Mono has every letter of all eight languages. Pixels, not points: what a screen says about its own size
# is often wrong.
font=DejaVu Sans Mono:pixelsize={letters}
dpi-aware=no
# Tells programs that 24-bit colour works.
term=xterm-256color
# No frame around the picture, no bell, no scrolling back to what somebody saw before.
pad=0x0
locked-title=yes

[colors]
# What letters leave over at the screen's edge.
background=000000

[bell]
urgent=no
notify=no
visual=no

[scrollback]
lines=0

[csd]
preferred=none

[cursor]
blink=no

[mouse]
# The pointer goes when a key is pressed; a finger has none.
hide-when-typing=yes

# Every key and button belongs to the kiosk: no second terminal, no search, no copying, no other letter size.
[key-bindings]
{_unbound(_KEYS)}
[mouse-bindings]
{_unbound(_MOUSE)}"""


def _unbound(actions: str) -> str:
    return "".join(f"{action}=none\n" for action in actions.split())
