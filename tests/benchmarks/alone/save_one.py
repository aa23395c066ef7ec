"""An insert-only process: opens the store, stores one check-in, and ends."""

from datetime import date
from pathlib import Path

from store.behaviors import BEHAVIORS
from store.open import open_store


def run(folder: str, on: str) -> str:
    """Stores one check-in; returns its day."""
    store = open_store(Path(folder))
    team = store.organisation.open_teams[0].key
    check_in = store.save(team, dict.fromkeys(BEHAVIORS, 4), extra_mile=True, on=date.fromisoformat(on))
    return check_in.day.isoformat()
