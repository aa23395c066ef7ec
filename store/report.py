"""Scorecards as other programs and people at a terminal read them."""

from collections.abc import Iterator
from textwrap import wrap

from store.behaviors import BEHAVIORS
from store.organisation import Privacy
from store.organisation.promises import when_scores_appear
from store.plain_text import padded, printable
from store.scorecard import Score, Scorecard, Scorecards, Scores

_LABEL = 24
_WIDTH = 80
_HEADINGS = f"    {'':{_LABEL}}score  likely range  4s and 5s      n  change"


def as_json(cards: Scorecards) -> dict[str, object]:
    """All scorecards as plain values, the shape of ``store scores --json``; figures have four decimals."""
    return {
        "organisation": cards.organisation,
        "on": cards.window.on.isoformat(),
        "from": cards.window.first.isoformat(),
        "to": cards.window.last.isoformat(),
        "minimum": cards.minimum,
        "teams": [_team(card) for card in cards.teams],
        "all": _scores(cards.all),
    }


def _team(card: Scorecard) -> dict[str, object]:
    history = [{"month": month.month, **_scores(month.scores)} for month in card.history]
    return {
        "team": card.team,
        "name": card.name,
        **_scores(card.scores),
        "dropped": card.dropped,
        "history": history,
    }


def _scores(scores: Scores) -> dict[str, object]:
    return {
        "check_ins": scores.check_ins,
        "extra_mile": {"yes": scores.extra_mile[1], "share": _rounded(scores.extra_mile_share)},
        "behaviors": {behavior.value: _score(scores[behavior]) for behavior in BEHAVIORS},
    }


def _score(score: Score) -> dict[str, object]:
    low, high = score.likely_range or (None, None)
    favourable_low, favourable_high = score.favourable_range or (None, None)
    return {
        "n": score.n,
        "mean": _rounded(score.mean),
        "low": _rounded(low),
        "high": _rounded(high),
        "favourable": _rounded(score.favourable),
        "favourable_low": _rounded(favourable_low),
        "favourable_high": _rounded(favourable_high),
        "counts": list(score.counts),
        "change": score.change,
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def as_text(cards: Scorecards, privacy: Privacy) -> Iterator[str]:
    """All scorecards as lines for a terminal, at most 80 columns wide.

    Args:
        cards: The scorecards.
        privacy: The rule that decides when there are scores; it is said where some are missing.
    """
    sample = "  SAMPLE DATA" if any(card.sample for card in cards.teams) else ""
    yield f"{printable(cards.organisation)}: scores seen on {cards.window.on}{sample}"
    yield f"Days {cards.window.first} to {cards.window.last}; released from {cards.minimum} answers up."
    blocks = [(f"{card.name} [{card.team}]", card.scores, card.dropped) for card in cards.teams]
    if len(blocks) != 1:
        blocks.append(("All teams", cards.all, 0))
    for title, scores, dropped in blocks:
        yield ""
        yield from _block(title, scores)
        if dropped:
            yield f"    {dropped} held {'check-in was' if dropped == 1 else 'check-ins were'} dropped by a manager"
    if any(not score.n for _, scores, _ in blocks for score in scores.behaviors):
        yield ""
        yield from wrap(when_scores_appear(privacy), _WIDTH)


def _block(title: str, scores: Scores) -> Iterator[str]:
    yield printable(title)
    if not scores.check_ins and not any(score.n for score in scores.behaviors):
        yield "    Not enough voices yet."
        return
    if scores.extra_mile_share is not None:
        yield f"    {scores.check_ins} check-ins; {scores.extra_mile_share:.0%} saw them go the extra mile"
    yield _HEADINGS
    for behavior in BEHAVIORS:
        yield f"  {behavior.number} {padded(behavior.label, _LABEL)}{_figures(scores[behavior])}"


def _figures(score: Score) -> str:
    if score.mean is None or score.likely_range is None or score.favourable is None:
        return "not enough voices yet"
    low, high = score.likely_range
    return f"{score.mean:5.2f}  {low:.2f} to {high:.2f}  {score.favourable:9.0%} {score.n:6}  {score.change}"
