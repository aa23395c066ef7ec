"""The bare text console: one font with 256 letters, its keyboard without ways out, no blanking."""

from pathlib import PurePosixPath

from kiosk.appliance.parts import CONFIGURATION, Item, TextFile

#: A font of 512 letters would cost the console eight of its sixteen colours. Of the fonts with 256 that Debian has,
#: this alphabet alone has the half blocks of our large letters, and the most of our languages. Letters of 12 x 24
#: pixels leave 85 x 25 of them on 1024 x 600.
FONT = PurePosixPath("/usr/share/consolefonts/CyrKoi-TerminusBold24x12.psf.gz")
#: The languages that it can show; Portuguese, Polish and Vietnamese need the graphical terminal.
LANGUAGES = ("en", "es", "fr", "de", "uk")
KEYMAP_FILE = CONFIGURATION / "console.map"

# Kernel key codes: F1 to F10, F11 and F12; then those that switch consoles, stop the output, scroll or reboot.
_FUNCTION_KEYS = (*range(59, 69), 87, 88)
_SCROLL_LOCK, _SYSRQ, _LEFT, _RIGHT, _UP, _DELETE, _PAUSE = 70, 99, 105, 106, 103, 111, 119
# The keypad's digits by kernel key code, 0 to 9, and what they write whether NumLock is on or not.
_DIGITS = dict(
    zip(
        (82, 79, 80, 81, 75, 76, 77, 71, 72, 73, 83),
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "period"),
        strict=True,
    )
)


def console_files() -> tuple[Item, ...]:
    """The keyboard's changes, for loadkeys."""
    return (TextFile(KEYMAP_FILE, "Keys that would leave the kiosk's console, or stop it.", _keymap()),)


def _keymap() -> str:
    switching = "".join(
        f"{modifier} keycode {key} = VoidSymbol\n"
        for key in (*_FUNCTION_KEYS, _LEFT, _RIGHT, _UP)
        for modifier in ("alt", "control alt", "altgr", "shift alt")
    )
    single = "".join(f"keycode {key} = VoidSymbol\n" for key in (_SCROLL_LOCK, _SYSRQ, _PAUSE))
    digits = "".join(f"keycode {key} = {letter}\n" for key, letter in _DIGITS.items())
    return f"""\
# The keypad writes digits, whether NumLock is on or not.
{digits}# Alt with a function or arrow key would switch to another, empty console.
{switching}# Scroll Lock would stop the picture; Print and Pause have no use here.
{single}# Ctrl+Alt+Del does nothing, in the kernel either.
control alt keycode {_DELETE} = VoidSymbol
"""
