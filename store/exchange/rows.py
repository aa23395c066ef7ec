"""Rows of a spreadsheet as check-ins: which columns count, and what may stand in them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from msgspec.structs import replace

from store.behaviors import BEHAVIORS, EXTRA_MILE
from store.errors import CannotReadError, UsageError
from store.exchange.spreadsheet import column_name
from store.organisation import Organisation, Team
from store.organisation.team_names import new_team
from store.plain_text import printable, shortened

REQUIRED = ("date", "team", *(behavior.value for behavior in BEHAVIORS))
COLUMNS = (*REQUIRED, EXTRA_MILE)

_RATINGS = {"": None, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EARLIEST = "1970-01-01"
_SHOWN = 40
_LONGEST_TEAM = 200


class Answers(NamedTuple):
    """What one row says: the day (ISO), the rated team's key, seven ratings (None: skipped), the extra mile."""

    day: str
    team: str
    ratings: tuple[int | None, ...]
    extra_mile: bool


class BadRowError(ValueError):
    """A row that is not a check-in; the message says why."""


class Columns:
    """Where the columns that count stand in a header.

    Attributes:
        dropped: Names of the others, printable.
    """

    def __init__(self, header: Sequence[str], where: str) -> None:
        """Finds the columns.

        Args:
            header: The names as they stand in the file.
            where: The file's name for messages.

        Raises:
            CannotReadError: A column is missing or stands there twice.
        """
        names = [column_name(cell) for cell in header]
        self._width = len(names)
        for name in COLUMNS:
            if names.count(name) > 1:
                message = f"{where}: the column {name} stands there {names.count(name)} times; keep one of them."
                raise CannotReadError(message)
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            raise CannotReadError(f"{where}: {_missing(missing, [name for name in names if name not in COLUMNS])}")
        self._places = [names.index(name) if name in names else None for name in COLUMNS]
        self.dropped = [
            f'"{shortened(cell.strip(), _SHOWN)}"' if cell.strip() else f"number {place} (no name)"
            for place, cell in enumerate(header, start=1)
            if column_name(cell) not in COLUMNS
        ]

    def pick(self, cells: Sequence[str]) -> list[str]:
        """The cells of the columns that count, in their order, trimmed.

        Raises:
            BadRowError: The row is shorter than the header, or has text behind its last column.
        """
        if len(cells) != self._width and (len(cells) < self._width or any(map(str.strip, cells[self._width :]))):
            message = f"it has {len(cells)} cells where the header has {self._width}"
            raise BadRowError(message)
        return ["" if place is None else cells[place].strip() for place in self._places]


class RowReader:
    """Understands rows.

    Attributes:
        new_teams: Teams that rows named and nobody knew yet, with the keys that they will have.
    """

    def __init__(self, organisation: Organisation, on: date, *, create_teams: bool) -> None:
        """Prepares for one file.

        Args:
            organisation: Whose teams may be named.
            on: Today; later days are mistakes.
            create_teams: Whether an unknown team is a new one.
        """
        self.new_teams: tuple[Team, ...] = ()
        self._organisation = organisation
        self._create_teams = create_teams
        self._last_day = on.isoformat()
        self._days: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    @property
    def unseen_teams(self) -> tuple[str, ...]:
        """Names of the teams that rows named and that are too small for a score."""
        named = set(self._keys.values())
        return tuple(printable(team.name) for team in self._organisation.teams if team.too_small and team.key in named)

    def read(self, cells: Sequence[str]) -> Answers:
        """What a row says.

        Args:
            cells: Trimmed cells in the order of ``COLUMNS``.

        Raises:
            BadRowError: It is not a check-in; the message names each wrong cell.
        """
        wrong: list[str] = []
        day, team = self._day(cells[0], wrong), self._team(cells[1], wrong)
        for name, cell in zip(REQUIRED[2:], cells[2:9], strict=True):
            if cell not in _RATINGS:
                wrong.append(f"{name} is {_quoted(cell)}, not a whole number from 1 to 5")
        extra_mile = _YES_OR_NO.get(cells[9].casefold())
        if extra_mile is None:
            wrong.append(f"{EXTRA_MILE} is {_quoted(cells[9])}, not yes or no")
        if not any(cells[2:9]):
            wrong.append("all seven ratings are skipped, so there is nothing to store")
        if wrong or extra_mile is None:
            raise BadRowError("; ".join(wrong))
        return Answers(day, team, tuple(_RATINGS[cell] for cell in cells[2:9]), extra_mile)

    def _day(self, cell: str, wrong: list[str]) -> str:
        if cell not in self._days:
            mistake = self._wrong_day(cell)
            if mistake:
                wrong.append(mistake)
                return ""
            self._days[cell] = cell
        return cell

    def _wrong_day(self, cell: str) -> str | None:
        if not _ISO_DAY.fullmatch(cell):
            return f"the date is {_quoted(cell)}; write it like 2026-10-31 (column format YYYY-MM-DD)"
        try:
            date.fromisoformat(cell)
        except ValueError:
            return f"there is no day {cell}"
        if cell < _EARLIEST:
            return f"the day {cell} is too long ago; write a day since {_EARLIEST}"
        return f"the day {cell} has not come yet" if cell > self._last_day else None

    def _team(self, cell: str, wrong: list[str]) -> str:
        if cell not in self._keys:
            try:
                self._keys[cell] = self._find(cell)
            except UsageError as error:
                wrong.append(str(error).rstrip("."))
                return ""
        return self._keys[cell]

    def _find(self, cell: str) -> str:
        if not cell or len(cell) > _LONGEST_TEAM:
            message = f"the team is {_quoted(cell)}" + ("; that is no name" if cell else "; write its key or its name")
            raise UsageError(message)
        text = unicodedata.normalize("NFC", cell)
        try:
            return self._organisation.find(text).key
        except UsageError:
            if not self._create_teams or self._is_taken(text):
                raise
            return self._create(text)

    def _is_taken(self, text: str) -> bool:
        """Whether the text is a name or key already, though it does not say which team is meant."""
        wanted = " ".join(text.split()).casefold()
        return any(wanted in (team.key, team.name.casefold()) for team in self._organisation.teams)

    def _create(self, text: str) -> str:
        teams = self._organisation.teams
        team = new_team(text, teams)
        self.new_teams = (*self.new_teams, team)
        self._organisation = replace(self._organisation, teams=(*teams, team))
        return team.key


def _quoted(cell: str) -> str:
    return f'"{shortened(cell, _SHOWN)}"' if cell else "empty"


def _missing(missing: list[str], others: list[str]) -> str:
    """What is missing, as the end of a sentence, with the nearest columns that are there."""
    found = {name: get_close_matches(name, others, n=1) for name in missing}
    near = [f'"{printable(match)}" for {name}' for name, matches in found.items() for match in matches]
    mend = (
        f"did you mean {', '.join(near)}?"
        if near
        else "name the columns in the first line, with commas or semicolons between."
    )
    which = f"the column {missing[0]} is" if len(missing) == 1 else f"the columns {', '.join(missing)} are"
    return f"{which} missing; {mend}"
