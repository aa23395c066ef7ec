"""Opens a kiosk in plain lines on standard input and output."""

import io
import sys

from kiosk.plain.kiosk import PlainKiosk
from kiosk.plain.lines import Lines
from kiosk.running import Opening
from kiosk.texts.languages import Languages
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
    clocks, home_team = opening.clocks_for(organisation), opening.home_key_in(organisation)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # bytes that are no text are no answer either
    lines = Lines(sys.stdin, sys.stdout, Languages().speak(_code(organisation, language)))
    return PlainKiosk(store, lines, clocks, home_team)


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
