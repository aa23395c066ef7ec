"""A data folder from a backup: proven first, then put in place by one rename."""

import hashlib
import os
import shutil
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from store.archive import BLOCK, LONGEST_MANIFEST, MANIFEST, DamageCount, Entry, Manifest, belongs
from store.disk import PRIVATE_FILE, belong, make_private_folder, sync_folder, writing
from store.errors import CannotReadError, NewerFormatError, OrganisationError, RefusedError
from store.lock import FolderLock, try_lock
from store.open import open_store
from store.organisation_file import FILE
from store.plain_text import printable, shortened
from store.progress import Advance, Progress
from store.records import FORMAT
from store.swap import swap

_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Restored(NamedTuple):
    """What a restore did.

    Attributes:
        manifest: What the backup held.
        before: Where the folder's earlier content is now; None if there was none.
    """

    manifest: Manifest
    before: Path | None


def restore(path: Path, folder: Path, progress: Progress, *, replace: bool) -> Restored:
    """Makes a data folder from a backup; a process that is killed leaves the old one or the new one.

    Args:
        path: The zip file.
        folder: The data folder.
        progress: Shows how far long work is.
        replace: Whether a folder that holds something may be moved aside for it.

    Raises:
        RefusedError: The folder holds something; nothing was changed.
        CannotReadError: This is no backup, or not as it was made; nothing was changed.
        NewerFormatError: It is a newer version's; nothing was changed.
        CannotWriteError: Nothing was changed.
        StoreBusyError: The same.
    """
    folder = folder.resolve()
    _check_target(folder, replace=replace)
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        make_private_folder(folder.parent)
        _check_room(manifest, folder.parent)
        with _fresh_folder(folder) as fresh:
            with progress("Restoring", sum(entry.size for entry in manifest.files)) as advance:
                for entry in manifest.files:
                    _unpack(archive, entry, fresh, advance)
            sync_folder(fresh)
            with suppress(OrganisationError):  # kept as it stood
                open_store(fresh)
            before = _put_in_place(fresh, folder)
    return Restored(manifest, before)


def _check_target(folder: Path, *, replace: bool) -> None:
    shown = printable(str(folder))
    if folder.exists() and not folder.is_dir():
        message = f"{shown} is a file; name a folder with --data."
        raise RefusedError(message)
    if folder.is_mount():
        message = (
            f"{shown} is where a disk is mounted, and cannot be exchanged; name a folder on that disk with --data."
        )
        raise RefusedError(message)
    if _holds_something(folder) and not replace:
        message = f"{shown} holds data already; name another folder with --data, or add --replace to move it aside."
        raise RefusedError(message)


def _holds_something(folder: Path) -> bool:
    with writing(folder):
        return folder.is_dir() and any(folder.iterdir())


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    """The zip file, open; whatever turns out to be broken in it becomes one sentence."""
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


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    """The manifest, if it fits what the zip file holds."""
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


def _check_room(manifest: Manifest, parent: Path) -> None:
    needed, left = sum(entry.size for entry in manifest.files), shutil.disk_usage(parent).free
    if needed > left:
        message = f"The backup needs {needed:,} bytes, and {parent} has {left:,} left; make room. Nothing was changed."
        raise RefusedError(message)


@contextmanager
def _fresh_folder(folder: Path) -> Iterator[Path]:
    """A private folder beside the data folder; removed if it is not used in the end."""
    prefix, suffix = f".{folder.name}.", ".new"
    with writing(folder.parent):
        for stale in folder.parent.glob(f"{escape(prefix)}*{suffix}"):
            _remove_if_left_behind(stale)
        fresh = Path(mkdtemp(prefix=prefix, suffix=suffix, dir=folder.parent))
        descriptor = os.open(fresh, os.O_RDONLY)
    try:
        try_lock(descriptor)  # so that nobody takes it for one that a killed process left behind
        belong(descriptor, folder if folder.exists() else folder.parent)
        yield fresh
    finally:
        os.close(descriptor)
        shutil.rmtree(fresh, ignore_errors=True)


def _remove_if_left_behind(stale: Path) -> None:
    descriptor = os.open(stale, os.O_RDONLY)
    try:
        if try_lock(descriptor):
            shutil.rmtree(stale, ignore_errors=True)
    finally:
        os.close(descriptor)


def _unpack(archive: ZipFile, entry: Entry, fresh: Path, advance: Advance) -> None:
    """Writes one file and proves that it is the one that was backed up."""
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


def _put_in_place(fresh: Path, folder: Path) -> Path | None:
    """Gives the fresh folder its name; returns where the earlier content is now."""
    with writing(folder):
        if not _holds_something(folder):
            fresh.replace(folder)
            sync_folder(folder.parent)
            return None
        before = _free_name(folder)
        with FolderLock(folder).held():
            fresh.rename(before)
            try:
                swap(before, folder)
            except BaseException:
                before.rename(fresh)
                raise
            sync_folder(folder.parent)
        return before


def _free_name(folder: Path) -> Path:
    """``sevenways.before-restore`` beside ``sevenways``, with a number if that is taken."""
    name = f"{folder.name}.before-restore"
    number = 1
    path = folder.with_name(name)
    while path.exists():
        number += 1
        path = folder.with_name(f"{name}-{number}")
    return path
