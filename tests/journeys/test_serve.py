"""`kiosk serve` in a real Chromium: the whole visit by touch, and nothing that outlives its tab."""

import json
import os
import signal
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from store.behaviors import BEHAVIORS
from store.open import Store, create_store, open_store
from store.organisation import Organisation, Timings
from store.organisation.team_names import new_teams
from tests.factories.commands import complaint, run
from tests.journeys.browser import PATIENCE, Server, Tablet, chromium, watched
from tests.kiosk.standing import stored

RATINGS = ("often", "always", "sometimes", "often", "always", "seldom", "never")
SIZES = [(1024, 768), (800, 1280)]  # lying and standing; every other test is 1280 x 800

_UPGRADE = (
    b"Host: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2V2ZW4gd2F5cyA0IGFsbA==\r\n\r\n"
)
_AT_ONCE = struct.pack("ii", 1, 0)  # lingers no second: the connection is reset


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def _a_store(folder: Path) -> Store:
    teams = new_teams(("Pharmacy", "North Ward", "Kitchen"))
    timings = Timings(thanks_seconds=0, idle_seconds=0, pause_seconds=0, too_fast_seconds=0)  # a test is in a hurry
    organisation = Organisation("St. <b>Brigid</b>", teams=teams, timings=timings, languages=("en",))
    return create_store(folder, organisation)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return _a_store(tmp_path / "data")


@pytest.fixture
def server(store: Store) -> Iterator[Server]:
    with Server(store.folder) as server:
        yield server


@pytest.fixture(scope="module")
def lasting_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """For tests that leave nothing behind in it."""
    with Server(_a_store(tmp_path_factory.mktemp("lasting") / "data").folder) as server:
        yield server


def _start(tablet: Tablet) -> None:
    """Wait for the welcome and touch it."""
    tablet.wait_for_state("open")
    tablet.wait_for("SEVEN WAYS")
    tablet.tap_cell(40, 12)


def _line_to(server: Server, said: bytes) -> socket.socket:
    """A connection without a browser, on which a request has begun."""
    line = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    line.sendall(b"GET /kiosk HTTP/1.1\r\n" + said)
    return line


@contextmanager
def _kiosk_of(server: Server) -> Iterator[int]:
    """A kiosk that nobody looks at, by its process's number, as soon as it paints."""
    with _line_to(server, _UPGRADE % (server.port, server.port)) as line:
        seen = b""
        while b"\x1b[" not in seen:
            seen += line.recv(4096)
        (kiosk,) = server.kiosks
        yield kiosk


