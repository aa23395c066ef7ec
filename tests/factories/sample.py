"""The sample hospital on a day that stays the same, for tests of what is printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kiosk.demo.sample import sample_check_ins, sample_organisation
from store.open import Store, create_store

DAY = date(2026, 10, 14)
"""The day as of which sheets speak."""


@contextmanager
def sample_store(folder: Path) -> Iterator[Store]:
    """A year of sample check-ins, all of whose days are over."""
    organisation = sample_organisation("UTC")
    store = create_store(folder, organisation)
    store.add_many(sample_check_ins(organisation, DAY - timedelta(days=1), Random(7)))
    store.close_days(DAY)
    yield store
    store.close()
