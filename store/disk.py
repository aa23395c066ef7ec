"""Files that stay: private, durable, whole or absent."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import IO

from store.errors import CannotWriteError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OPENS_FOLDERS = hasattr(os, "O_DIRECTORY")  # Windows does not, and moves none that holds an open file
AS_BYTES = getattr(os, "O_BINARY", 0)  # for os.open: without it, Windows writes two characters for each "\n"

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}  # as memory sticks and shares say it

_REASONS = {
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "the disk quota is used up; make room",
    errno.EFBIG: "the file may not grow any further; raise the limit or make room",
    errno.EROFS: "the disk is read-only; mount it for writing",
    errno.EACCES: "permission is missing; give this user the right to write there",
    errno.EPERM: "permission is missing; give this user the right to write there",
    errno.ENOENT: "there is no such folder; make it, or mount its disk",
    errno.ENOTDIR: "part of this path is a file, not a folder; name another one",
    errno.EEXIST: "something else stands there; move it away, or name another place",
    errno.EISDIR: "a folder stands there; move it away, or name another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.EIO: "the disk reports an error; look after it, and restore a backup if need be",
}


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what the system says of a failed write into one clear sentence.

    Raises:
        CannotWriteError: Instead of any OSError.
    """
    try:
        yield
    except OSError as error:
        message = f"Cannot write to {path}: {reason(error)}, then try again."
        raise CannotWriteError(message) from error


def reason(error: OSError) -> str:
    """Why the system refused, and the mend: two half sentences."""
    return _REASONS.get(error.errno or 0, f'the system says "{error.strerror or error}"; mend that')


def make_private_folder(folder: Path) -> None:
    """Makes a folder (and its parents) that only its owner may enter; an existing one keeps its mode."""
    with writing(folder):
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if missing or not any(folder.iterdir()):  # an empty one: whoever made it may have died before this line
            for made in missing or [folder]:
                with suppress(PermissionError):
                    sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Makes renames, new files and removals in a folder durable; a no-op where folders cannot be opened."""
    if not OPENS_FOLDERS:
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def aside(path: Path, *, replace: bool = True) -> Iterator[IO[bytes]]:
    """A private file beside ``path`` that takes its place, durably, when the block ends well, and vanishes if not.

    Raises:
        CannotWriteError: Nothing has changed then.
        FileExistsError: ``replace`` is off and something stands there already.
    """
    with writing(path):
        file = NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".new", delete=False)  # noqa: SIM115
        belong(file.fileno(), path.parent)
    fresh = Path(file.name)
    try:
        try:
            yield file
            with writing(path):
                file.flush()
                os.fsync(file.fileno())
        finally:
            with writing(path):  # closing writes once more what could not be written before
                file.close()
        settle(fresh, path, replace=replace)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)  # there only if something went wrong


def settle(fresh: Path, path: Path, *, replace: bool = True) -> None:
    """Gives a finished file its name, durably.

    Raises:
        CannotWriteError: The old file still stands.
        FileExistsError: ``replace`` is off and something stands there already.
    """
    try:
        if replace:
            fresh.replace(path)
        else:
            _name_anew(fresh, path)
        sync_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        with writing(path):
            raise error


def _name_anew(fresh: Path, path: Path) -> None:
    """Gives a finished file a name that is free; the first of all who want it at once gets it.

    Raises:
        FileExistsError: It is taken.
        OSError: The system refuses.
    """
    try:
        os.link(fresh, path)
        fresh.unlink()
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))  # takes the name
        fresh.replace(path)


def belong(descriptor: int, folder: Path) -> None:
    """Gives a new file to the folder's owner, so that work done as root never locks the kiosk's user out."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def put(path: Path, content: bytes, *, replace: bool = True) -> None:
    """Writes a whole private file, or leaves everything as it was.

    Raises:
        CannotWriteError: Nothing has changed then.
        FileExistsError: ``replace`` is off and something stands there already.
    """
    with aside(path, replace=replace) as file, writing(path):
        file.write(content)


def probe(folder: Path) -> None:
    """Writes a little into a folder, durably, and leaves nothing behind.

    Raises:
        CannotWriteError: The folder takes nothing.
    """
    with writing(folder), TemporaryFile(dir=folder, prefix=".probe.", suffix=".new") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())


def sync_data(descriptor: int) -> None:
    """Makes a file's bytes and length durable; times of change may wait where the system allows it."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def read_at(descriptor: int, size: int, offset: int) -> bytes:
    """Bytes from the middle of an open file; where files have but one place to read on from, that moves."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, size, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, size)
