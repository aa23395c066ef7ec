"""Whether a folder lies on a network disk, where locks are not to be trusted."""

import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = {
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "gfs2", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "virtiofs",
}  # fmt: skip
_ESCAPE = re.compile(r"\\([0-7]{3})")


def network_disk(folder: Path) -> str | None:
    """The kind of network disk that a folder lies on; None if it lies on none, or the system does not say."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return kind_of_network(folder.resolve(), mounts)


def kind_of_network(folder: Path, mounts: str) -> str | None:
    """The same, from a table of mounts.

    Args:
        folder: An absolute path without links.
        mounts: Lines of device, mount point and kind, later ones over earlier ones, as in ``/proc/self/mounts``.
    """
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= nearest:
            nearest, kind = len(point.parts), fields[2]
    return kind if kind in _NETWORK else None
