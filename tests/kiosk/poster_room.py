"""The poster room to stand in: its PIN, what it says, and a press whose sheet is ready and whose picture stays."""

from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from textual.pilot import Pilot

from kiosk.poster_room.press import Made, Press
from kiosk.poster_room.remarks import Remarks
from kiosk.poster_room.wish import first_wish
from posters.output.preview import Picture
from store.open import Store
from tests.kiosk.standing import DAY, a_store, until

PIN = "240613"

_PAPER, _INK, _GRAY, _ORANGE = b"\xff\xff\xff", b"\x14\x21\x3d", b"\xb8\xbe\xcc", b"\xe0\x7a\x1f"


def a_store_with_pin(folder: Path, **settings: Any) -> Store:
    store = a_store(folder, **settings)
    store.pin.set(PIN)
    return store


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


async def says(pilot: Pilot[None], text: str) -> None:
    """Wait until a text stands below the choices; the sheet beside it cuts its lines apart."""

    def said() -> str:
        return " ".join(" ".join(str(one.render()) for one in pilot.app.screen.query(Remarks)).split())

    await until(pilot, lambda: text in said())


def a_press(store: Store, *notes: str) -> Press:
    """A press with its first sheet ready, and no printer."""
    press = Press(store, lambda _organisation: DAY)
    press.printers = ()
    wish = first_wish(store.organisation)
    press.last = Made(wish, b"%PDF", b"%PDF", 1, a_picture(), notes, "team-pharmacy-2026-10-14")
    return press


def a_picture() -> Picture:
    """Something like a poster: a dark header, seven rows, each with a sign, a line and a number."""
    width, height = 33, 51
    pixels = [_PAPER] * (width * height)

    def fill(left: int, top: int, right: int, below: int, color: bytes) -> None:
        for y in range(top, below):
            pixels[y * width + left : y * width + right] = [color] * (right - left)

    fill(0, 0, width, 13, _INK)
    fill(2, 3, 21, 7, _PAPER)
    fill(2, 9, 14, 10, _ORANGE)
    for row in range(7):
        top = 15 + 5 * row
        fill(2, top, 5, top + 3, _ORANGE if row == 2 else _GRAY)
        fill(7, top + 1, 21 - row % 3, top + 2, _GRAY)
        fill(27, top, 31, top + 3, _INK)
    return Picture(width, height, b"".join(pixels))
