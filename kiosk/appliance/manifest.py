"""The list of what an installation wrote, so that it can be taken back: that, and nothing else."""

from pathlib import Path, PurePosixPath

import msgspec

from kiosk.appliance.parts import CONFIGURATION
from store.disk import reason
from store.errors import CannotReadError

#: Where the list stands; it is readable by everybody.
MANIFEST = CONFIGURATION / "installed.json"


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


def read_manifest(place: Path) -> Manifest | None:
    """The list; None if nothing was installed.

    Raises:
        CannotReadError: It is damaged or cannot be opened.
    """
    try:
        return msgspec.json.decode(place.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"Cannot read {place}: {reason(error)}, then try again."
        raise CannotReadError(message) from error
    except msgspec.DecodeError as error:
        message = f"{place} is damaged ({error}); without it nothing is known to be ours: remove the files by hand."
        raise CannotReadError(message) from error


def manifest_bytes(manifest: Manifest) -> bytes:
    """The list as a file."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted")) + b"\n"
