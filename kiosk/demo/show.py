"""The demo: a throwaway hospital with a clock of its own, in which a night passes on request."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random

from kiosk.clocks import Clocks
from kiosk.demo.sample import sample_check_ins, sample_organisation
from kiosk.plain.kiosk import PlainKiosk
from kiosk.plain.lines import Lines
from kiosk.running import keep_running
from store import clock
from store.behaviors import BEHAVIORS, Behavior
from store.local_zone import local_zone
from store.open import create_store
from store.organisation import Team
from store.plain_text import printable
from store.scorecard import Scorecard

_SEED = 7
_PREFIX = "seven-ways-demo-"
_A_DAY = 24 * 60 * 60
_SCRIPT = "1\n5\n4\n4\n3\n4\n5\n5\n+\n\n"


@dataclass(frozen=True, slots=True)
class Night:
    """What one night did to a team's scores.

    Attributes:
        before: The scorecard as it was the evening before.
        after: The scorecard of the morning after.
        new: How many ratings of each behaviour the night released, in their order.
        poster: The poster of the morning after.
    """

    before: Scorecard
    after: Scorecard
    new: tuple[int, ...]
    poster: Path

    def lines(self) -> list[tuple[Behavior, str, int]]:
        """For each behaviour the score before and after, and how many new answers that took."""
        return [
            (behavior, _arrow(self.before, self.after, behavior), new)
            for behavior, new in zip(BEHAVIORS, self.new, strict=True)
        ]


class Demo:
    """A sample organisation, and the day it believes in.

    Args:
        folder: Where its store goes.
        posters: Where its posters go.
    """

    def __init__(self, folder: Path, posters: Path) -> None:
        organisation = sample_organisation(local_zone())
        self.folder = folder
        self.day = clock.today(organisation)
        self.posters: list[Path] = []
        self._posters_folder = posters
        self.store = create_store(folder, organisation)
        self.store.add_many(sample_check_ins(organisation, self.day, Random(_SEED)))  # noqa: S311 - no secret
        self.store.close_days(self.day)

    def today(self, _organisation: object = None) -> date:
        """The day that the demo believes in."""
        return self.day

    def pass_night(self, team: Team) -> Night:
        """Let a night pass, and print the team's poster the morning after.

        Raises:
            CannotWriteError: The poster cannot be written; the night has passed all the same.
        """
        from posters.output.files import write  # noqa: PLC0415 - nobody should wait for it before the first screen
        from posters.render import pdf_of  # noqa: PLC0415
        from posters.sheets.look import look_of  # noqa: PLC0415
        from posters.sheets.team import team_sheet  # noqa: PLC0415

        evening, morning = self.day, self.day + timedelta(days=1)
        before = self.store.scorecard(team.key, evening)
        after = self.store.scorecard(team.key, morning)
        released = self.store.scorecard(team.key, morning, evening, evening)
        self.day = morning
        look = look_of(self.store.organisation.brand, self.store.organisation.languages[0])
        path = self._posters_folder / f"seven-ways-{team.key}.pdf"
        write(pdf_of(team_sheet(after, look)), path)
        if path not in self.posters:
            self.posters.append(path)
        return Night(before, after, tuple(score.n for score in released.scores.behaviors), path)


def run(*, on_terminal: bool) -> None:
    """Show the demo, on the whole screen of a terminal or in plain lines, and clean up."""
    _say("Seven Ways demo: a sample hospital with a year of made-up check-ins. One moment …")
    with _throwaway() as demo:
        if on_terminal:
            from kiosk.demo.app import DemoApp  # noqa: PLC0415 - plain lines need no Textual

            keep_running(DemoApp(demo), partial(DemoApp, demo), demo.folder)
        else:
            _scripted(demo)
        for line in _farewell(demo):
            _say(line)


@contextmanager
def _throwaway() -> Iterator[Demo]:
    """A demo whose data is gone afterwards; its posters stay."""
    _sweep()
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder:
        demo = Demo(Path(folder) / "store", _for_posters())
        try:
            yield demo
        finally:
            demo.store.close()


def _sweep() -> None:
    """Removes what demos left behind that were killed, more than a day ago."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _A_DAY:
                shutil.rmtree(folder)


def _for_posters() -> Path:
    """Where a stranger finds a poster again: the current folder if it can be written, else a new temporary one."""
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path(tempfile.mkdtemp(prefix="seven-ways-posters-"))


def _scripted(demo: Demo) -> None:
    """One visit from a script, one night, one poster, all in plain lines."""
    team = demo.store.organisation.open_teams[0]
    lines = Lines(StringIO(_SCRIPT), sys.stdout, echo=True)
    PlainKiosk(demo.store, lines, Clocks(today=demo.today)).serve(1)
    _say("The night passes.")
    night = demo.pass_night(team)
    _say(f"{team.name}, evening -> morning:")
    for behavior, scores, new in night.lines():
        _say(f"{behavior.label}: {scores}, {new} new answers")
    _say(f"Poster: {night.poster}")


def _farewell(demo: Demo) -> list[str]:
    """What a stranger may try next."""
    tries = {
        _command("kiosk"): "set up your own organisation and take check-ins",
        f"{_command('store')} scores": "what they say, the day after a team has 5 of them",
        f"{_command('posters')} team --all -o printed": "a poster for each team",
    }
    kept = [f"Your poster stays: {path}" for path in demo.posters]
    nexts = [line for command, purpose in tries.items() for line in (f"- {purpose}:", f"    {command}")]
    return ["", "The sample hospital is gone again.", *kept, "What to try next:", *nexts]


def _command(name: str) -> str:
    """A command as it can be typed here."""
    beside = Path(sys.executable).with_name(name)
    if shutil.which(name) or not beside.exists():
        return name
    return str(beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside)


def _arrow(before: Scorecard, after: Scorecard, behavior: Behavior) -> str:
    return f"{_mean(before, behavior)} -> {_mean(after, behavior)}"


def _mean(card: Scorecard, behavior: Behavior) -> str:
    mean = card.scores[behavior].mean
    return "nothing yet" if mean is None else f"{mean:.2f}"


def _say(line: str) -> None:
    sys.stdout.write(printable(line) + "\n")
    sys.stdout.flush()
