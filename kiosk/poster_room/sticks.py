"""USB sticks: the one place beside the data folder that the kiosk writes to, and only for staff."""

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from store import disk

#: Where desktops and servers mount what is plugged in.
PLACES = ("/media/*", "/media/*/*", "/run/media/*/*", "/mnt/*")
_FOR_EVERYONE = 0o644


class Sticks:
    """Finds mounted sticks, and puts files on them.

    Args:
        places: Patterns of absolute paths where one may be mounted.
        is_mounted: Whether something is mounted at a path.
    """

    def __init__(self, places: Sequence[str] = PLACES, is_mounted: Callable[[Path], bool] = os.path.ismount) -> None:
        self._places = places
        self._is_mounted = is_mounted

    def mounted(self) -> tuple[Path, ...]:
        """Those that are there now and can be written to, sorted by path."""
        root = Path("/")
        found = {path for place in self._places for path in root.glob(place.lstrip("/"))}
        return tuple(sorted(path for path in found if self._is_mounted(path) and os.access(path, os.W_OK)))

    def save(self, stick: Path, name: str, content: bytes) -> Path:
        """Put a file on a stick, whole and for good: afterwards the stick may be pulled out.

        Returns:
            Where it is; a file of that name is replaced.

        Raises:
            CannotWriteError: The stick is gone, full or read-only; it is as it was.
        """
        path = stick / name
        with disk.writing(path):
            if not self._is_mounted(stick):
                raise FileNotFoundError(errno.ENOENT, "it was pulled out")
        with disk.aside(path) as file, disk.writing(path):
            file.write(content)
            with suppress(PermissionError):  # most sticks (FAT) keep no such mode, and everybody may read them
                Path(file.name).chmod(_FOR_EVERYONE)
        return path
