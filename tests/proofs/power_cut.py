"""A simulator of power cuts: records what a program asks of the disk, and rebuilds what a cut may leave of it.

The model is harsher than the usual file systems:

- A file's bytes and length last once fsync or fdatasync has returned. Until then each page of 4 KiB may hold what
  it held at any moment since the last sync, and so may the length; pages that were never written read as zeros.
- A name (of a new file or folder, a rename, a link, a removal) lasts once its folder was synced. Until then it may
  stand for whatever it stood for at any moment since, independently of all other names.
"""

import copy
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from store.disk import PRIVATE_FOLDER
from tests.proofs.strace import REFUSED, Call

PAGE = 4096


class File:
    """A file's bytes: what is durable, and each version since."""

    def __init__(self, content: bytes = b"") -> None:
        self.versions = [content]

    def write(self, at: int, data: bytes) -> None:
        """Puts bytes somewhere, beyond the end too."""
        old = self.versions[-1].ljust(at, b"\0")
        self.versions.append(old[:at] + data + old[at + len(data) :])

    def resize(self, length: int) -> None:
        """Cuts or lengthens it."""
        self.versions.append(self.versions[-1][:length].ljust(length, b"\0"))

    def sync(self) -> None:
        """Makes the latest version durable."""
        del self.versions[:-1]

    def after_cut(self, chance: random.Random) -> bytes:
        """One of the contents that a cut may leave."""
        length = len(chance.choice(self.versions))
        pages = (chance.choice(self.versions)[at : at + PAGE] for at in range(0, length, PAGE))
        return b"".join(page.ljust(PAGE, b"\0") for page in pages)[:length]


class Folder:
    """A folder's names: what each stands for durably, and whatever it stood for since."""

    def __init__(self) -> None:
        self.names: dict[str, list[File | Folder | None]] = {}

    def get(self, name: str) -> "File | Folder | None":
        """What a running program finds under a name."""
        return self.names.get(name, [None])[-1]

    def put(self, name: str, node: "File | Folder | None") -> None:
        """Lets a name stand for something else, or nothing."""
        self.names.setdefault(name, [None]).append(node)

    def sync(self) -> None:
        """Makes all names durable."""
        for versions in self.names.values():
            del versions[:-1]

    def after_cut(self, chance: random.Random) -> Iterator[tuple[PurePosixPath, bytes | None]]:
        """Paths and contents that a cut may leave; folders have None."""
        for name, versions in self.names.items():
            node = chance.choice(versions)
            if isinstance(node, File):
                yield PurePosixPath(name), node.after_cut(chance)
            elif node:
                yield PurePosixPath(name), None
                yield from ((name / path, content) for path, content in node.after_cut(chance))

    @classmethod
    def copy_of(cls, folder: Path) -> "Folder":
        """What is on the real disk now, all of it durable."""
        copy = cls()
        for path in folder.iterdir() if folder.exists() else ():
            copy.names[path.name] = [cls.copy_of(path) if path.is_dir() else File(path.read_bytes())]
        return copy


@dataclass
class _Opened:
    node: File | Folder
    appends: bool
    position: int = 0


