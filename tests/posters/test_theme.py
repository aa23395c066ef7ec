"""Brand colours: kept if they can be read, mended and mentioned if not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posters.drawing.theme import ACCENT, INK, WHITE, contrast, parse, spell, theme_of
from tests.posters.scorecards import scorecard
from tests.posters.wall import wall_poster

_colors = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)


def test_our_own_colours_stay_as_they_are() -> None:
    theme = theme_of()
    assert (spell(theme.ink), spell(theme.accent)) == (INK, ACCENT)
    assert theme.notes == ()


@given(_colors, _colors)
def test_any_brand_can_be_read(ink: str, accent: str) -> None:
    theme = theme_of(ink, accent)
    assert contrast(theme.ink, WHITE) >= 7
    assert contrast(theme.accent, WHITE) >= 3
    assert contrast(theme.on_accent, theme.accent) >= 3
    assert contrast(theme.glow, theme.ink) >= 4.5
    assert contrast(theme.mist, theme.ink) >= 4.5
    assert contrast(theme.muted, theme.soft) >= 4.5
    assert contrast(theme.ink, theme.band) >= 2


@given(_colors, _colors)
def test_a_changed_colour_is_mentioned_and_no_other(ink: str, accent: str) -> None:
    theme = theme_of(ink, accent)
    changed = [asked for asked, used in ((ink, theme.ink), (accent, theme.accent)) if spell(used) != asked.upper()]
    assert len(theme.notes) == len(changed)
    assert all(asked in note for asked, note in zip(changed, theme.notes, strict=True))


def test_colours_are_parsed_and_spelled_alike() -> None:
    assert spell(parse("#0a7Fff")) == "#0A7FFF"


def test_the_brand_reaches_the_paper() -> None:
    assert wall_poster(scorecard(), theme_of("#7F0000", "#005F5F")) != wall_poster(scorecard())