def _get(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urlopen(Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode()


@pytest.mark.parametrize("size", SIZES)
def test_a_whole_visit_by_taps_ends_in_the_store_and_nothing_is_loaded_from_elsewhere(
    browser: Browser, server: Server, store: Store, size: tuple[int, int]
) -> None:
    with Tablet(browser, server.address, size) as tablet:
        _start(tablet)
        tablet.tap("North Ward")
        for behavior, rating in zip(BEHAVIORS, RATINGS, strict=True):
            tablet.wait_for(behavior.act)
            tablet.tap(rating)
        tablet.wait_for(BEHAVIORS[0].label)  # all stand on the review
        tablet.tap("Enter")
        tablet.wait_until(lambda: stored(store))
        assert tablet.page.title() == "St. <b>Brigid</b> · Seven Ways"
        assert f"{server.address}textual/roboto-mono.ttf" in tablet.asked
        assert [address for address in tablet.asked if not address.startswith(server.address)] == []
        assert tablet.complaints == []
    (check_in,) = stored(open_store(store.folder))
    assert check_in.team == "north-ward"
    assert [check_in.ratings.be_polite, check_in.ratings.be_helpful] == [2, 1]


def test_a_closed_tab_drops_its_visit_and_its_process_and_who_waits_is_let_in(browser: Browser, store: Store) -> None:
    with Server(store.folder, "--clients", "1") as server, Tablet(browser, server.address) as first:
        _start(first)
        first.tap("Kitchen")
        first.wait_for(BEHAVIORS[0].act)
        (kiosk,) = server.kiosks
        with Tablet(browser, server.address) as second, watched(kiosk) as wait_for_end:
            second.wait_for_state("full")
            assert second.page.is_visible("text=All kiosks are in use. Please wait a moment.")
            assert server.kiosks == [kiosk]
            first.page.close()
            wait_for_end()
            second.wait_for_state("open")
            second.wait_for("SEVEN WAYS")
            assert "Kitchen" not in second.text
            assert len(server.kiosks) == 1
    assert stored(store) == []


def test_a_page_comes_back_by_itself_without_the_visit_when_its_kiosk_was_killed_or_its_server_ended(
    browser: Browser, store: Store
) -> None:
    with Server(store.folder) as server, Tablet(browser, server.address) as tablet:
        _start(tablet)
        tablet.wait_for("Kitchen")
        (kiosk,) = server.kiosks
        with tablet.page.expect_event("websocket"):
            os.kill(kiosk, signal.SIGKILL)
        tablet.wait_for_state("open")
        tablet.wait_for("SEVEN WAYS")
        assert "Kitchen" not in tablet.text
        server.end()
        tablet.wait_for_state("lost")
        assert tablet.page.is_visible("text=Touch to start again")
        with Server(store.folder, "--port", str(server.port)):
            tablet.wait_for_state("open")
            tablet.page.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_server_takes_its_kiosks_with_it(server: Server, number: int) -> None:
    with _kiosk_of(server) as kiosk, watched(kiosk) as wait_for_end:
        assert server.end(number) == (-signal.SIGKILL if number == signal.SIGKILL else 0)
        wait_for_end()


def test_a_kiosk_knows_nothing_of_the_server_s_surroundings(store: Store, tmp_path: Path) -> None:
    secrets = {
        "TEXTUAL_LOG": "log.txt",
        "TEXTUAL_PRESS": "x,1",
        "PYTHONINSPECT": "1",
        "AWS_SECRET": "s",
        "SEVENWAYS_TOKEN": "t",
        "NO_COLOR": "1",
    }
    surroundings = {**secrets, "XDG_RUNTIME_DIR": str(tmp_path)}
    with Server(store.folder, surroundings=surroundings) as server, _kiosk_of(server) as kiosk:
        known = dict(each.split("=", 1) for each in Path(f"/proc/{kiosk}/environ").read_text().split("\0") if each)
    assert known["XDG_RUNTIME_DIR"] == str(tmp_path)
    assert known["TERM"] == "xterm-256color"
    assert secrets.keys() & known.keys() == set()
    assert [name for name in known if name.startswith(("TEXTUAL", "PYTHON"))] == []


def test_a_foreign_page_cannot_open_a_kiosk(browser: Browser, lasting_server: Server) -> None:
    page = browser.new_page()
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as foreign:
        Thread(target=foreign.handle_request).start()
        page.goto(f"http://127.0.0.1:{foreign.server_port}/")  # a page about a missing method; a page nevertheless
    outcome = page.evaluate(
        """address => new Promise(done => {
            const socket = new WebSocket(address);
            socket.onopen = () => done("open");
            socket.onerror = () => done("refused");
        })""",
        f"ws://127.0.0.1:{lasting_server.port}/kiosk",
    )
    page.close()
    assert outcome == "refused"


def test_only_a_page_from_the_same_host_and_port_may_open_a_kiosk(lasting_server: Server) -> None:
    kiosk, port = f"{lasting_server.address}kiosk", lasting_server.port
    assert _get(kiosk)[0] == 403
    for origin in ("null", "http://elsewhere.example", f"http://localhost:{port}", f"http://127.0.0.1:{port + 1}"):
        assert _get(kiosk, Origin=origin)[0] == 403, origin
    assert _get(kiosk, Origin=f"http://127.0.0.1:{port}")[0] == 400  # let in, but this is no web socket


def test_a_page_that_says_what_ours_does_not_is_let_go(browser: Browser, lasting_server: Server) -> None:
    page = browser.new_page()
    page.goto(f"{lasting_server.address}healthz")
    for said in ("hello", '["stdin"]', '["resize", {"width": 0, "height": 24}]', '["stdin", "%s"]' % ("x" * 20_000)):
        code = page.evaluate(
            """([address, said]) => new Promise(done => {
                const socket = new WebSocket(address);
                socket.onopen = () => socket.send(said);
                socket.onclose = event => done(event.code);
            })""",
            [f"ws://127.0.0.1:{lasting_server.port}/kiosk", said],
        )
        assert code == (1009 if len(said) > 20_000 else 1008)
    page.close()
    for kiosk in lasting_server.kiosks:
        with watched(kiosk) as wait_for_end:
            wait_for_end()


def test_nothing_can_be_selected_and_no_menu_opens(browser: Browser, lasting_server: Server) -> None:
    with Tablet(browser, lasting_server.address) as tablet:
        tablet.wait_for_state("open")
        shown = "new Promise(done => addEventListener('contextmenu', e => done(e.defaultPrevented), {once: true}))"
        tablet.page.evaluate(f"window.menu = {shown}; 0")
        tablet.page.mouse.click(200, 200, button="right")
        tablet.page.keyboard.down("Shift")
        tablet.page.mouse.move(10, 10)
        tablet.page.mouse.down()
        tablet.page.mouse.move(600, 300)
        tablet.page.mouse.up()
        assert tablet.page.evaluate("getSelection().toString()") == ""
        assert tablet.page.evaluate("window.open('https://example.org')") is None


def test_health_is_told_and_folders_are_not(lasting_server: Server) -> None:
    code, text = _get(f"{lasting_server.address}healthz")
    assert code == 200
    assert json.loads(text)["status"] == "ok"
    for path in ("static/", "static/js/textual.js", "textual/", "page/", "page/../server.py", "download/x", "ws"):
        assert _get(lasting_server.address + path)[0] == 404, path


def test_a_name_that_is_not_ours_is_refused(lasting_server: Server) -> None:
    assert _get(lasting_server.address, Host="kiosk.example.org")[0] == 421
    assert _get(lasting_server.address, Host=f"localhost:{lasting_server.port}")[0] == 200


def test_a_port_that_is_taken_gets_one_sentence(lasting_server: Server, store: Store) -> None:
    said = complaint(run("kiosk", "serve", "--data", store.folder, "--port", str(lasting_server.port)), 1)
    assert said == (
        f"kiosk: Cannot listen on 127.0.0.1, port {lasting_server.port}: another program listens there already. "
        "Choose others with --host and --port."
    )


def test_an_empty_address_does_not_open_it_to_everybody(store: Store) -> None:
    assert "--host is empty" in complaint(run("kiosk", "serve", "--data", store.folder, "--host", ""), 2)


def test_a_server_for_everybody_says_what_that_means_and_nothing_about_who_comes(store: Store, tmp_path: Path) -> None:
    said = tmp_path / "said"
    with said.open("w") as errors, Server(store.folder, "--host", "0.0.0.0", errors=errors) as server:
        assert server.address.startswith("http://0.0.0.0:")
        for nonsense in (b"\x16\x03\x01\r\n\r\n", b"Host: x\r\nHost: y\r\n\r\n", b"X: %s\r\n\r\n" % (b"x" * 20_000)):
            with _line_to(server, nonsense) as line:
                assert line.recv(99).startswith(b"HTTP/1.0 400")
        for _ in range(3):
            with _line_to(server, _UPGRADE % (server.port, server.port)) as line:
                line.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE
                )  # a tab that breaks off while it connects
    (told,) = said.read_text("utf-8").splitlines()
    assert "Anyone who reaches 0.0.0.0 can use this kiosk" in told
    assert "put a proxy with HTTPS in front" in told
