"""One value in one private file: whole or absent, durable, and never guessed at when it is damaged."""

from glob import escape
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from store.disk import put, sync_folder, writing
from store.errors import CannotReadError

T = TypeVar("T", bound=msgspec.Struct)


class SmallFile(Generic[T]):
    """A value as JSON; whoever writes holds the folder's lock.

    Attributes:
        path: Where it stands.
        mend: What to do if it is damaged, as the end of a sentence.
    """

    def __init__(self, path: Path, kind: type[T], mend: str) -> None:
        """Prepares the file; nothing is opened or made yet.

        Args:
            path: Where it stands.
            kind: What it holds.
            mend: What to do if it is damaged, as the end of a sentence.
        """
        self.path = path
        self._kind = kind
        self.mend = mend

    def read(self) -> T | None:
        """The value; None if there is no such file.

        Raises:
            CannotReadError: It is damaged, or closed to us, or the whole folder is gone.
        """
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=self._kind)
        except FileNotFoundError as error:
            if self.path.parent.exists():
                return None
            message = f"Cannot read {self.path}: the folder is gone; make it, or mount its disk."
            raise CannotReadError(message) from error
        except OSError as error:
            message = f"Cannot read {self.path}: {error.strerror}; run as the user to whom this folder belongs."
            raise CannotReadError(message) from error
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            message = f"{self.path} is damaged: {self.mend}."
            raise CannotReadError(message) from error

    def write(self, value: T) -> None:
        """Puts a value in place of the one before.

        Raises:
            CannotWriteError: Nothing has changed then.
        """
        sweep(self.path)
        put(self.path, msgspec.json.encode(value) + b"\n")

    def remove(self) -> None:
        """Removes the file, if there is one, and what unfinished writes left.

        Raises:
            CannotWriteError: It may still be there.
        """
        sweep(self.path)
        with writing(self.path):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)


def sweep(path: Path) -> None:
    """Removes what killed writers left beside a file that is only ever written under the lock, which the caller holds.

    Such a left-over is an earlier state: beside the later one it would tell what came in between.
    """
    with writing(path):
        for stale in path.parent.glob(f"{escape(f'.{path.name}.')}*.new"):
            stale.unlink(missing_ok=True)
