"""Edits of organisation.toml that keep people's comments and layout."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from store import disk
from store.errors import OrganisationError, UsageError
from store.lock import FolderLock
from store.organisation import Organisation, Team
from store.organisation.file import FILE, parse, read_text
from store.organisation.team_names import clean_name, new_team, refuse_clash

_Edit = Callable[[tomlkit.TOMLDocument], None]


def add_team(folder: Path, name: str) -> Team:
    """Adds a team at the end of the list; its key is made from the name, for good.

    Raises:
        UsageError: The name cannot be one, or another team goes by it.
        OrganisationError: The file has a mistake already.
        StoreBusyError: Somebody else is writing.
        CannotWriteError: Nothing has changed then.
    """
    return add_teams(folder, [name])[0]


def add_teams(folder: Path, names: Sequence[str]) -> tuple[Team, ...]:
    """Adds several teams at once, all or none; the errors are those of ``add_team``."""
    with FolderLock(folder).held():
        text, before = _current(folder)
        teams = before.teams
        for name in names:
            teams = (*teams, new_team(name, teams))
        added = teams[len(before.teams) :]

        def edit(document: tomlkit.TOMLDocument) -> None:
            for team in added:
                _append(document, team)

        _put(folder, text, msgspec.structs.replace(before, teams=teams), edit)
    return added


def rename_team(folder: Path, team: str, name: str) -> Team:
    """Gives a team, named by key or current name, another name; its key stays.

    Raises:
        UsageError: There is no such team, the name cannot be one, or another team goes by it.
        OrganisationError: The file has a mistake already.
        StoreBusyError: Somebody else is writing.
        CannotWriteError: Nothing has changed then.
    """
    with FolderLock(folder).held():
        text, before = _current(folder)
        old = before.find(team)
        new = clean_name(name)
        refuse_clash(new, (other for other in before.teams if other.key != old.key))
        return _change(folder, text, before, msgspec.structs.replace(old, name=new))


def retire_team(folder: Path, team: str) -> Team:
    """Takes a team, named by key or current name, out of the check-in; what was released stays.

    Raises:
        UsageError: There is no such team, it is retired already, or it is the kiosk's home team.
        OrganisationError: The file has a mistake already.
        StoreBusyError: Somebody else is writing.
        CannotWriteError: Nothing has changed then.
    """
    with FolderLock(folder).held():
        text, before = _current(folder)
        old = before.find(team)
        if old.retired:
            message = f'"{old.name}" is retired already; nothing was changed.'
            raise UsageError(message)
        if old.key == before.kiosk.home_team:
            message = f'"{old.name}" is the kiosk\'s home team; choose another as [kiosk] home_team in {FILE} first.'
            raise UsageError(message)
        return _change(folder, text, before, msgspec.structs.replace(old, retired=True))


def _current(folder: Path) -> tuple[str, Organisation]:
    text = read_text(folder)
    return text, parse(text, str(folder / FILE))


def _change(folder: Path, text: str, before: Organisation, changed: Team) -> Team:
    """Writes one changed team in the place of the one with its key."""
    place = [team.key for team in before.teams].index(changed.key)
    teams = (*before.teams[:place], changed, *before.teams[place + 1 :])
    old = before.teams[place]

    def edit(document: tomlkit.TOMLDocument) -> None:
        table = document["teams"][place]
        for field in ("name", "retired"):
            if getattr(changed, field) != getattr(old, field):
                table[field] = getattr(changed, field)

    _put(folder, text, msgspec.structs.replace(before, teams=teams), edit)
    return changed


def _append(document: tomlkit.TOMLDocument, team: Team) -> None:
    """Adds a team where the file lists them: as ``[[teams]]`` or in a list of inline tables."""
    teams = document.setdefault("teams", tomlkit.aot())
    entry = tomlkit.inline_table() if isinstance(teams, Array) else tomlkit.table()
    entry.update({"key": team.key, "name": team.name})
    if isinstance(teams, AoT):
        entry.trivia.indent = "\n"  # an empty line before the heading
    teams.append(entry)


def _put(folder: Path, text: str, after: Organisation, edit: _Edit) -> None:
    """Edits the text and puts it in place, if reading it again gives exactly what was meant."""
    path = folder / FILE
    message = f"{path} is laid out in a way that cannot be edited safely; make this change with a text editor."
    try:
        document = tomlkit.parse(text.rstrip() + "\n")
        edit(document)
        edited = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise OrganisationError(message) from error
    if parse(edited, str(path)) != after:
        raise OrganisationError(message)
    line_end = "\r\n" if "\r\n" in text else "\n"
    disk.put(path, edited.replace("\r\n", "\n").replace("\n", line_end).encode())
