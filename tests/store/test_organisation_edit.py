"""Edits of organisation.toml: what people wrote stays."""

import stat
import threading
from pathlib import Path

import pytest

from store.errors import CannotWriteError, OrganisationError, StoreBusyError, UsageError
from store.lock import FolderLock
from store.organisation import Kiosk, Organisation
from store.organisation.edit import add_team, rename_team, retire_team
from store.organisation.file import FILE, read, write_new
from store.organisation.team_names import new_teams

EDITED_BY_HAND = """\
# Riverside, since 1911
name    = "Riverside"   # ask Ann before changing this

[[teams]] # the first team
key="kitchen"
name = 'Kitchen' # they cook
members = 12

[privacy]   # agreed with the works council
minimum = 7

[[links]]
customer = "ward-3"
supplier = "kitchen"

[[teams]]
key = "ward-3"
name = "Ward 3"
# the end
"""
INLINE = """\
name = "Riverside"
teams = [
  {key = "kitchen", name = "Kitchen"}, # they cook
  {key = "ward-3", name = "Ward 3"} # they care
]
[privacy]
minimum = 7
"""
LAYOUTS = {
    "by hand": EDITED_BY_HAND,
    "inline": INLINE,
    "windows": EDITED_BY_HAND.replace("\n", "\r\n"),
    "no last line end": EDITED_BY_HAND.removesuffix("# the end\n").rstrip(),
    "no teams": 'name = "Riverside" # ours\nprivacy.minimum = 7',
    "empty list": 'name = "Riverside"\nteams = [] # none yet\n[privacy]\nminimum = 7\n',
}


@pytest.fixture(params=LAYOUTS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / FILE).write_bytes(LAYOUTS[request.param].encode())
    return tmp_path


def text_of(folder: Path) -> str:
    return (folder / FILE).read_bytes().decode()


def comments(text: str) -> list[str]:
    return sorted(line.partition("#")[2] for line in text.splitlines() if "#" in line)


def test_every_edit_keeps_comments_order_and_all_other_settings(folder: Path) -> None:
    before, text = read(folder), text_of(folder)
    added = add_team(folder, "Łódź Küche")
    rename_team(folder, "lodz-kuche", "Bakery")
    retire_team(folder, "Bakery")
    after = read(folder)
    assert after.teams[:-1] == before.teams
    assert (added.key, after.teams[-1].key, after.teams[-1].name) == ("lodz-kuche", "lodz-kuche", "Bakery")
    assert after.teams[-1].retired
    assert (after.name, after.privacy, after.links) == (before.name, before.privacy, before.links)
    assert comments(text_of(folder)) == comments(text)


def test_the_file_stays_private_and_alone(folder: Path) -> None:
    add_team(folder, "Bakery")
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_only_the_changed_lines_change(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    rename_team(tmp_path, "kitchen", "Galley")
    retire_team(tmp_path, "Galley")
    expected = EDITED_BY_HAND.replace("'Kitchen'", '"Galley"').replace(
        "members = 12\n", "members = 12\nretired = true\n"
    )
    assert sorted(text_of(tmp_path).split()) == sorted(expected.split())


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(LAYOUTS["windows"].encode())
    add_team(tmp_path, "Bakery")
    assert text_of(tmp_path).count("\n") == text_of(tmp_path).count("\r\n")


def test_a_rename_may_change_only_the_case_and_keeps_the_key(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    renamed = rename_team(tmp_path, "kitchen", "KITCHEN")
    assert (renamed.key, renamed.name, renamed.members) == ("kitchen", "KITCHEN", 12)


@pytest.mark.parametrize("name", ["kitchen", "Ward  3", "", "a\x1bb", "x" * 61])
def test_a_refused_edit_leaves_the_file_as_it_was(tmp_path: Path, name: str) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    with pytest.raises(UsageError):
        add_team(tmp_path, name)
    with pytest.raises(UsageError):
        rename_team(tmp_path, "nobody", "Somebody")
    assert text_of(tmp_path) == EDITED_BY_HAND


def test_a_team_is_retired_only_once(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    retire_team(tmp_path, "kitchen")
    with pytest.raises(UsageError, match='"Kitchen" is retired already'):
        retire_team(tmp_path, "Kitchen")


def test_a_file_with_a_mistake_is_not_edited(tmp_path: Path) -> None:
    broken = EDITED_BY_HAND.replace("minimum = 7", "minimum = 1")
    (tmp_path / FILE).write_text(broken, encoding="utf-8")
    with pytest.raises(OrganisationError, match="minimum = 1 is not possible"):
        add_team(tmp_path, "Bakery")
    assert text_of(tmp_path) == broken


def test_an_edit_in_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        add_team(tmp_path / "gone", "Bakery")


def test_an_edit_waits_for_the_lock_and_gives_up_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    with FolderLock(tmp_path).held(), pytest.raises(StoreBusyError):
        add_team(tmp_path, "Bakery")
    assert text_of(tmp_path) == EDITED_BY_HAND


def test_teams_added_at_the_same_time_are_all_there_with_their_own_keys(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(EDITED_BY_HAND, encoding="utf-8")
    threads = [threading.Thread(target=add_team, args=(tmp_path, name)) for name in ("厨房", "部門", "病棟", "薬局")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [team.key for team in read(tmp_path).teams[2:]] == ["team-1", "team-2", "team-3", "team-4"]


def test_the_home_team_is_not_retired_under_the_kiosk(tmp_path: Path) -> None:
    write_new(tmp_path, Organisation(name="R", teams=new_teams(["Kitchen"]), kiosk=Kiosk(home_team="kitchen")))
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UsageError, match=r'"Kitchen" is the kiosk\'s home team; choose another'):
        retire_team(tmp_path, "Kitchen")
    assert (tmp_path / FILE).read_bytes() == before
