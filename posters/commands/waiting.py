"""What to say about sheets on which scores are missing: when they will appear."""

from collections.abc import Sequence

from store.behaviors import BEHAVIORS
from store.organisation import Organisation
from store.organisation.promises import when_released
from store.scorecard import Scorecard

_MOST_NAMED = 8


def waiting(organisation: Organisation, cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """When scores appear: a sentence about all teams without any, and one for each that lacks some.

    Nothing is said of retired teams: they wait for nothing.
    """
    retired = {team.key for team in organisation.teams if team.retired}
    cards = [card for card in cards if card.team not in retired]
    privacy = organisation.privacy
    when = f"they appear {when_released(privacy)} there are at least {privacy.minimum} answers."
    silent = {card.team: [behavior.label for behavior in BEHAVIORS if not card.scores[behavior].n] for card in cards}
    empty = [card.name for card in cards if len(silent[card.team]) == len(BEHAVIORS)]
    said = [f"{_together(empty)} no scores in these days yet; {when}"] if empty else []
    said += [
        f"{card.name} has no scores for {', '.join(silent[card.team])} in these days yet; {when}"
        for card in cards
        if 0 < len(silent[card.team]) < len(BEHAVIORS)
    ]
    return tuple(said)


def _together(names: Sequence[str]) -> str:
    """Some names and their verb, such as "North Ward and Pharmacy have"."""
    if len(names) == 1:
        return f"{names[0]} has"
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more have"
    return f"{', '.join(names[:-1])} and {names[-1]} have"
