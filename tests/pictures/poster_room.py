"""The README's picture of the poster room: sample data in a real Chromium, on an office laptop."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.demo.show import Demo
from tests.journeys.browser import Server, Tablet, chromium

PICTURE = Path(__file__).with_name("poster-room.png")
_LAPTOP = (1366, 768)
_PIN = "240613"


def take() -> None:
    """Write the file."""
    with TemporaryDirectory() as folder:
        demo = Demo(Path(folder, "data"), Path(folder, "posters"))
        demo.store.pin.set(_PIN)
        with (
            chromium() as browser,
            Server(demo.folder, "--posters") as server,
            Tablet(browser, server.address, _LAPTOP) as laptop,
        ):
            laptop.wait_for_state("open")
            laptop.wait_for("Type the PIN")
            for key in (*_PIN, "Enter"):
                laptop.page.keyboard.press(key)
            laptop.wait_for("Ready")
            laptop.page.wait_for_selector("#preview:not([hidden])")
            laptop.page.screenshot(path=PICTURE)
