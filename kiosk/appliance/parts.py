"""What an appliance is made of: files, links, and commands; each says why it is there."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

#: The account that the kiosk runs under, and the name of all that belongs to it.
ACCOUNT = "sevenways"
#: Where its data is kept.
DATA = PurePosixPath("/var/lib/sevenways")
#: Where its own settings are kept.
CONFIGURATION = PurePosixPath("/etc/sevenways")
#: Where systemd looks for units that an administrator adds or switches off.
UNITS = PurePosixPath("/etc/systemd/system")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of settings, readable by everybody; its text carries its own comments.

    Attributes:
        path: Where it stands, from the root of the system.
        why: What it is for, as one sentence.
        text: All of it.
    """

    path: PurePosixPath
    why: str
    text: str

    @property
    def fingerprint(self) -> str:
        """What tells whether somebody changed it."""
        return fingerprint_of_file(self.text.encode())


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link; to ``/dev/null`` it switches a unit off, from a ``.wants`` folder it starts one at boot."""

    path: PurePosixPath
    why: str
    target: str

    @property
    def fingerprint(self) -> str:
        """What tells whether somebody changed it."""
        return fingerprint_of_link(self.target)


Item = TextFile | Link


@dataclass(frozen=True, slots=True)
class Step:
    """A command that has to run on the machine itself.

    Attributes:
        command: The program and its arguments.
        why: What it does, as one sentence.
    """

    command: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that makes a machine a kiosk, in the order in which it happens.

    Attributes:
        title: What kind of kiosk it becomes.
        before: Commands that run before anything is written.
        items: What is written.
        after: Commands that run when all is written.
        by_hand: What a person does then, as sentences or commands.
    """

    title: str
    before: tuple[Step, ...]
    items: tuple[Item, ...]
    after: tuple[Step, ...]
    by_hand: tuple[str, ...]


def fingerprint_of_file(content: bytes) -> str:
    """What a file's content is remembered by."""
    return sha256(content).hexdigest()


def fingerprint_of_link(target: str) -> str:
    """What a link is remembered by."""
    return f"-> {target}"
