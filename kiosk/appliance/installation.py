"""Writes a plan's files whole or not at all, and takes back exactly what it wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from kiosk.appliance.manifest import MANIFEST, Manifest, manifest_bytes, read_manifest
from kiosk.appliance.parts import Item, TextFile
from kiosk.appliance.tree import Content, Tree
from store.errors import CannotWriteError, RefusedError


@dataclass(frozen=True, slots=True)
class Changes:
    """What an installation or removal would do.

    Attributes:
        puts: What each path will hold; nothing for those that go.
        manifest: The list of what is ours afterwards; None if nothing is.
        during: The list while it is under way, so that a crash loses track of nothing.
    """

    puts: dict[PurePosixPath, Content]
    manifest: Manifest | None
    during: Manifest


def installation(tree: Tree, items: Iterable[Item], *, force: bool) -> Changes:
    """What has to change so that these items, and none of an earlier installation, stand there.

    Args:
        tree: The system.
        items: What it shall hold.
        force: Replace what somebody changed since an earlier installation.

    Raises:
        RefusedError: Files of somebody else stand there, or, without force, ours that somebody changed.
    """
    old = read_manifest(tree) or Manifest()
    wanted = {item.path: item for item in items}
    now = {path: tree.fingerprint(path) for path in [*wanted, *(PurePosixPath(path) for path in old.items)]}
    _respect_strangers(
        [p for p, i in wanted.items() if str(p) not in old.items and now[p] not in {None, i.fingerprint}]
    )
    leaving = [path for path in now if path not in wanted]
    differing = [path for path, item in wanted.items() if now[path] != item.fingerprint]
    if not force:
        _respect_edits([path for path in (*differing, *leaving) if now[path] and not old.wrote(path, now[path])])
    ours = {path: item for path, item in wanted.items() if str(path) in old.items or now[path] is None}
    made = {str(folder) for path in differing for folder in tree.missing_folders(path)}
    after = Manifest(
        {str(path): (item.fingerprint,) for path, item in ours.items()}, tuple(sorted({*old.folders, *made}))
    )
    puts: dict[PurePosixPath, Content] = {path: _content(wanted[path]) for path in differing}
    puts |= {path: None for path in leaving if now[path]}
    return Changes(puts, after, _both(old, after))


def removal(tree: Tree, *, force: bool) -> Changes:
    """What has to change so that nothing of an installation is left.

    Raises:
        RefusedError: Nothing was installed, or, without force, somebody changed what was.
    """
    old = read_manifest(tree)
    if old is None:
        message = f"There is nothing to undo: no {tree.place(MANIFEST)}."
        raise RefusedError(message)
    now = {PurePosixPath(path): tree.fingerprint(PurePosixPath(path)) for path in old.items}
    if not force:
        _respect_edits([path for path, print_ in now.items() if print_ and not old.wrote(path, print_)])
    return Changes({path: None for path, print_ in now.items() if print_}, None, old)


def apply(tree: Tree, changes: Changes) -> None:
    """Make the changes; if one fails, take the others back.

    Raises:
        CannotWriteError: Everything is as it was, as far as the disk allows.
    """
    before = {path: tree.read(path) for path in (MANIFEST, *changes.puts)}
    folders = tuple(PurePosixPath(folder) for folder in changes.during.folders)
    try:
        if changes.puts:
            tree.put(MANIFEST, manifest_bytes(changes.during))
        for path, content in changes.puts.items():
            tree.put(path, content)
        final = None if changes.manifest is None else manifest_bytes(changes.manifest)
        if before[MANIFEST] != final or changes.puts:
            tree.put(MANIFEST, final)
    except CannotWriteError:
        _take_back(tree, before)
        _tidy(tree, folders)
        raise
    if changes.manifest is None:
        _tidy(tree, folders)


def _take_back(tree: Tree, before: dict[PurePosixPath, Content]) -> None:
    """Restore what can be restored; the list of what is ours comes last, so that it never knows too little."""
    for path, content in reversed(before.items()):
        try:
            tree.put(path, content)
        except CannotWriteError:
            return


def _tidy(tree: Tree, folders: Iterable[PurePosixPath]) -> None:
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        tree.remove_empty(folder)


def _both(old: Manifest, new: Manifest) -> Manifest:
    """Whatever either list knows."""
    paths = {*old.items, *new.items}
    items = {path: tuple(dict.fromkeys((*old.items.get(path, ()), *new.items.get(path, ())))) for path in paths}
    return Manifest(items, tuple(sorted({*old.folders, *new.folders})))


def _content(item: Item) -> Content:
    return item.text.encode() if isinstance(item, TextFile) else item.target


def _respect_strangers(paths: list[PurePosixPath]) -> None:
    if paths:
        message = f"Somebody else's files are in the way: {_named(paths)}. Move them away, then try again."
        raise RefusedError(message)


def _respect_edits(paths: list[PurePosixPath]) -> None:
    if paths:
        message = f"Somebody changed {_named(paths)} since; look at them, and use --force to give the changes up."
        raise RefusedError(message)


def _named(paths: list[PurePosixPath]) -> str:
    shown = ", ".join(str(path) for path in paths[:5])
    return f"{shown} and {len(paths) - 5} more" if len(paths) > 5 else shown
