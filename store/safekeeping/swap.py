"""Two folders change places in one step."""

import ctypes
import errno
import os
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def swap(new: Path, old: Path) -> None:
    """Puts ``new`` in the place of ``old`` and ``old`` in the place of ``new``.

    On Linux one system call does it, so that whoever is killed or cut from power leaves the one or the other in
    place. Elsewhere, and on disks that do not know it, these are three renames.

    Raises:
        OSError: Nothing has changed then.
    """
    if _exchange(new, old):
        return
    between = new.with_name(f"{new.name}.moving")
    os.rename(old, between)  # noqa: PTH104  # beside the call above, which knows paths only
    os.rename(new, old)  # noqa: PTH104
    os.rename(between, new)  # noqa: PTH104


def _exchange(new: Path, old: Path) -> bool:
    """Asks the system; False if it cannot do that."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(old))
