"""The kiosk's driver of a terminal: takes any bytes that strangers send, and no more at once than it can handle."""

import os
import select
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final, TextIO

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from kiosk.terminal.abilities import Substitutes, substitutes
from kiosk.terminal.reading import TerminalInput

_WAIT_SECONDS: Final = 0.1
_AT_ONCE: Final = 64
_MOST_WAITING: Final = 32
_ROOM_SECONDS: Final = 0.002
#: Keypads send digits and signs, not codes of their own (DECKPNM), whatever ran here before.
_NUMERIC_KEYPAD: Final = "\x1b>"


class _Screen:
    """The file that is painted on, in signs that the terminal has; when it has gone, painting does nothing.

    Textual 8.2 paints in a thread, which would end there; the app would then wait for it for ever, deaf to signals.
    """

    def __init__(self, file: TextIO, substitutes: Substitutes) -> None:
        self._file = file
        self._substitutes = substitutes

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text.translate(self._substitutes) if self._substitutes else text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, on a terminal that strangers type on."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        stops = signal.getsignal(signal.SIGTSTP)
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = _Screen(self._file, substitutes(os.environ))  # type: ignore[assignment, arg-type] # all of a file that Textual uses
        if stops is signal.SIG_IGN:
            signal.signal(signal.SIGTSTP, stops)

    @property
    def can_suspend(self) -> bool:
        """Nobody goes behind the kiosk."""
        return False

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(_NUMERIC_KEYPAD)
        self.flush()

    def run_input_thread(self) -> None:
        """Read the terminal until the app ends; slower than people can fill the memory."""
        terminal = TerminalInput(time.monotonic)
        is_there = True
        while is_there and not self.exit_event.is_set():
            if self._app.message_queue_size > _MOST_WAITING:
                self.exit_event.wait(_ROOM_SECONDS)
                continue
            ready, _, _ = select.select([self.fileno], [], [], _WAIT_SECONDS)
            if ready:
                data = self._read()
                is_there = bool(data)
                self._process(terminal.feed(data))
            self._process(terminal.tick())
        if not is_there:
            self._app.call_later(self._app.exit)

    def _process(self, found: Iterable[Message]) -> None:
        for message in found:
            self.process_message(message)

    def _read(self) -> bytes:
        """Fresh bytes; none once the terminal is gone."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""
