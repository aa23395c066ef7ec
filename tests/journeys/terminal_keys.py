"""Every key that a terminal can send, by name: from the system's terminal database and from Textual's own table."""

import re
import shutil
import subprocess

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

TERMINALS = ("xterm-256color", "linux", "screen-256color", "tmux-256color")
_ESCAPES = {"E": "\x1b", "e": "\x1b", "n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "s": " ", "0": "\0"}
_CAPABILITY = re.compile(r"^\s*(k\w+)=(.+),$", re.MULTILINE)
_WRITTEN = re.compile(r"\\(\d{3})|\\(.)|\^(.)|(.)", re.DOTALL)


def named_keys(terminal: str) -> dict[str, bytes]:
    """The keys of a terminal by their names in terminfo, such as ``kf10``.

    Raises:
        FileNotFoundError: The system has no terminal database.
    """
    infocmp = shutil.which("infocmp")
    if infocmp is None:
        raise FileNotFoundError("infocmp")
    listing = subprocess.run([infocmp, "-x", "-1", terminal], capture_output=True, encoding="ascii", check=True).stdout
    return {name: _unescaped(value).encode("latin-1") for name, value in _CAPABILITY.findall(listing)}


def control_keys() -> dict[str, bytes]:
    """Ctrl with everything, and the same with Alt."""
    plain = {f"ctrl+{chr(code + 64)}": bytes([code]) for code in (*range(32), 127 - 64)}
    return plain | {f"alt+{name}": b"\x1b" + sequence for name, sequence in plain.items()}


def alt_keys() -> dict[str, bytes]:
    """Alt with every character of a keyboard."""
    return {f"alt+{chr(code)}": bytes([0x1B, code]) for code in range(32, 127)}


def textual_keys() -> dict[str, bytes]:
    """Every sequence that Textual gives a name to."""
    return {repr(sequence): sequence.encode() for sequence in ANSI_SEQUENCES_KEYS if len(sequence) > 1}


def kitty_keys() -> dict[str, bytes]:
    """Every key of the kitty protocol with every combination of Shift, Alt, Ctrl and Super that a hand can hold."""
    codes = (*range(32, 127), 9, 13, 27, *range(57358, 57455))
    return {
        f"kitty {code} with modifiers {held}": f"\x1b[{code};{held}u".encode()
        for code in codes
        for held in (1, 2, 3, 5, 6, 7, 9)
    }


def _unescaped(value: str) -> str:
    def character(match: re.Match[str]) -> str:
        octal, letter, control, plain = match.groups()
        if octal:
            return chr(int(octal, 8))
        if letter:
            return _ESCAPES.get(letter, letter)
        return chr(ord(control) ^ 64) if control else str(plain)

    return _WRITTEN.sub(character, value)
