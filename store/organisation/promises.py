"""What the settings promise about scores, in words: when they appear, and whose never do."""

from collections.abc import Sequence

from store.organisation import SMALLEST_TEAM, Privacy

_TOO_SMALL = f"a team of fewer than {SMALLEST_TEAM} members gets no score of its own"


def when_released(privacy: Privacy) -> str:
    """How soon ratings are shown after there are enough: what comes before "a team has …"."""
    return "the day after" if privacy.release == "overnight" else "as soon as"


def when_scores_appear(privacy: Privacy) -> str:
    """The rule for the kiosk's check-ins; it is the same whether ratings wait or a team is too small."""
    return f"Scores appear {when_released(privacy)} a team has at least {privacy.minimum} answers; {_TOO_SMALL}."


def when_files_count(privacy: Privacy) -> str:
    """The rule for imported files, of which each is a stream of its own."""
    when = "once its days are over" if privacy.release == "overnight" else "at once"
    enough = f"where it holds at least {privacy.minimum} ratings of one team and behavior"
    return f"Each file is released on its own: {when}, {enough}."


def kept_unseen(names: Sequence[str]) -> str:
    """The remark on ratings of teams that are too small.

    Args:
        names: The teams' names, printable.
    """
    return f"Ratings of {', '.join(names)} are kept but not shown: {_TOO_SMALL}."
