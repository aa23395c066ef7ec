"""Visits leave nothing behind in memory: neither what was painted, nor a kiosk that grows heavier and slower."""

import gc
import sys
from functools import lru_cache
from pathlib import Path

from textual.strip import Strip

from kiosk.screens.kiosk_screen import KioskScreen
from kiosk.screens.slip import SlipScreen
from store.organisation import Privacy
from tests.kiosk.standing import a_kiosk, a_store, shows, standing, stands_large, type_keys, until

CACHE = type(lru_cache(str))


def alive() -> tuple[int, int]:
    """How many painted lines there are, and how many screens that hold something of a visitor.

    The loop keeps a cancelled timer until its time, and with it the welcome that turned its pages every ten seconds.
    """
    gc.collect()
    things = gc.get_objects()
    screens = [thing for thing in things if isinstance(thing, KioskScreen) and thing.belongs_to_visit]
    return sum(isinstance(thing, Strip) for thing in things), len(screens)


def caching(text: str) -> set[str]:
    """Our functions that keep results for a text; the collector itself no longer looks at what was loaded."""
    ours = [module for name, module in sys.modules.items() if name.startswith(("kiosk.", "store."))]
    caches = [thing for module in ours for thing in vars(module).values() if isinstance(thing, CACHE)]
    return {cache.__qualname__ for cache in caches for kept in gc.get_referents(cache) if text in repr(kept)}


async def test_what_was_painted_for_a_visit_goes_with_it(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        counts = []
        for _ in range(3):
            for _ in range(3):
                await type_keys(pilot, " 14444444⏎")
                await shows(pilot, "YOUR ANSWERS ARE STORED")
                await type_keys(pilot, "x")
            await pilot.pause()
            counts.append(alive())
    (_, _), (strips, screens), (strips_later, screens_later) = counts
    assert strips_later - strips < 100
    assert screens_later <= screens


async def test_no_function_keeps_the_code_that_somebody_typed(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data", privacy=Privacy(slips=True)))
    async with standing(app) as pilot:
        await type_keys(pilot, " 7351902846")
        await until(pilot, lambda: isinstance(app.screen, SlipScreen) and stands_large(app, "7351902846"))
        await type_keys(pilot, "⌫" * 10)
    assert caching("73519") == set()