@dataclass
class Disk:
    """A folder, and all below it, as the recorded calls change it."""

    root: Path
    top: Folder
    _opened: dict[int, _Opened] = field(default_factory=dict)

    def restart(self) -> None:
        """A new program begins: nothing is open."""
        self._opened.clear()

    def changes(self, call: Call) -> bool:
        """Carries out a call; tells whether that changes anything here.

        Raises:
            NotImplementedError: The call is not part of the model, and touches a file that is watched.
        """
        watched = any(word.isdigit() and int(word) in self._opened for word in call.words[:1])
        if call.name in REFUSED.split():
            if watched or any(self._place(text) for text in call.texts):
                raise NotImplementedError(f"The simulator does not know {call.name}.")
            return False
        if watched and call.texts and call.name.endswith("at"):
            raise NotImplementedError("The simulator does not know paths that start at an open folder.")
        return bool(getattr(self, f"_{call.name}")(call))

    def _place(self, path: bytes) -> tuple[Folder, str] | None:
        """The folder that holds a path, and the name in it; None if it is not watched."""
        try:
            *above, name = Path(os.fsdecode(path)).relative_to(self.root).parts
        except ValueError:
            return None
        folder: File | Folder | None = self.top
        for part in above:
            if not isinstance(folder, Folder):
                return None
            folder = folder.get(part)
        return (folder, name) if isinstance(folder, Folder) else None

    def _openat(self, call: Call) -> bool:
        self._opened.pop(call.result, None)
        if os.fsdecode(call.texts[0]) == str(self.root):
            self._opened[call.result] = _Opened(self.top, appends=False)
            return False
        place = self._place(call.texts[0])
        if not place:
            return False
        folder, name = place
        flags = call.words[1].split("|")
        node = folder.get(name)
        created = node is None
        if node is None:
            if "O_CREAT" not in flags:
                raise NotImplementedError(f"The simulator lost sight of {name}.")
            node = File()
            folder.put(name, node)
        self._opened[call.result] = _Opened(node, "O_APPEND" in flags)
        if isinstance(node, File) and "O_TRUNC" in flags and not created:
            node.resize(0)
            return True
        return created

    def _close(self, call: Call) -> bool:
        self._opened.pop(int(call.words[0]), None)
        return False

    def _lseek(self, call: Call) -> bool:
        if opened := self._opened.get(int(call.words[0])):
            opened.position = call.result
        return False

    def _write(self, call: Call) -> bool:
        opened = self._opened.get(int(call.words[0]))
        if not opened or not isinstance(opened.node, File):
            return False
        at = len(opened.node.versions[-1]) if opened.appends else opened.position
        opened.node.write(at, call.texts[0][: call.result])
        opened.position = at + call.result
        return True

    def _pwrite64(self, call: Call) -> bool:
        opened = self._opened.get(int(call.words[0]))
        if not opened or not isinstance(opened.node, File):
            return False
        opened.node.write(int(call.words[2]), call.texts[0][: call.result])
        return True

    def _ftruncate(self, call: Call) -> bool:
        opened = self._opened.get(int(call.words[0]))
        if not opened or not isinstance(opened.node, File):
            return False
        opened.node.resize(int(call.words[1]))
        return True

    def _fsync(self, call: Call) -> bool:
        if opened := self._opened.get(int(call.words[0])):
            opened.node.sync()
        return bool(opened)

    _fdatasync = _fsync

    def _rename(self, call: Call) -> bool:
        return self._link(call) and self._unlink(call)

    def _link(self, call: Call) -> bool:
        old, new = self._place(call.texts[0]), self._place(call.texts[1])
        if (old is None) != (new is None):
            raise NotImplementedError("The simulator cannot follow a file out of its folder.")
        if old and new:
            new[0].put(new[1], old[0].get(old[1]))
        return bool(old)

    def _unlink(self, call: Call) -> bool:
        if place := self._place(call.texts[0]):
            place[0].put(place[1], None)
        return bool(place)

    def _mkdir(self, call: Call) -> bool:
        if place := self._place(call.texts[0]):
            place[0].put(place[1], Folder())
        return bool(place)

    _mkdirat = _mkdir
    _renameat = _rename
    _linkat = _link
    _unlinkat = _rmdir = _unlink


@dataclass(frozen=True)
class Cut:
    """What one power cut leaves.

    Attributes:
        promised: The lines that the programs had printed by then.
        files: Contents by path below the watched folder; folders have None.
    """

    promised: tuple[str, ...]
    files: dict[PurePosixPath, bytes | None]

    def lay_out(self, folder: Path) -> None:
        """Writes it to a real folder, which must not exist yet; all is private there."""
        folder.mkdir(PRIVATE_FOLDER, parents=True)
        for path, content in self.files.items():
            if content is None:
                (folder / path).mkdir(PRIVATE_FOLDER)
            else:
                (folder / path).write_bytes(content)


def cuts(before: Folder, root: Path, programs: Sequence[list[Call]], wanted: int, seed: int = 1) -> Iterator[Cut]:
    """Differing states that a power cut may leave while some programs run one after the other.

    Args:
        before: What was on the disk at first.
        root: The watched folder.
        programs: What each of them did.
        wanted: How many states to look for; fewer come if there are not that many.
        seed: For the choice among them.
    """
    chance = random.Random(seed)
    seen: set[int] = set()
    rounds_since_the_last_new_one = 0
    while rounds_since_the_last_new_one < 20:
        rounds_since_the_last_new_one += 1
        for cut in _one_for_each_moment(Disk(root, copy.deepcopy(before)), programs, chance):
            fingerprint = hash((cut.promised, frozenset(cut.files.items())))
            if fingerprint not in seen:
                seen.add(fingerprint)
                rounds_since_the_last_new_one = 0
                yield cut
            if len(seen) == wanted:
                return


def _one_for_each_moment(disk: Disk, programs: Sequence[list[Call]], chance: random.Random) -> Iterator[Cut]:
    promised: list[str] = []
    for calls in programs:
        disk.restart()
        for call in calls:
            if call.name == "write" and call.words[0] == "1":
                promised += call.texts[0].decode().splitlines()
            elif not disk.changes(call):
                continue
            yield Cut(tuple(promised), dict(disk.top.after_cut(chance)))
