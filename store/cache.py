"""Derived values on disk: they save time, and may be deleted at any moment."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from store.disk import PRIVATE_FILE, PRIVATE_FOLDER, sync_folder

FOLDER = "cache"
_VERSION = f"1 {sys.byteorder}\n".encode()
_CHECKSUM_LENGTH = 4

T = TypeVar("T")


def load(path: Path, kind: type[T]) -> T | None:
    """What was saved; None if it is missing, torn, or of another version."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head = len(_VERSION) + _CHECKSUM_LENGTH
    body = memoryview(content)[head:]
    if content[:head] != _VERSION + crc32(body).to_bytes(_CHECKSUM_LENGTH, "big"):
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError:
        return None


def forget(folder: Path) -> None:
    """Removes, durably, all that was derived in a data folder: a file that it was counted from will be another."""
    derived = folder / FOLDER
    with suppress(OSError):
        for path in derived.glob("[!.]*"):
            path.unlink(missing_ok=True)
        sync_folder(derived)


def save(path: Path, value: object) -> None:
    """Replaces what was saved; not synced, and no error if it cannot be: it is only derived."""
    body = msgspec.msgpack.encode(value)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    with suppress(OSError):
        path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        try:
            fresh.touch(PRIVATE_FILE)
            with fresh.open("wb") as file:
                file.writelines((_VERSION, crc32(body).to_bytes(_CHECKSUM_LENGTH, "big"), body))
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
