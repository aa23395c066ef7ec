"""The kiosk on the terminals that there are: a whole visit on each, in signs that it can show."""

from pathlib import Path

import pytest

from kiosk.terminal.abilities import ASCII, CONSOLE
from tests.journeys.terminal import Terminal
from tests.kiosk.standing import a_store, stored

TERMINALS = ["xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100"]


@pytest.mark.parametrize("name", TERMINALS)
@pytest.mark.parametrize("size", [(80, 24), (300, 90)])
def test_a_whole_visit_on_every_terminal(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, size=size, TERM=name) as kiosk:
        kiosk.wait_for("No name and no time of day is kept.")
        kiosk.type(" ", "1")
        kiosk.wait_for("1 of 7")
        kiosk.type(*"4444444")
        kiosk.wait_for("EXACTLY WHAT WILL BE STORED")
        kiosk.type("Enter")
        kiosk.wait_for("YOUR ANSWERS ARE STORED")
        shown = kiosk.written.decode(errors="ignore")  # the last letter may still be on its way
    assert len(stored(store)) == 1
    if name == "linux":
        assert not set(shown) & {chr(sign) for sign in CONSOLE}
    if name == "vt100":
        assert not set(shown) & {chr(sign) for sign in ASCII}


def test_without_colours_everything_can_still_be_told_apart(tmp_path: Path) -> None:
    store = a_store(tmp_path / "data")
    with Terminal("kiosk", "--data", store.folder, NO_COLOR="1") as kiosk:
        kiosk.wait_for("Press any key")
        kiosk.type(" ", "1", "4", "-")
        kiosk.wait_for("your answer", "1 of 7")
