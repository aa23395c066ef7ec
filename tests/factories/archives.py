"""Backups, taken apart and put together differently, for tests of the restore."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

Contents = dict[str, bytes]


def unpack(path: Path) -> Contents:
    """Names and contents of all files."""
    with ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def pack(path: Path, contents: Contents) -> Path:
    """A zip file of these contents."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(ZipInfo(name), content)
    return path


def rebuilt(backup: Path, change: Callable[[Contents], None]) -> Path:
    """A backup with changed files, and a manifest that agrees with them: what a careful forger would make."""
    contents = unpack(backup)
    damaged = {
        entry["name"]: entry["damaged_lines"] for entry in msgspec.json.decode(contents["manifest.json"])["files"]
    }
    change(contents)
    files = [
        {
            "name": name,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "damaged_lines": damaged.get(name, 0),
        }
        for name, content in contents.items()
        if name != "manifest.json"
    ]
    contents["manifest.json"] = msgspec.json.encode({"format": 1, "files": files})
    return pack(backup.with_name("changed.zip"), contents)
