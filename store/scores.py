"""From what was released to the scorecards of a window: pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from store.behaviors import EXTRA_MILE, QUESTIONS
from store.errors import UsageError
from store.organisation import Organisation, Team
from store.released import Released
from store.scorecard import Counts, Month, Score, Scorecard, Scorecards, Scores, Window

MONTHS = 12

#: For each question, the counts of each span: the window, then the months from the oldest to the newest.
_Table = list[list[Counts]]


def window_for(organisation: Organisation, on: date, first: date | None, last: date | None) -> Window:
    """The days asked for; by default those before ``on``, and ``on`` itself where release is at once.

    Raises:
        UsageError: The window ends after ``on``, or before it begins.
    """
    today_too = organisation.privacy.release == "at-once"
    end = last or (on if today_too else on - timedelta(days=1))
    days = organisation.scores.window_days
    start = first or (min(end, on - timedelta(days=days)))
    if end > on:
        raise UsageError(
            f"--to {end} lies after {on}, the day from which scores are seen; choose {on} or a day before."
        )
    if start > end:
        raise UsageError(f"From {start} to {end} there is no day; let --from be {end} or earlier, or --to be later.")
    return Window(on, start, end)


def score_all(organisation: Organisation, released: Released, window: Window, dropped: Mapping[str, int]) -> Scorecards:
    """Scorecards of all teams that may have one, and the organisation's own over the same batches.

    A retired team keeps its scorecard as long as the window holds something of it; a team that is too small has
    an empty one, which looks the same as "nothing released yet".

    Args:
        organisation: Whose teams.
        released: What was released.
        window: The days that count.
        dropped: How many held check-ins were dropped on those days, by team.
    """
    months = _months_before(window.on)
    bounds = [(window.first.toordinal(), window.last.toordinal())]
    bounds += [(first.toordinal(), last.toordinal()) for first, last in months]
    names = [f"{first:%Y-%m}" for first, _ in months[1:]]
    nothing = _empty(len(bounds))
    cards, tables = [], [nothing]
    for team in organisation.teams:
        table = nothing if team.too_small else _counts(released, team, bounds)
        tables.append(table)
        scores = _scores(table, 0, len(bounds) - 1)
        if team.retired and not scores.check_ins:
            continue
        history = tuple(Month(name, _scores(table, place, place)) for place, name in enumerate(names, start=2))
        cards.append(
            Scorecard(
                organisation=organisation.name,
                sample=organisation.sample,
                team=team.key,
                name=team.name,
                department=team.department,
                minimum=organisation.privacy.minimum,
                window=window,
                scores=scores,
                history=history,
                dropped=0 if team.too_small else dropped.get(team.key, 0),
            )
        )
    return Scorecards(
        organisation=organisation.name,
        minimum=organisation.privacy.minimum,
        window=window,
        teams=tuple(cards),
        all=_scores(_sum(tables), 0, len(bounds) - 1),
    )


def why_no_card(name: str, last_day: date | None) -> str:
    """Why a retired team has no scorecard.

    Args:
        name: The team's name.
        last_day: The last day of which anything about it was released; None if nothing ever was.
    """
    if last_day is None:
        return f'"{name}" is retired, and no score of it was ever released.'
    on = last_day + timedelta(days=1)
    return f'"{name}" is retired and has no scores in these days; the last ones are from {last_day}: choose --on {on}.'


def _months_before(on: date) -> list[tuple[date, date]]:
    """First and last days of the complete months before a day, oldest first: one more than are shown, to compare."""
    spans = []
    first = on.replace(day=1)
    for _ in range(MONTHS + 1):
        last = first - timedelta(days=1)
        first = last.replace(day=1)
        spans.append((first, last))
    return spans[::-1]


def _empty(spans: int) -> _Table:
    return [[(0,) * 5] * spans for _ in QUESTIONS]


def _counts(released: Released, team: Team, bounds: list[tuple[int, int]]) -> _Table:
    return [released.between(team.key, question, bounds) for question in QUESTIONS]


def _sum(tables: list[_Table]) -> _Table:
    return [
        [tuple(map(sum, zip(*cells, strict=True))) for cells in zip(*rows, strict=True)]
        for rows in zip(*tables, strict=True)
    ]


def _scores(table: _Table, span: int, later: int) -> Scores:
    """Scores of one span; the month at ``later`` is compared with the one before it."""
    seven = table[: QUESTIONS.index(EXTRA_MILE)]
    no, yes = table[-1][span][:2]
    return Scores(tuple([Score(row[span], row[later], row[later - 1]) for row in seven]), (no, yes))
