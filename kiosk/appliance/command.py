"""`kiosk install` from its options to its last sentence: print, write or undo."""

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import join

from kiosk.appliance import installation
from kiosk.appliance.parts import Plan, Step
from kiosk.appliance.plan import plan, removal
from kiosk.appliance.printed import by_hand, printed, section
from kiosk.appliance.settings import PROGRAM, Settings
from kiosk.appliance.tree import Tree
from store.errors import RefusedError, UsageError

Say = Callable[[str], None]

_SYSTEMD_RUNS = Path("/run/systemd/system")  # the sign that sd_booted(3) names


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants done.

    Attributes:
        settings: What kind of kiosk.
        root: The system, or a folder that stands for it, where no command is run.
        write: Do it, instead of saying what would be done.
        undo: Take it back.
        force: Give up what somebody changed in the files since.
    """

    settings: Settings
    root: Path
    write: bool = False
    undo: bool = False
    force: bool = False


def install(request: Request, say: Say) -> None:
    """Print what makes this machine a kiosk, or write it, or undo it.

    Raises:
        UsageError: The options do not go together, or root's rights are missing.
        RefusedError: Something is in the way; nothing was changed.
        CannotWriteError: A file could not be written; those before it were taken back.
    """
    _check(request)
    tree = Tree(request.root)
    if request.undo:
        changes = installation.removal(tree, force=request.force)
        _carry_out(request, tree, changes, removal(), say)
    elif request.write:
        planned = plan(request.settings)
        _find_program(tree, request.settings)
        changes = installation.installation(tree, planned.items, force=request.force)
        _carry_out(request, tree, changes, planned, say)
    else:
        say(printed(plan(request.settings)))


def _check(request: Request) -> None:
    if request.write and request.undo:
        raise UsageError("--write and --undo do not go together; choose one.")
    if not request.root.is_dir():
        message = f"--root {request.root} is no folder; make it first, or leave --root out for this machine."
        raise UsageError(message)
    if (request.write or request.undo) and _is_machine(request.root) and os.geteuid() != 0:
        raise UsageError("This changes the whole machine: use sudo, or --root DIR to write into a folder.")


def _is_machine(root: Path) -> bool:
    return root.resolve() == Path("/")


def _find_program(tree: Tree, settings: Settings) -> None:
    place = tree.place(settings.program)
    if not (place.is_file() and os.access(place, os.X_OK)):
        folder = PROGRAM.parents[1]
        message = f"There is no program {place}; install Seven Ways into {folder}, or name its program with --program."
        raise RefusedError(message)


def _carry_out(request: Request, tree: Tree, changes: installation.Changes, planned: Plan, say: Say) -> None:
    """The files, with the commands around them where this is the machine itself."""
    is_machine = _is_machine(request.root)
    if is_machine:
        _run(planned.before, say)
    installation.apply(tree, changes)
    say("\n".join(_told(tree, changes)))
    if is_machine:
        _run(planned.after, say)
    # In a folder no command was run; somebody has to, in the system that it becomes.
    left = () if is_machine else section("In the system itself", (*planned.before, *planned.after))
    say("\n".join((*left, *by_hand(planned))))


def _told(tree: Tree, changes: installation.Changes) -> Iterator[str]:
    for path, content in changes.puts.items():
        yield f"{'removed' if content is None else 'wrote'} {tree.place(path)}"
    if not changes.puts:
        yield "Everything is as it should be; nothing was changed."


def _run(steps: tuple[Step, ...], say: Say) -> None:
    """Run commands in turn; what they print is seen. In a container or an image systemd is not there to be told.

    Raises:
        RefusedError: One failed or is not there.
    """
    for step in steps:
        if step.command[0] == "systemctl" and not _SYSTEMD_RUNS.is_dir():
            continue
        say(f"$ {join(step.command)}")
        try:
            subprocess.run(step.command, check=True)  # noqa: S603 - fixed commands, no shell
        except (subprocess.CalledProcessError, FileNotFoundError) as error:
            message = f'"{join(step.command)}" did not work; mend what it says, then run this again.'
            raise RefusedError(message) from error
