"""The option ``--link``: where people check in with their phones."""

from typing import Annotated
from urllib.parse import urlsplit

import typer

from store.errors import UsageError
from store.plain_text import shortened

LONGEST = 200
"""Characters: more would make the modules of a code too small for a camera at arm's length."""

LinkOption = Annotated[
    str | None,
    typer.Option("--link", metavar="URL", show_default=False, help="Where to check in, as a QR code."),
]


def checked_link(text: str | None) -> str | None:
    """The address, if it can be printed as a code that every phone opens.

    Raises:
        UsageError: It is no such address.
    """
    if text is None or _is_web_address(text):
        return text
    message = (
        f'--link "{shortened(text, 40)}" cannot be printed as a code; give an address that starts with https:// or '
        f"http://, without spaces, of at most {LONGEST} characters."
    )
    raise UsageError(message)


def _is_web_address(text: str) -> bool:
    if len(text) > LONGEST or not text.isascii() or not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
