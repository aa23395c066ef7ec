"""What keys do: one meaning for every name that keypads and layouts give a key, and bindings on meanings.

The kiosk is worked from a numeric keypad: ``0`` to ``9``, Enter, Backspace, ``+ - * / .``. Terminals name these keys
in many ways; `meaning` makes one of each, so that a screen binds `BACK` and never thinks of keypads.

Without Num Lock a keypad sends Home, arrows, Insert for its digits, and most terminals cannot tell them from the keys
of a big keyboard. As those do nothing else on the kiosk, they count as the digits printed beside them: a keypad works
whatever its light says. While somebody types text they move the cursor instead.
"""

import re
import unicodedata
from typing import Final

from textual.binding import Binding
from textual.events import Key

#: The keys that people see on a keypad, for bindings.
ENTER: Final = "enter"
#: One step back.
BACK: Final = "backspace,minus,escape"
LANGUAGE: Final = "asterisk,f2"
CONTRAST: Final = "slash,f3"
#: The next page, or "extra mile".
NEXT: Final = "plus"
HEAR: Final = "full_stop"

#: What Textual calls the keys of a keypad, by terminal and layout.
_KEYPAD: Final = {
    "kp_enter": "enter",
    "return": "enter",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "subtract": "minus",
    "kp_subtract": "minus",
    "minus_sign": "minus",
    "fullwidth_hyphen_minus": "minus",
    "add": "plus",
    "kp_add": "plus",
    "fullwidth_plus_sign": "plus",
    "multiply": "asterisk",
    "kp_multiply": "asterisk",
    "multiplication_sign": "asterisk",
    "fullwidth_asterisk": "asterisk",
    "divide": "slash",
    "kp_divide": "slash",
    "division_sign": "slash",
    "fullwidth_solidus": "slash",
    "decimal": "full_stop",
    "kp_decimal": "full_stop",
    "fullwidth_full_stop": "full_stop",
    "ideographic_full_stop": "full_stop",
    **{f"kp_{digit}": str(digit) for digit in range(10)},
}

#: What also means ``.``: on many layouts the keypad's decimal key sends a comma.
_COMMA: Final = dict.fromkeys(
    (
        "comma",
        "separator",
        "kp_separator",
        "fullwidth_comma",
        "ideographic_comma",
        "arabic_comma",
        "arabic_decimal_separator",
    ),
    "full_stop",
)

_NUM_LOCK_OFF: Final = {
    "insert": "0",
    "end": "1",
    "down": "2",
    "pagedown": "3",
    "left": "4",
    "kp_begin": "5",
    "right": "6",
    "home": "7",
    "up": "8",
    "pageup": "9",
    "delete": "full_stop",
}
#: The same keys where a terminal does tell them from those of a big keyboard.
_KEYPAD_NUM_LOCK_OFF: Final = {
    f"kp_{name}": digit
    for name, digit in {**_NUM_LOCK_OFF, "prior": "9", "next": "3", "page_up": "9", "page_down": "3"}.items()
}

_CHARACTERS: Final = {"minus": "-", "plus": "+", "asterisk": "*", "slash": "/", "full_stop": "."}
_WHILE_TYPING: Final = _KEYPAD
_OTHERWISE: Final = {**_KEYPAD, **_COMMA, **_KEYPAD_NUM_LOCK_OFF, **_NUM_LOCK_OFF}

#: Keys that say nothing by themselves: function keys, locks, Shift and its like, volume.
_SILENT: Final = re.compile(
    r"f\d+|(caps|scroll|num)_lock|print_screen|pause|menu|media_\w+|\w+_volume"
    r"|(left|right)_(shift|control|alt|super|hyper|meta)|iso_level\d_shift"
)


def meaning(key: str, *, typing: bool = False) -> str:
    """The plain name of a key.

    Args:
        key: As Textual names it.
        typing: Whether it goes into a text, where arrows move the cursor and a comma is a comma.
    """
    if len(key) == 1 and (digit := unicodedata.decimal(key, None)) is not None:
        return str(digit)
    return (_WHILE_TYPING if typing else _OTHERWISE).get(key, key)


def heard(event: Key, *, typing: bool = False) -> Key:
    """The event with its plain name, and the character that goes with it; itself if it has one already."""
    key = meaning(event.key, typing=typing)
    if key == event.key:
        return event
    return Key(key, _CHARACTERS.get(key))


def bind(keys: str, action: str, name: str) -> Binding:
    """A binding that runs on the app's message loop, so that keys take effect strictly one after the other."""
    return Binding(keys, action, id=name, priority=True)


def is_plain(event: Key) -> bool:
    """Whether a visitor pressed a key of a keypad or keyboard: no control combination, function key, lock or Shift."""
    key = event.key
    return "+" not in key and not _SILENT.fullmatch(key) and (len(key) > 1 or key.isprintable())
