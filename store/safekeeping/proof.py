"""Proves a backup while it is read: what is not exactly as it was made becomes one sentence."""

import hashlib
import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from store.disk import PRIVATE_FILE, belong, writing
from store.errors import CannotReadError, NewerFormatError
from store.organisation.file import FILE
from store.plain_text import printable, shortened
from store.progress import Advance
from store.records import FORMAT
from store.safekeeping.archive import BLOCK, LONGEST_MANIFEST, MANIFEST, DamageCount, Entry, Manifest, belongs

_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """The zip file, open.

    Raises:
        CannotReadError: It is none.
    """
    shown = printable(str(path))
    if not path.is_file():
        message = f"There is no file {shown}; name a backup."
        raise CannotReadError(message)
    with _proving(path):
        archive = ZipFile(path)
    with archive:
        yield archive


@contextmanager
def _proving(path: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise _broken(path, shortened(str(error), 200)) from error


def _broken(path: Path, why: str) -> CannotReadError:
    return CannotReadError(
        f"{printable(str(path))} is not a sound backup ({why.rstrip('.')}); use another one. Nothing was changed."
    )


def read_manifest(archive: ZipFile, path: Path) -> Manifest:
    """The manifest, if it fits what the zip file holds: each file once, of our names, none of them a link.

    Raises:
        CannotReadError: It does not.
        NewerFormatError: A newer version of this program made the backup.
    """
    found = {info.filename: info for info in archive.infolist()}
    if MANIFEST not in found or len(found) != len(archive.infolist()):
        raise _broken(path, f"{MANIFEST} is missing, or files are in it twice")
    with _proving(path):
        content = _content(archive, found.pop(MANIFEST))
        _check_format(path, msgspec.json.decode(content, type=_Formatted).format)
        manifest = msgspec.json.decode(content, type=Manifest)
    named = {entry.name: entry for entry in manifest.files}
    if found.keys() != named.keys() or FILE not in named:
        raise _broken(path, "its files are not those that it should hold")
    for name, info in found.items():
        if not belongs(name) or not _is_plain(info) or info.file_size != named[name].size:
            raise _broken(path, f"{shortened(name, 60)} is not what it should be")
    return manifest


class _Formatted(msgspec.Struct):
    """As much of a manifest as every version can read."""

    format: int


def _check_format(path: Path, number: int) -> None:
    if number > FORMAT:
        message = (
            f"{printable(str(path))} has format {number}, and this program knows formats up to {FORMAT}: "
            "it was made by a newer Seven Ways; install that version or a later one. Nothing was changed."
        )
        raise NewerFormatError(message)


def _content(archive: ZipFile, info: ZipInfo) -> bytes:
    with archive.open(info) as packed:
        content = packed.read(LONGEST_MANIFEST + 1)
    if len(content) > LONGEST_MANIFEST:
        message = f"{MANIFEST} is too long"
        raise BadZipFile(message)
    return content


def _is_plain(info: ZipInfo) -> bool:
    """Whether an entry is a regular file that we could have written."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    packed_as_ours = info.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not info.flag_bits & _ENCRYPTED
    return kind in (0, stat.S_IFREG) and not info.is_dir() and packed_as_ours


def unpack(archive: ZipFile, entry: Entry, fresh: Path, advance: Advance) -> None:
    """Writes one file durably into a fresh folder, and proves that it is the one that was backed up.

    Raises:
        CannotReadError: It is not; no more than its announced size was written.
        CannotWriteError: The disk is full.
    """
    path, left, digest, damage = fresh / entry.name, entry.size, hashlib.sha256(), DamageCount(entry.name)
    source = Path(archive.filename or "")
    with writing(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            belong(descriptor, fresh)
            with _proving(source):
                packed = archive.open(entry.name)
            with packed:
                while block := _next_block(packed, left, source):
                    file.write(block)
                    digest.update(block)
                    damage.feed(block)
                    left -= len(block)
                    advance(len(block))
            file.flush()
            os.fsync(descriptor)
    if left or digest.hexdigest() != entry.sha256 or damage.lines > entry.damaged_lines:
        raise _broken(source, f"{entry.name} is not as it was when the backup was made")


def _next_block(packed: IO[bytes], left: int, source: Path) -> bytes:
    with _proving(source):
        block = packed.read(BLOCK)
    if len(block) > left:
        raise _broken(source, "a file is longer than it says")
    return block
