"""Opens a kiosk in plain lines on standard input and output."""

import io
import sys
from functools import partial

from kiosk.clocks import Clocks
from kiosk.plain.kiosk import PlainKiosk
from kiosk.plain.lines import Lines
from kiosk.running import Opening
from kiosk.texts.languages import Languages
from store.clock import as_of
from store.errors import UsageError
from store.open import open_store
from store.organisation import Organisation
from store.plain_text import shortened

_LONGEST_CODE = 20


def plain_kiosk(opening: Opening, language: str | None) -> PlainKiosk:
    """A kiosk in plain lines.

    Args:
        opening: How to open it.
        language: Code of one of its languages; None for the first.

    Raises:
        SevenWaysError: It cannot be opened so.
    """
    store = open_store(opening.folder)
    organisation = store.organisation
    as_of(organisation, opening.on)
    home_team = organisation.find(opening.home_team).key if opening.home_team else None
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # bytes that are no text are no answer either
    lines = Lines(sys.stdin, sys.stdout, Languages().speak(_code(organisation, language)))
    return PlainKiosk(store, lines, Clocks(today=partial(as_of, on=opening.on)), home_team)


def _code(organisation: Organisation, language: str | None) -> str:
    """The language to speak.

    Raises:
        UsageError: This kiosk does not speak it.
    """
    code = language or organisation.languages[0]
    if code not in organisation.languages:
        spoken = ", ".join(organisation.languages)
        raise UsageError(f"--language {shortened(code, _LONGEST_CODE)} is not spoken here; choose one of: {spoken}.")
    return code
