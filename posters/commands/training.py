"""What the trainer's sheets are made from: no data at all, unless a team's scores are asked for."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from posters.commands.options import Printing
from posters.commands.retired import said_of
from posters.sheets.look import Look
from store.behaviors import BEHAVIORS, Behavior
from store.clock import as_of
from store.errors import UsageError
from store.language import Language
from store.open import open_store
from store.organisation import SMALLEST_TEAM, Privacy
from store.plain_text import shortened
from store.scorecard import Scorecard

TeamOption = Annotated[
    str | None,
    typer.Option("--team", metavar="TEAM", show_default=False, help="Show the scores of this team: its key or name."),
]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a trainer's sheet is told.

    Attributes:
        look: How it looks.
        day: The day it bears.
        card: The team whose scores it shows, if any.
        minimum: The fewest answers in a group.
        notes: What whoever prints it should know.
    """

    look: Look
    day: date
    card: Scorecard | None
    minimum: int
    notes: tuple[str, ...] = ()


def facts(printing: Printing, data: Path, team: str | None, on: date | None) -> Facts:
    """What to print from; the data folder is opened only for a team.

    Raises:
        UsageError: There is no such team, or it gets no scores; the day has not come yet.
        SevenWaysError: The data folder cannot be read.
    """
    if team is None:
        look = printing.look()
        return Facts(look, _day(on), None, Privacy().minimum, look.theme.notes)
    with closing(open_store(data)) as store:
        organisation = store.organisation
        found = organisation.find(team)
        if found.too_small:
            message = (
                f'There are no scores for "{found.name}": it has fewer than {SMALLEST_TEAM} members, '
                "and rating it would be rating a person."
            )
            raise UsageError(message)
        day = as_of(organisation, on)
        card = store.scorecard(found.key, day)
        look = printing.look(organisation)
        return Facts(look, day, card, organisation.privacy.minimum, (*look.theme.notes, *said_of(found)))


def behavior_called(text: str, language: Language) -> Behavior:
    """The behavior with this number or key, or whose name begins so, in English or in another language.

    Raises:
        UsageError: There is none, or more than one.
    """
    asked = " ".join(text.split()).casefold()
    for behavior in BEHAVIORS:
        if asked in {str(behavior.number), behavior.value, *_names(behavior, language)}:
            return behavior
    begin_so = [
        behavior for behavior in BEHAVIORS if asked and any(n.startswith(asked) for n in _names(behavior, language))
    ]
    if len(begin_so) == 1:
        return begin_so[0]
    known = ", ".join(f"{behavior.number} {language.say(behavior.label)}" for behavior in begin_so or BEHAVIORS)
    problem = "could be more than one behavior" if begin_so else "is none of the seven behaviors"
    message = f'"{shortened(text, 40)}" {problem}; choose one of: {known}.'
    raise UsageError(message)


def _names(behavior: Behavior, language: Language) -> tuple[str, str]:
    return behavior.label.casefold(), language.say(behavior.label).casefold()


def _day(on: date | None) -> date:
    """The day asked for; today if none was.

    Raises:
        UsageError: It has not come yet.
    """
    today = datetime.now(UTC).astimezone().date()
    if on is not None and on > today:
        message = f"--on {on} has not come yet; choose {today} (today) or a day before."
        raise UsageError(message)
    return on or today
