"""A terminal is sent only what it can show."""

import pytest

from kiosk.terminal.abilities import ASCII, CONSOLE, Substitutes, has_few_colors, substitutes

#: All that the kiosk draws with: progress, ratings, block letters, Textual's borders.
DRAWN = "●◉○·→…█▀▄░▌▐▔▁▊▎▏▗▖▝▘▛▜▙▟–—“”„‘’"


@pytest.mark.parametrize(
    ("terminal", "table"),
    [
        *[(name, {}) for name in ("xterm-256color", "tmux-256color", "screen", "xterm-kitty", "foot", "rxvt", "")],
        *[(name, CONSOLE) for name in ("linux", "linux-16color")],
        *[(name, ASCII) for name in ("vt100", "vt220", "ansi", "VT102")],
    ],
)
def test_the_terminal_decides(terminal: str, table: Substitutes) -> None:
    assert substitutes({"TERM": terminal}) == table


def test_a_terminal_without_a_name_is_taken_for_a_modern_one() -> None:
    assert substitutes({}) == {}


def test_what_is_drawn_stays_within_what_the_terminal_has() -> None:
    assert DRAWN.translate(ASCII).isascii()
    assert DRAWN.translate(CONSOLE).encode("cp437")


@pytest.mark.parametrize("table", [CONSOLE, ASCII])
def test_every_sign_keeps_its_one_column(table: Substitutes) -> None:
    assert len(DRAWN.translate(table)) == len(DRAWN)


@pytest.mark.parametrize("table", [CONSOLE, ASCII])
def test_progress_can_be_told_without_colour(table: Substitutes) -> None:
    assert len({sign.translate(table) for sign in "●◉○"}) == 3


@pytest.mark.parametrize(
    ("environment", "few"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, False),
        ({"TERM": "linux"}, True),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, False),
        ({"TERM": "vt100"}, True),
        ({}, False),
    ],
)
def test_shades_are_left_out_where_they_cannot_be_told_apart(environment: dict[str, str], *, few: bool) -> None:
    assert has_few_colors(environment) is few
