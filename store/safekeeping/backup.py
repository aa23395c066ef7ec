"""One file that holds the whole data folder as it was at one moment, made while kiosks write."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from store.disk import PRIVATE_FILE, aside, writing
from store.errors import CannotReadError, OrganisationError, RefusedError, UsageError
from store.lock import FolderLock
from store.open import open_store
from store.plain_text import printable
from store.progress import Advance, Progress
from store.records import FORMAT
from store.safekeeping.archive import BLOCK, MANIFEST, DamageCount, Entry, Manifest, belongs


class _Source(NamedTuple):
    """An open file, and how much of it belongs to the moment of the backup."""

    name: str
    file: IO[bytes]
    size: int


def back_up(folder: Path, path: Path, progress: Progress, *, replace: bool) -> Manifest:
    """Writes a backup.

    Journals only grow, so the lock is held just for noting where each of them ends. Whatever replaces a file later
    does not matter: it is open by then.

    Args:
        folder: The data folder.
        path: The new zip file; private, whole or absent.
        progress: Shows how far long work is.
        replace: Whether an older file there may be replaced.

    Raises:
        UsageError: The backup would lie in the folder that it protects, or has a name that hides what it is.
        RefusedError: Something stands there already.
        NoOrganisationError: There is nothing to back up.
        NewerFormatError: A newer version of this program has written here.
        CannotReadError: A file cannot be read.
        CannotWriteError: Nothing was written.
    """
    with suppress(OrganisationError):  # a mistake in the settings is kept as it stands
        open_store(folder)
    _check_target(folder, path, replace=replace)
    with ExitStack() as files:
        with FolderLock(folder).held():
            sources = [_open(source, files) for source in sorted(folder.iterdir()) if belongs(source.name)]
        total = sum(source.size for source in sources)
        with progress("Backing up", total) as advance, aside(path) as target, writing(path):
            return _pack(sources, target, advance)


def _pack(sources: list[_Source], target: IO[bytes], advance: Advance) -> Manifest:
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        manifest = Manifest(FORMAT, tuple(_copy(source, archive, advance) for source in sources))
        archive.writestr(_info(MANIFEST), msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _check_target(folder: Path, path: Path, *, replace: bool) -> None:
    shown = printable(str(path))
    if path.resolve().is_relative_to(folder.resolve()):
        message = f"{shown} lies in the data folder itself; write the backup somewhere else, best on another disk."
        raise UsageError(message)
    if path.is_dir():
        message = f"{shown} is a folder; name a file, such as {printable(str(path / 'backup.zip'))}."
        raise UsageError(message)
    if path.suffix.lower() != ".zip":
        message = f"A backup is a zip file; name it {printable(str(path.with_suffix('.zip')))}."
        raise UsageError(message)
    if path.exists() and not replace:
        message = f"{shown} exists already; choose another name, or add --replace."
        raise RefusedError(message)


def _open(path: Path, files: ExitStack) -> _Source:
    with _reading(path):
        file = files.enter_context(path.open("rb"))
        return _Source(path.name, file, os.fstat(file.fileno()).st_size)


def _copy(source: _Source, archive: ZipFile, advance: Advance) -> Entry:
    """Packs one file, as far as it belongs to the backup."""
    size, digest, damage = 0, hashlib.sha256(), DamageCount(source.name)
    with archive.open(_info(source.name), "w", force_zip64=True) as packed:
        while block := _read(source, source.size - size):
            packed.write(block)
            digest.update(block)
            damage.feed(block)
            size += len(block)
            advance(len(block))
    return Entry(source.name, size, digest.hexdigest(), damage.lines)


def _read(source: _Source, left: int) -> bytes:
    with _reading(Path(source.name)):
        return source.file.read(min(BLOCK, left))


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"Cannot read {printable(str(path))}: {error.strerror or error}; no backup was made."
        raise CannotReadError(message) from error


def _info(name: str) -> ZipInfo:
    """A file's entry: private, and without any time of day."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = PRIVATE_FILE << 16
    return info
