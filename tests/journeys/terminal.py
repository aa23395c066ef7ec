"""A person at a terminal: types, and reads the screen; for journeys through the real programs."""

import fcntl
import os
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

from tests.factories.commands import environment, program

_ENTER, _BACKSPACE, _ESCAPE, _F10 = "\r", "\x7f", "\x1b", "\x1b[21~"
#: Keys by the names that tests use.
KEYS = {"Enter": _ENTER, "Backspace": _BACKSPACE, "Esc": _ESCAPE, "F10": _F10}
_PATIENCE, _LONG_PATIENCE = 20.0, 60.0


class Terminal:
    """A program in a pseudo-terminal, and what it shows.

    Attributes:
        written: All that it has written so far, control sequences included.

    Args:
        command: ``kiosk``, ``store`` or ``posters``.
        arguments: As on a command line.
        size: Columns and rows.
        folder: Where it runs.
        changes: Environment variables.
    """

    def __init__(
        self,
        command: str,
        *arguments: str | Path,
        size: tuple[int, int] = (80, 24),
        folder: Path | None = None,
        **changes: str,
    ) -> None:
        columns, rows = size
        kept = {name: value for name, value in environment(**changes).items() if name not in {"COLUMNS", "LINES"}}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._process = pexpect.spawn(
            program(command),
            [str(argument) for argument in arguments],
            dimensions=(rows, columns),
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", **changes},
        )
        self._process.delaybeforesend = None
        self.written = b""
        self._unpainted = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close(force=True)

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as running text."""
        return " ".join(" ".join(self.rows).split())

    def type(self, *keys: str) -> None:
        """Press keys; each a name of ``KEYS`` or the character itself."""
        for key in keys:
            self._process.send(KEYS.get(key, key))

    def send(self, data: bytes) -> None:
        """Let a keyboard, a mouse or whatever else is plugged in send these bytes."""
        os.set_blocking(self._process.child_fd, False)
        while data:
            try:
                data = data[os.write(self._process.child_fd, data) :]
            except BlockingIOError:  # it listens again once somebody looks at what it says
                self._unpainted += self._take_in(patience=0.05)
        os.set_blocking(self._process.child_fd, True)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    def skim(self) -> bytes:
        """Take in what the program has written so far without painting it, which is slow."""
        written, self._unpainted = self._unpainted, b""
        while fresh := self._take_in(patience=0):
            written += fresh
        return written

    def wait_until_heard(self) -> None:
        """Wait until the program has read all that was typed.

        Raises:
            AssertionError: It has not, in a minute.
        """
        deadline = time.monotonic() + _LONG_PATIENCE
        inside = os.open(f"/proc/{self._process.pid}/fd/0", os.O_RDONLY | os.O_NOCTTY)
        try:
            while int.from_bytes(fcntl.ioctl(inside, termios.FIONREAD, bytes(4)), sys.byteorder):
                if time.monotonic() > deadline:
                    raise AssertionError("waited in vain for the program to read what was typed")
                self._unpainted += self._take_in(patience=0.01)
        finally:
            os.close(inside)

    def wait_for(self, *texts: str) -> None:
        """Read on until all these texts stand on the screen, wherever its lines break.

        Raises:
            AssertionError: They do not, in twenty seconds; shows the screen.
        """
        solid = [text.replace(" ", "") for text in texts]
        self._read_until(lambda: all(text in self.text.replace(" ", "") for text in solid), f"{texts} to appear")

    def settle(self) -> None:
        """Read on until the program has been silent for a moment."""
        while self._read(patience=0.3):
            pass

    def wait_for_end(self) -> int:
        """Read on until the program ends; its exit code."""
        self._read_until(lambda: not self._process.isalive(), "the program to end")
        self.settle()
        return int(self._process.exitstatus if self._process.exitstatus is not None else -1)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.kill(number)

    @property
    def resident(self) -> int:
        """Memory that the program holds, in bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return 1024 * int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

    @property
    def is_running(self) -> bool:
        """Whether the program is still there."""
        return bool(self._process.isalive())

    def _read_until(self, true: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}:\n" + "\n".join(self.rows))
            self._read(patience=0.05)

    def _read(self, patience: float) -> bool:
        """Paint what the program has written; whether there was anything."""
        fresh, self._unpainted = self._unpainted, b""
        fresh = fresh or self._take_in(patience)
        self.written += fresh
        self._stream.feed(fresh)
        return bool(fresh)

    def _take_in(self, patience: float) -> bytes:
        """What the program has written, waiting so long for the first of it."""
        try:
            return bytes(self._process.read_nonblocking(65536, timeout=patience))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
