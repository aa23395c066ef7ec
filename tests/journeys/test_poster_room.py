"""`kiosk serve --posters` in a real Chromium, on an office laptop: from the address to the PDF on its disk."""

import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from store.open import Store, create_store
from store.organisation import Organisation, Timings
from store.organisation.team_names import new_teams
from tests.journeys.browser import PATIENCE, Server, Tablet, chromium, watched

PIN = "240613"
LAPTOP = (1366, 768)
MOST_SECONDS = 60


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def _a_store(folder: Path, *, idle_seconds: int = 0) -> Store:
    timings = Timings(idle_seconds=idle_seconds, warn_seconds=1)
    teams = new_teams(("Pharmacy", "North Ward", "Kitchen"))
    store = create_store(folder, Organisation("St. Brigid", teams=teams, timings=timings, languages=("en",)))
    store.pin.set(PIN)
    return store


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(_a_store(tmp_path / "data").folder, "--posters") as server:
        yield server


def _type_pin(tablet: Tablet, pin: str = PIN) -> None:
    tablet.wait_for_state("open")
    tablet.wait_for("Type the PIN")
    for digit in pin:
        tablet.page.keyboard.press(digit)
    tablet.page.keyboard.press("Enter")


def _status(address: str) -> int:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as refusal:
        with refusal:
            return refusal.code


def test_from_the_address_to_the_pdf_on_disk_takes_less_than_a_minute(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    begun = time.monotonic()
    with Tablet(browser, server.address, LAPTOP) as laptop:
        _type_pin(laptop)
        laptop.tap("Pharmacy")
        laptop.tap("North Ward")
        laptop.wait_for("Ready")
        with laptop.page.expect_download(timeout=PATIENCE * 1000) as download:
            laptop.tap("download")
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        taken = time.monotonic() - begun
        assert laptop.complaints == []
        assert [address for address in laptop.asked if not address.startswith(server.address)] == []
        assert _status(download.value.url) == 404  # it works once
    print(f"from the address to the PDF on disk: {taken:.1f} s")
    assert taken < MOST_SECONDS
    assert re.fullmatch(r"team-north-ward-\d{4}-\d{2}-\d{2}\.pdf", path.name)
    (page,) = PdfReader(BytesIO(path.read_bytes())).pages
    assert "North Ward" in " ".join(page.extract_text().split())


def test_the_page_is_shown_sharp_can_be_looked_at_closely_and_put_away_again(browser: Browser, server: Server) -> None:
    with Tablet(browser, server.address, LAPTOP) as laptop:
        _type_pin(laptop)
        laptop.wait_for("Ready")
        preview = laptop.page.locator("#preview")
        preview.wait_for(state="visible")
        laptop.tap("Pharmacy")
        preview.wait_for(state="hidden")  # it would lie over the teams
        laptop.tap("back")
        preview.wait_for(state="visible")
        laptop.tap("look closer")
        picture = laptop.page.locator("#picture img")
        picture.wait_for(state="visible")
        laptop.page.wait_for_function("document.querySelector('#picture img').naturalWidth > 1000")
        picture.click()
        picture.wait_for(state="hidden")
        laptop.tap("log out")
        laptop.wait_for("Type the PIN")
        assert laptop.complaints == []


def test_a_wrong_pin_does_not_open_and_an_idle_tab_logs_out(browser: Browser, tmp_path: Path) -> None:
    store = _a_store(tmp_path / "data", idle_seconds=2)
    with Server(store.folder, "--posters") as server, Tablet(browser, server.address, LAPTOP) as laptop:
        _type_pin(laptop, "000000")
        laptop.wait_for("4 tries are left")
        assert "download" not in laptop.text
        for digit in PIN:
            laptop.page.keyboard.press(digit)
        laptop.page.keyboard.press("Enter")
        laptop.wait_for("download")
        laptop.wait_for("You will be logged out")
        laptop.wait_for("Type the PIN")
        assert "download" not in laptop.text


def test_a_closed_tab_ends_its_process(browser: Browser, server: Server) -> None:
    with Tablet(browser, server.address, LAPTOP) as laptop:
        _type_pin(laptop)
        laptop.wait_for("Ready")
        (process,) = server.kiosks
        with watched(process) as wait_for_end:
            laptop.page.close()
            wait_for_end()


def test_a_key_that_nobody_was_given_opens_nothing(server: Server) -> None:
    for path in ("download/x", "download/x/team.pdf", "download/../organisation.toml"):
        assert _status(server.address + path) == 404
