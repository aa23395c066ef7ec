"""A data folder from a backup: proven first, then put in place by one rename."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from store.disk import OPENS_FOLDERS, belong, make_private_folder, sync_folder, writing
from store.errors import OrganisationError, RefusedError
from store.lock import FolderLock, try_lock
from store.open import open_store
from store.plain_text import printable
from store.progress import Progress
from store.safekeeping.archive import Manifest
from store.safekeeping.proof import opened, read_manifest, unpack
from store.safekeeping.swap import swap


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
    with opened(path) as archive:
        manifest = read_manifest(archive, path)
        make_private_folder(folder.parent)
        _check_room(manifest, folder.parent)
        with _fresh_folder(folder) as fresh:
            with progress("Restoring", sum(entry.size for entry in manifest.files)) as advance:
                for entry in manifest.files:
                    unpack(archive, entry, fresh, advance)
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
    if _holds_something(folder) and not OPENS_FOLDERS:
        message = (
            f"{shown} holds data already, and this system cannot exchange folders; stop the kiosk, give the folder "
            "another name, and restore again without --replace."
        )
        raise RefusedError(message)


def _holds_something(folder: Path) -> bool:
    with writing(folder):
        return folder.is_dir() and any(folder.iterdir())


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
    try:
        with _marked_as_ours(fresh, folder):
            yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def _marked_as_ours(fresh: Path, folder: Path) -> Iterator[None]:
    """Locks a fresh folder, so that nobody takes it for one that a killed process left behind."""
    if not OPENS_FOLDERS:
        yield
        return
    with writing(fresh):
        descriptor = os.open(fresh, os.O_RDONLY)
    try:
        try_lock(descriptor)
        belong(descriptor, folder if folder.exists() else folder.parent)
        yield
    finally:
        os.close(descriptor)


def _remove_if_left_behind(stale: Path) -> None:
    if not OPENS_FOLDERS:
        return  # it may be somebody's at work
    descriptor = os.open(stale, os.O_RDONLY)
    try:
        if try_lock(descriptor):
            shutil.rmtree(stale, ignore_errors=True)
    finally:
        os.close(descriptor)


def _put_in_place(fresh: Path, folder: Path) -> Path | None:
    """Gives the fresh folder its name; returns where the earlier content is now."""
    with writing(folder):
        if not _holds_something(folder):
            if folder.exists() and not OPENS_FOLDERS:
                folder.rmdir()  # it is empty, but Windows puts no folder in the place of another
            fresh.replace(folder)
            sync_folder(folder.parent)
            return None
        before = _free_name(folder)
        with FolderLock(folder).held():
            fresh.rename(before)
            with ExitStack() as undo:
                undo.callback(before.rename, fresh)
                swap(before, folder)
                undo.pop_all()
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
