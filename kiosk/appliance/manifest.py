"""The list of what an installation wrote, so that it can be taken back: that, and nothing else."""

import re
from pathlib import Path, PurePosixPath

import msgspec

from kiosk.appliance.parts import CONFIGURATION
from kiosk.appliance.tree import Tree
from store.errors import CannotReadError, RefusedError
from store.plain_text import shortened

#: Where the list stands; it is readable by everybody.
MANIFEST = CONFIGURATION / "installed.json"

_PLAIN_PATH = re.compile(r"(/[\w.@+-]+)+", re.ASCII)


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was written.

    Attributes:
        items: For each path its fingerprint; two of them while an installation is under way.
        folders: Folders that were made for it.
    """

    items: dict[str, tuple[str, ...]] = {}
    folders: tuple[str, ...] = ()

    def wrote(self, path: PurePosixPath, fingerprint: str | None) -> bool:
        """Whether what stands there is what an installation wrote."""
        return fingerprint in self.items.get(str(path), ())


def read_manifest(tree: Tree) -> Manifest | None:
    """The list; None if nothing was installed.

    Raises:
        CannotReadError: It is damaged, or cannot be opened.
        RefusedError: It is no file, or names a folder that a link leads out of the root.
    """
    content = tree.read(MANIFEST)
    if content is None:
        return None
    if isinstance(content, str):
        message = f"{tree.place(MANIFEST)} is a link; move it away, then try again."
        raise RefusedError(message)
    manifest = _decoded(content, tree.place(MANIFEST))
    for folder in manifest.folders:
        tree.place(PurePosixPath(folder))
    return manifest


def _decoded(content: bytes, place: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(place, str(error)) from error
    strange = [path for path in (*manifest.items, *manifest.folders) if not _is_plain(path)]
    if strange:
        raise _damaged(place, f"it names {shortened(ascii(strange[0]), 80)}")
    return manifest


def _is_plain(path: str) -> bool:
    """Whether an installation could have written there: a whole path without detours or odd characters."""
    return _PLAIN_PATH.fullmatch(path) is not None and not {".", ".."} & set(path.split("/"))


def _damaged(place: Path, why: str) -> CannotReadError:
    return CannotReadError(
        f"{place} is damaged ({why}); without it nothing is known to be ours: remove the files by hand."
    )


def manifest_bytes(manifest: Manifest) -> bytes:
    """The list as a file."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted")) + b"\n"
