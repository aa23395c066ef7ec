"""The README cannot drift: its commands are there, and every command is in it."""

import re
from pathlib import Path

import pytest
import typer
from typer.main import get_command

import kiosk.cli
import posters.cli
import store.cli

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def _names(app: typer.Typer) -> list[str]:
    """Every command of an app as it is typed, without those that only group others."""
    top = get_command(app)
    names = [top.name or ""]
    for name, command in getattr(top, "commands", {}).items():
        names.append(f"{top.name} {name}")
        names += [f"{top.name} {name} {inner}" for inner in getattr(command, "commands", {})]
    return names


@pytest.mark.parametrize("app", [kiosk.cli.app, posters.cli.app, store.cli.app], ids=["kiosk", "posters", "store"])
def test_every_command_is_in_the_readme(app: typer.Typer) -> None:
    missing = [name for name in _names(app) if not re.search(rf"`{name}( [^`]*)?`", README) and " " in name]
    assert missing == []


@pytest.mark.parametrize("ends_with", ["kiosk demo", "pytest"])
def test_each_of_the_two_commands_is_one_line_to_paste(ends_with: str) -> None:
    lines = re.findall(rf"^python3 -m venv \.venv && .* && \.venv/bin/{ends_with}$", README, re.MULTILINE)
    assert len(lines) == 1


def test_every_picture_and_file_that_it_names_is_there() -> None:
    root = Path(__file__).parents[2]
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [name for name in linked if not (root / name).exists()] == []


def test_every_environment_variable_that_it_names_is_read_somewhere() -> None:
    root = Path(__file__).parents[2]
    sources = "".join(path.read_text(encoding="utf-8") for path in root.glob("[kpst]*/**/*.py"))
    named = set(re.findall(r"SEVENWAYS_[A-Z_]+", README))
    assert named
    assert [name for name in sorted(named) if name not in sources] == []
