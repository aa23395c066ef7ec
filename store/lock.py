"""One writer at a time in a folder, among threads and processes, with a deadline."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.disk import writing
from store.errors import StoreBusyError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

DEADLINE = 3.0


class FolderLock:
    """A lock on the folder itself, so that no lock file can be deleted under it.

    The kernel gives it back when its holder dies. A holder that is merely stopped keeps it: others say
    "busy" after the deadline. One thread may take it again while it holds it.
    """

    def __init__(self, folder: Path, deadline: float = DEADLINE) -> None:
        """Prepares the lock; nothing is opened yet.

        Args:
            folder: The folder to lock; it must exist when the lock is taken.
            deadline: Seconds to wait for another holder.
        """
        self.folder = folder
        self._deadline = deadline
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Holds the lock for the length of a block.

        Raises:
            StoreBusyError: Somebody else held it until the deadline.
            CannotWriteError: The folder is gone or closed to us.
        """
        end = time.monotonic() + self._deadline
        if not self._threads.acquire(timeout=self._deadline):
            raise self._busy()
        try:
            if self._depth:
                yield
                return
            descriptor = self._take(end)
            self._depth = 1
            try:
                yield
            finally:
                self._depth = 0
                _give_back(descriptor)
        finally:
            self._threads.release()

    def _take(self, end: float) -> int:
        with writing(self.folder):
            descriptor = _open(self.folder)
        pause = 0.0005
        while not try_lock(descriptor):
            if time.monotonic() + pause > end:
                os.close(descriptor)
                raise self._busy()
            time.sleep(pause)
            pause = min(pause * 1.5, 0.002)  # longer ones miss their turn where others write without a pause
        if not self._still_has(descriptor):  # a restore has put another folder in its place while we waited
            os.close(descriptor)
            return self._take(end)
        return descriptor

    def _still_has(self, descriptor: int) -> bool:
        """Whether what we locked is what the folder's name stands for now."""
        if not fcntl:
            return True
        try:
            there = os.stat(self.folder)  # noqa: PTH116  # half the cost of Path.stat
        except OSError:  # gone: opening it once more says so
            return False
        return os.path.samestat(os.fstat(descriptor), there)

    def _busy(self) -> StoreBusyError:
        return StoreBusyError(
            f"The store in {self.folder} is busy: another program has been writing to it for more than "
            f"{self._deadline:g} seconds. Try again; if it stays busy, look for a stopped program (Ctrl+Z)."
        )


def _open(folder: Path) -> int:
    if fcntl:
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    # Windows cannot open a folder: lock one byte of a file in it instead.
    return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)


def _give_back(descriptor: int) -> None:
    if fcntl:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # closing alone would leave it to a process that was forked meanwhile
    else:
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]  # closing alone takes its time
    os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Takes an exclusive lock on an open file or folder if nobody else has it; closing it gives it back."""
    try:
        if fcntl:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_left_behind(path: Path) -> bool:
    """Whether nobody has a lock on a file that its writer locks as long as it lives; it is closed again by then."""
    with path.open("rb") as file:
        return try_lock(file.fileno())
