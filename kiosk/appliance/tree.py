"""The files and links of a system, or of a folder that becomes one: looked at, put and removed one by one."""

import os
import secrets
from contextlib import suppress
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG

from kiosk.appliance.parts import fingerprint_of_file, fingerprint_of_link
from store.disk import aside, reason, sync_folder, writing
from store.errors import CannotReadError, RefusedError

_READABLE_FILE, _READABLE_FOLDER = 0o644, 0o755

#: What stands at a path: a file's bytes, a link's target, or nothing.
Content = bytes | str | None


class Tree:
    """A system's root folder.

    Args:
        root: ``/``, or a folder that stands for it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def place(self, path: PurePosixPath) -> Path:
        """Where a path of the system really is.

        Raises:
            RefusedError: A link on the way leads out of the root.
        """
        place = self.root / path.relative_to("/")
        # Path.resolve would fail at a link that leads to itself; whoever opens the place is told by the system.
        if place != self.root and not Path(os.path.realpath(place.parent)).is_relative_to(self.root.resolve()):
            message = f"{place.parent} leads out of {self.root}; mend that link, or name another --root."
            raise RefusedError(message)
        return place

    def read(self, path: PurePosixPath) -> Content:
        """What stands there.

        Raises:
            CannotReadError: It cannot be opened.
            RefusedError: It is neither a file nor a link.
        """
        place = self.place(path)
        try:
            mode = place.lstat().st_mode
            if S_ISLNK(mode):
                return os.readlink(place)  # noqa: PTH115 - Path.readlink would tidy the target up
            if not S_ISREG(mode):  # reading a pipe or a device would wait for ever
                message = f"{place} is {'a folder' if S_ISDIR(mode) else 'no file'}; move it away, then try again."
                raise RefusedError(message)
            return place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            message = f"Cannot read {place}: {reason(error)}, then try again."
            raise CannotReadError(message) from error

    def fingerprint(self, path: PurePosixPath) -> str | None:
        """What stands there, for comparison; None for nothing."""
        content = self.read(path)
        if content is None:
            return None
        return fingerprint_of_link(content) if isinstance(content, str) else fingerprint_of_file(content)

    def missing_folders(self, path: PurePosixPath) -> list[PurePosixPath]:
        """The folders that a path needs and that are not there, innermost first."""
        return [folder for folder in path.parents if not self.place(folder).exists()]

    def put(self, path: PurePosixPath, content: Content) -> None:
        """Makes a path hold this, durably, whatever stood there.

        Raises:
            CannotWriteError: It holds what it held before.
        """
        place = self.place(path)
        if content is None:
            self._remove(place)
            return
        self._make_folders(path)
        if isinstance(content, str):
            self._link(place, content)
            return
        with aside(place) as file, writing(place):
            os.fchmod(file.fileno(), _READABLE_FILE)
            file.write(content)

    def remove_empty(self, folder: PurePosixPath) -> None:
        """Removes a folder unless somebody put something into it."""
        with suppress(OSError):
            self.place(folder).rmdir()

    def _make_folders(self, path: PurePosixPath) -> None:
        for folder in reversed(self.missing_folders(path)):
            place = self.place(folder)
            with writing(place):
                place.mkdir(exist_ok=True)
                place.chmod(_READABLE_FOLDER)
                sync_folder(place.parent)

    def _link(self, place: Path, target: str) -> None:
        fresh = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        with writing(place):
            try:
                fresh.symlink_to(target)
                fresh.replace(place)
            finally:
                fresh.unlink(missing_ok=True)
            sync_folder(place.parent)

    def _remove(self, place: Path) -> None:
        if not os.path.lexists(place):
            return
        with writing(place):
            place.unlink()
            sync_folder(place.parent)
