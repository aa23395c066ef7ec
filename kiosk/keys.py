"""What keys do: bindings of the kiosk, and which keys count as "any key"."""

import re

from textual.binding import Binding
from textual.events import Key

#: One step back, as keyboards and terminals name it.
BACK = "backspace,escape,ctrl+h"

_FUNCTION_KEY = re.compile(r"f\d+")


def bind(keys: str, action: str, name: str) -> Binding:
    """A binding that runs on the app's message loop, so that keys take effect strictly one after the other."""
    return Binding(keys, action, id=name, priority=True)


def is_plain(event: Key) -> bool:
    """Whether a visitor pressed a key of a keypad or keyboard, not a control combination or a function key."""
    return "+" not in event.key and not _FUNCTION_KEY.fullmatch(event.key)
