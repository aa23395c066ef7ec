"""A tablet in front of `kiosk serve`: taps what stands on its screen; for journeys through a real Chromium."""

import os
import select
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO
from urllib.parse import parse_qs, urlsplit

import pyte
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, WebSocket, sync_playwright
from playwright.sync_api import TimeoutError as PatienceLost

from tests.factories.commands import environment, program

PATIENCE = 40.0  # seconds; a busy machine starts browser and kiosk slowly


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window; a test that needs it is skipped where there is none."""
    installed = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not installed:
        pytest.skip("needs a browser: install Debian's chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=installed, args=["--no-sandbox"])  # root has no sandbox
        yield browser
        browser.close()


class Server:
    """A running `kiosk serve` on a free port.

    Attributes:
        address: Where its page is.

    Args:
        folder: The data folder.
        arguments: As on a command line.
        errors: Where its complaints go; to ours if nowhere.
        surroundings: Environment variables.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        errors: TextIO | None = None,
        surroundings: Mapping[str, str] | None = None,
    ) -> None:
        self._process = subprocess.Popen(
            [program("kiosk"), "serve", "--port", "0", "--data", str(folder), *arguments],
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            env=environment(**(surroundings or {})),
        )
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        assert " is at http://" in said, "kiosk serve did not say where it is"
        self.address = said.split(" is at ")[1].split(";")[0]

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.end()
        assert self._process.stdout is not None
        self._process.stdout.close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.address).port or 80

    @property
    def kiosks(self) -> list[int]:
        """The processes that it started, by their numbers."""
        pid = self._process.pid
        threads = Path(f"/proc/{pid}/task").glob("*/children")
        return [int(child) for thread in threads for child in thread.read_text().split()]

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal and wait for its end; its exit code."""
        self._process.send_signal(number)
        return self._process.wait(PATIENCE)


@contextmanager
def watched(pid: int) -> Iterator[Callable[[], None]]:
    """Gives a function that waits until a process is gone, however it got there."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        yield lambda: None
        return
    poll = select.poll()
    poll.register(handle, select.POLLIN)

    def wait() -> None:
        assert poll.poll(PATIENCE * 1000), f"process {pid} is still there"

    yield wait
    os.close(handle)


class Tablet:
    """A page that shows a kiosk, and what stands on it.

    Attributes:
        page: The browser's page.
        asked: All addresses that it asked for.
        complaints: Errors that the browser noted about it.

    Args:
        browser: Where to open it.
        address: The kiosk's address.
        size: Width and height, in pixels.
    """

    def __init__(self, browser: Browser, address: str, size: tuple[int, int] = (1280, 800)) -> None:
        width, height = size
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._socket: WebSocket | None = None
        self._context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("request", self._note_request)
        self.page.on("websocket", self._follow)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", self._note_error)
        self.page.goto(address)

    def __enter__(self) -> "Tablet":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()

    @property
    def rows(self) -> list[str]:
        """The kiosk's screen, row by row."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The kiosk's screen without any spaces, so that it does not matter where lines break."""
        return "".join("".join(self.rows).split())

    def wait_for_state(self, state: str) -> None:
        """Wait until the page shows a kiosk (``open``) or what covers it (``starting``, ``lost``, ``full``)."""
        self.page.wait_for_selector(f"body[data-state={state}]", state="attached")

    def wait_for(self, text: str) -> None:
        """Wait until a text stands on the kiosk's screen."""
        self.wait_until(lambda: "".join(text.split()) in self.text)

    def wait_until(self, true: Callable[[], object]) -> None:
        """Wait for something that shows on the kiosk's screen."""
        if true():
            return
        if self._socket is None:
            self._socket = self.page.wait_for_event("websocket")
        try:
            self._socket.wait_for_event("framereceived", lambda _frame: bool(true()), timeout=PATIENCE * 1000)
        except PatienceLost as error:
            raise AssertionError("waited in vain before\n" + "\n".join(self.rows)) from error

    def tap(self, text: str) -> None:
        """Touch the last place where this text stands."""
        self.wait_for(text)
        row, column = max((row, line.find(text)) for row, line in enumerate(self.rows) if text in line)
        self.tap_cell(column + len(text) // 2, row)

    def tap_cell(self, column: int, row: int) -> None:
        """Touch the middle of a cell of the kiosk's screen."""
        box = self.page.locator(".xterm-screen").bounding_box()
        assert box is not None
        x = box["x"] + (column + 0.5) * box["width"] / self._screen.columns
        y = box["y"] + (row + 0.5) * box["height"] / self._screen.lines
        self.page.touchscreen.tap(x, y)

    def _follow(self, socket: WebSocket) -> None:
        asked = parse_qs(urlsplit(socket.url).query)
        self._screen.resize(int(asked["height"][0]), int(asked["width"][0]))
        self._screen.reset()
        self._socket = socket
        socket.on("framereceived", self._take)

    def _take(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)

    def _note_request(self, request: Request) -> None:
        self.asked.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _note_error(self, error: Error) -> None:
        self.complaints.append(error.message)
