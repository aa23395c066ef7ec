"""Where what must not outlive the machine's day is kept: a private folder in memory, never in the data folder."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE, S_ISDIR
from tempfile import gettempdir

from store.disk import PRIVATE_FOLDER

_DIGITS = 16
_SHARED = Path("/dev/shm")  # noqa: S108  # its subfolder is proven to be ours before it is used


def runtime_folder(data: Path, environment: Mapping[str, str]) -> Path | None:
    """The folder that all processes of this user share for one data folder; made if it is missing.

    The first of ``$XDG_RUNTIME_DIR``, ``/run/user/UID``, ``/dev/shm`` and the folder for temporary files that can
    be used. A symlink is not followed, and a folder of another user not entered.

    Args:
        data: The data folder; the other one never lies in it.
        environment: Variables of this process.

    Returns:
        The folder; None if there is no place for it.
    """
    data = data.resolve()
    name = f"sevenways-{_user()}-{sha256(os.fsencode(data)).hexdigest()[:_DIGITS]}"
    for base in _bases(environment):
        if not base.resolve().is_relative_to(data) and make_ours(base / name):
            return base / name
    return None


def make_ours(folder: Path) -> bool:
    """Makes a folder in one that is there, and closes it to others; tells whether it is really ours."""
    try:
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
        found = folder.lstat()
        if not S_ISDIR(found.st_mode) or found.st_uid != _user():
            return False
        if S_IMODE(found.st_mode) != PRIVATE_FOLDER:
            folder.chmod(PRIVATE_FOLDER)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _bases(environment: Mapping[str, str]) -> Iterator[Path]:
    """Places to try; the first two belong to one user, and are no use if that is somebody else."""
    named = environment.get("XDG_RUNTIME_DIR", "")
    private = [Path(named)] if named.startswith("/") else []
    private.append(Path("/run/user") / str(_user()))
    for base in private:
        with suppress(OSError):
            if base.stat().st_uid == _user():
                yield base
    yield from (_SHARED, Path(gettempdir()))


def _user() -> int:
    """This user's number; 0 for all where users have none, as files then say, too."""
    return os.geteuid() if hasattr(os, "geteuid") else 0
