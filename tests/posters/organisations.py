"""Builds organisations, years and links for the tests of posters about more than one team or month."""

from datetime import date
from random import Random

from posters.drawing.paper import PAPERS
from posters.drawing.theme import ink_theme, theme_of
from posters.sheets.chain_links import LinkScore
from posters.sheets.look import Look
from posters.texts.languages import speak
from store import intervals
from store.behaviors import BEHAVIORS
from store.organisation import Organisation, Team
from store.organisation.values import Link
from store.scorecard import Counts, Month, Score, Scorecard, Scorecards, Scores
from tests.posters.scorecards import NONE, WINDOW, scores

HOSTILE = ("[/foo]", "<b>Lab</b>", "Night\x00\x1b[2J Shift", "evil\u202etxt", "Crew \N{ROCKET}", "=1+1", "שלום Ward")
LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsverwaltung",
    "Interdisciplinary Outpatient Rehabilitation and Aftercare II",
    "Qualitätsmanagementbeauftragtenversammlungsraumverwaltungsamt",
)
ON = date(2026, 11, 22)


def look(language: str = "en", theme: str = "color", paper: str | None = None) -> Look:
    """A look by the names that people type."""
    colors = theme_of() if theme == "color" else ink_theme()
    return Look(colors, speak(language), PAPERS[paper] if paper else None)


def drawn(random: Random, most: int = 60) -> Counts:
    """Some counts; nothing in one of eight cases."""
    return tuple(random.randrange(most) for _ in range(5)) if random.random() > 0.125 else NONE


def team_names(count: int, *special: str) -> list[str]:
    """So many names, the special ones among them."""
    return [*special, *(f"Ward {number}" for number in range(1, count + 1))][:count]


def cards(names: list[str], departments: tuple[str | None, ...] = (None,), seed: int = 1) -> Scorecards:
    """Scorecards of teams that are spread over the departments."""
    random = Random(seed)
    teams = tuple(
        Scorecard(
            organisation="Riverside Hospital",
            sample=True,
            team=f"team-{index}",
            name=name,
            department=departments[index % len(departments)],
            minimum=5,
            window=WINDOW,
            scores=scores(*(drawn(random) for _ in BEHAVIORS)),
            history=(),
        )
        for index, name in enumerate(names)
    )
    return Scorecards("Riverside Hospital", 5, WINDOW, teams, scores(*(drawn(random, 900) for _ in BEHAVIORS)))


def year(seed: int = 1, *, empty: bool = False) -> tuple[Month, ...]:
    """Twelve months with gaps."""
    random = Random(seed)
    months = (f"{2025 + (10 + index) // 12}-{(10 + index) % 12 + 1:02d}" for index in range(12))
    return tuple(
        Month(month, Scores(tuple(Score(NONE if empty else drawn(random, 9), NONE, NONE) for _ in BEHAVIORS), (5, 5)))
        for month in months
    )


def chained(names: list[str], links: int, seed: int = 1) -> Organisation:
    """An organisation in which every team has a supplier, and some have more."""
    random = Random(seed)
    pairs = [(index, (index + 1 + random.randrange(len(names) - 1)) % len(names)) for index in range(len(names))]
    while len(dict.fromkeys(pairs)) < links:
        customer, supplier = random.sample(range(len(names)), 2)
        pairs.append((customer, supplier))
    return Organisation(
        name="Riverside Hospital",
        sample=True,
        teams=tuple(Team(key=f"team-{index}", name=name) for index, name in enumerate(names)),
        links=tuple(Link(customer=f"team-{one}", supplier=f"team-{other}") for one, other in dict.fromkeys(pairs)),
    )


def link_scores(organisation: Organisation, seed: int = 1) -> list[LinkScore | None]:
    """A score for most links."""
    random = Random(seed)
    found: list[LinkScore | None] = []
    for link in organisation.links:
        counts = drawn(random, 30)
        if not sum(counts):
            found.append(None)
            continue
        likely = intervals.likely_range(counts)
        found.append(LinkScore(link.customer, link.supplier, sum(counts), intervals.mean(counts), likely))
    return found
