"""A program in a pseudo-terminal, and how long it takes until something stands on its screen."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from types import TracebackType

from tests.benchmarks.measure import environment
from tests.benchmarks.resident import resident

COLUMNS, ROWS = 112, 30
_PATIENCE = 30.0
_BLOCK = 1 << 16
_QUIET = 0.05


class Terminal:
    """One program, started when this is made and ended when the block ends.

    Args:
        command: The program and its arguments.
        leave: The key that ends it, as bytes.
    """

    def __init__(self, command: Sequence[str], leave: bytes) -> None:
        self._leave = leave
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.write(self._ours, self._leave)
        end = time.monotonic() + _PATIENCE
        while self._program.poll() is None and time.monotonic() < end:
            self._read(_QUIET)
        self._program.kill()
        self._program.wait()
        os.close(self._ours)

    def wait_for(self, text: str) -> float:
        """Seconds until a text arrives; whatever stood on the screen before does not count.

        Raises:
            TimeoutError: It does not.
        """
        start = time.perf_counter()
        seen, wanted = b"", text.encode()
        while wanted not in seen:
            if time.perf_counter() - start > _PATIENCE:
                raise TimeoutError(f"{text!r} did not appear within {_PATIENCE:g} seconds; instead: {seen[-2000:]!r}")
            seen += self._read(_PATIENCE)
        return time.perf_counter() - start

    def press(self, keys: str, then: str, *, at_once: bool = False) -> float:
        """Seconds from a key press until a text arrives that it brings up.

        Args:
            keys: What is pressed.
            then: The text.
            at_once: Press while the program may still be drawing.
        """
        if not at_once:
            self._settle()
        os.write(self._ours, keys.encode())
        return self.wait_for(then)

    @property
    def memory(self) -> int:
        """Bytes that the program holds; Linux says."""
        return resident(self._program.pid)

    def _settle(self) -> None:
        """Lets the program finish what it is drawing."""
        while self._read(_QUIET):
            pass

    def _read(self, patience: float) -> bytes:
        if not select.select([self._ours], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._ours, _BLOCK)
        except OSError:  # the program has ended
            return b""
