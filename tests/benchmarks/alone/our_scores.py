"""Our scorecards as of a day, from a data folder."""

from datetime import date
from pathlib import Path

from store.open import open_store


def run(folder: str, on: str, check: str = "") -> tuple[int, int] | int:
    """Reads n, mean and likely range of each team's seven scores; with ``check`` also tells what was counted."""
    cards = open_store(Path(folder)).scorecards(date.fromisoformat(on)).teams
    figures = [(score.n, score.mean, score.likely_range) for card in cards for score in card.scores.behaviors]
    if not check:
        return len(figures)
    months = [score.n for card in cards for month in card.history for score in month.scores.behaviors]
    return sum(n for n, *_ in figures), sum(months)
