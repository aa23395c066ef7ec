"""What would weaken a locked kiosk is gone before Textual looks at it."""

import re
from pathlib import Path

from textual import constants

from kiosk.lock import WEB_DRIVER, scrub


def test_every_variable_that_textual_reads_is_scrubbed() -> None:
    source = Path(constants.__file__).read_text("utf-8")
    names = set(re.findall(r'"((?:TEXTUAL|ESC)[A-Z_]*)"', source)) | {"TEXTUAL"}
    assert len(names) > 18
    environment = {**dict.fromkeys(names, "1"), "TERM": "linux", "NO_COLOR": "1", "SEVENWAYS_DATA": "/x"}
    scrub(environment)
    assert environment == {"TERM": "linux", "NO_COLOR": "1", "SEVENWAYS_DATA": "/x"}


def test_the_driver_of_a_browser_stays_but_nothing_else_of_textual() -> None:
    environment = {"TEXTUAL_DRIVER": WEB_DRIVER, "TEXTUAL_DEBUG": "1", "COLUMNS": "80", "ROWS": "24", "LINES": "9"}
    scrub(environment)
    assert environment == {"TEXTUAL_DRIVER": WEB_DRIVER, "COLUMNS": "80", "ROWS": "24"}


def test_any_other_driver_goes() -> None:
    environment = {"TEXTUAL_DRIVER": "somewhere.else:Driver", "COLUMNS": "80", "TEXTUAL_COLOR_SYSTEM": "nonsense"}
    scrub(environment)
    assert environment == {}
