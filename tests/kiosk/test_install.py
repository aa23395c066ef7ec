"""`kiosk install`, the whole command, in a folder that stands for a machine: prints, writes, takes back."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kiosk.cli import main
from tests.factories.commands import complaint, run

Install = Callable[..., CompletedProcess[str]]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The root of a machine on which the program is installed."""
    root = tmp_path / "root"
    program = root / "opt/sevenways/bin/kiosk"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return root


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Install:
    """`kiosk install` from its arguments to its exit code, in this process: starting one takes half a second."""

    def installed(*options: str) -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["kiosk", "install", *options])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return CompletedProcess(sys.argv, int(left.value.code or 0), said.out, said.err)

    return installed


@pytest.fixture
def install(machine: Path, command: Install) -> Install:
    return partial(command, "--root", str(machine))


def _all_in(root: Path) -> dict[str, str]:
    """Every file, link and folder of a tree, with what it holds."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name] = "folder" if path.is_dir() else path.read_text(encoding="utf-8")
    return found


def _files_of(printed: str) -> Iterator[str]:
    yield from re.findall(r"^### (/\S+?):? ", printed, re.MULTILINE)


@pytest.mark.parametrize("options", [(), ("--console",), ("--speech",), ("--console", "--speech")])
def test_everything_printed_is_what_is_written(options: tuple[str, ...], install: Install, machine: Path) -> None:
    before = _all_in(machine)
    printed = install(*options).stdout
    assert _all_in(machine) == before

    assert install(*options, "--write").returncode == 0
    written = {f"/{name}": text for name, text in _all_in(machine).items() if name not in before and text != "folder"}
    written.pop("/etc/sevenways/installed.json")
    assert set(_files_of(printed)) == set(written)
    for text in written.values():
        assert all(f"    {line}".rstrip() in printed for line in text.splitlines() if not text.startswith("->"))


@pytest.mark.parametrize("options", [(), ("--console", "--speech")])
def test_the_unit_starts_the_locked_kiosk_again_and_again_and_explains_itself(
    options: tuple[str, ...], install: Install, machine: Path
) -> None:
    install("--write", *options)
    unit = (machine / "etc/systemd/system/sevenways.service").read_text(encoding="utf-8")
    service = unit.split("[Service]")[1].split("[Install]")[0]
    assert service.count("\n#") > 9
    assert "Restart=always" in unit
    assert f"ExecStart={'/opt' if '--console' in options else '/usr/bin/cage -d -- /usr/bin/foot'}" in unit
    assert "kiosk run --locked\n" in unit


def test_writing_twice_changes_nothing(install: Install, machine: Path) -> None:
    install("--write")
    once = _all_in(machine)
    times = {path: path.lstat().st_mtime_ns for path in machine.rglob("*")}
    again = install("--write")
    assert again.returncode == 0
    assert "nothing was changed" in again.stdout
    assert _all_in(machine) == once
    assert {path: path.lstat().st_mtime_ns for path in machine.rglob("*")} == times


@pytest.mark.parametrize("options", [(), ("--console", "--speech")])
def test_undo_leaves_the_machine_as_it_was(options: tuple[str, ...], install: Install, machine: Path) -> None:
    before = _all_in(machine)
    install("--write", *options)
    assert _all_in(machine) != before
    assert install("--undo").returncode == 0
    assert _all_in(machine) == before


def test_another_choice_replaces_the_one_before_whole(install: Install, machine: Path, tmp_path: Path) -> None:
    before = _all_in(machine)
    install("--write", "--console")
    console = _all_in(machine)
    install("--write", "--speech", "--letters", "30")
    assert "etc/sevenways/console.map" not in _all_in(machine)
    assert "pixelsize=30" in (machine / "etc/sevenways/foot.ini").read_text(encoding="utf-8")
    install("--write", "--console")
    assert _all_in(machine) == console
    install("--undo")
    assert _all_in(machine) == before


def test_a_strangers_file_is_never_overwritten(install: Install, machine: Path) -> None:
    theirs = machine / "etc/systemd/system/sevenways.service"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Unit]\n# another program of that name\n")
    before = _all_in(machine)
    for options in (("--write",), ("--write", "--force")):
        said = complaint(install(*options), 1)
        assert "Somebody else's files are in the way: /etc/systemd/system/sevenways.service." in said
        assert _all_in(machine) == before


def test_what_somebody_had_switched_off_before_stays_off_after_undo(install: Install, machine: Path) -> None:
    theirs = machine / "etc/systemd/system/ctrl-alt-del.target"
    theirs.parent.mkdir(parents=True)
    theirs.symlink_to("/dev/null")
    before = _all_in(machine)
    install("--write")
    install("--undo")
    assert _all_in(machine) == before


@pytest.mark.parametrize("options", [("--write",), ("--undo",), ("--write", "--console")])
def test_what_somebody_changed_since_is_kept_unless_they_give_it_up(
    options: tuple[str, ...], install: Install, machine: Path
) -> None:
    install("--write")
    changed = machine / "etc/sevenways/foot.ini"
    changed.write_text("font=Terminus\n")
    before = _all_in(machine)
    assert "Somebody changed /etc/sevenways/foot.ini since" in complaint(install(*options), 1)
    assert _all_in(machine) == before

    assert install(*options, "--force").returncode == 0
    assert not changed.exists() or "DejaVu" in changed.read_text(encoding="utf-8")


def test_what_somebody_removed_is_put_back_and_nothing_to_complain_about_when_undone(
    install: Install, machine: Path
) -> None:
    before = _all_in(machine)
    install("--write")
    whole = _all_in(machine)
    (machine / "etc/sysctl.d/90-sevenways.conf").unlink()
    assert install("--write").returncode == 0
    assert _all_in(machine) == whole
    (machine / "etc/sysctl.d/90-sevenways.conf").unlink()
    assert install("--undo").returncode == 0
    assert _all_in(machine) == before


def test_folders_that_others_use_stay(install: Install, machine: Path) -> None:
    install("--write")
    theirs = machine / "etc/sysctl.d/10-theirs.conf"
    theirs.write_text("kernel.panic = 10\n")
    install("--undo")
    assert theirs.read_text() == "kernel.panic = 10\n"
    assert not (machine / "etc/sevenways").exists()


def test_all_that_is_written_can_be_read_by_the_system(install: Install, machine: Path) -> None:
    install("--write")
    modes = {path: path.stat().st_mode & 0o777 for path in (machine / "etc").rglob("*") if not path.is_symlink()}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o644}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}


def test_an_installation_that_was_killed_midway_is_finished_or_undone(
    install: Install, command: Install, machine: Path
) -> None:
    before = _all_in(machine)
    install("--write", "--console")
    console_unit = (machine / "etc/systemd/system/sevenways.service").read_text(encoding="utf-8")
    graphical = machine.parent / "other"
    (graphical / "opt/sevenways/bin").mkdir(parents=True)
    (graphical / "opt/sevenways/bin/kiosk").symlink_to("/bin/true")
    assert command("--root", str(graphical), "--write").returncode == 0
    place = machine / "etc/sevenways/installed.json"
    ours, others = (json.loads(path.read_text()) for path in (place, graphical / "etc/sevenways/installed.json"))
    for path, prints in others["items"].items():
        ours["items"][path] = sorted({*ours["items"].get(path, []), *prints})
    place.write_text(json.dumps(ours))  # as it stands while the console gives way to the graphical terminal …
    (machine / "etc/sevenways/console.map").unlink()
    assert install("--write").returncode == 0  # … and the plug was pulled
    assert (machine / "etc/systemd/system/sevenways.service").read_text(encoding="utf-8") != console_unit
    assert install("--undo").returncode == 0
    assert _all_in(machine) == before


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--write", "--undo"), 2, "do not go together"),
        (("--undo",), 1, "nothing to undo"),
        (("--write", "--program", "/opt/elsewhere/kiosk"), 1, "There is no program"),
        (("--write", "--program", "/kiosk"), 1, "There is no program"),
        (("--write", "--program", "/opt/sevenways"), 1, "There is no program"),
        (("--program", "/home/ann/kiosk"), 2, "sees nothing of /home/ann/kiosk"),
        (("--program", "/run/user/7/kiosk"), 2, "sees nothing of /run/user/7/kiosk"),
        (("--program", "kiosk"), 2, "no full path"),
        (("--program", "/opt/a b/kiosk"), 2, "no full path"),
        (("--program", "/opt/%h/kiosk"), 2, "no full path"),
        (("--program", "/opt/../home/kiosk"), 2, "no full path"),
        (("--letters", "3"), 2, "--letters"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    options: tuple[str, ...], code: int, words: str, install: Install, machine: Path
) -> None:
    before = _all_in(machine)
    assert words in complaint(install(*options), code)
    assert _all_in(machine) == before


def test_the_installed_program_does_the_same(command: Install, machine: Path) -> None:
    options = ("--root", str(machine), "--write", "--console")
    as_a_person = run("kiosk", "install", *options)
    assert as_a_person.returncode == 0
    written = _all_in(machine)
    command("--root", str(machine), "--undo")
    assert command(*options).stdout == as_a_person.stdout
    assert _all_in(machine) == written


def test_a_missing_root_is_said(command: Install, machine: Path) -> None:
    assert "is no folder" in complaint(command("--write", "--root", str(machine / "nowhere")), 2)


_PRINT = '["-> /dev/null"]'


@pytest.mark.parametrize(
    "content",
    [
        b'{"items": ',
        b'{"items": {}, "folders": ["/etc/\xff"]}',
        *(f'{{"items": {{"{path}": {_PRINT}}}}}'.encode() for path in ("etc/x", "", "/", "//etc/x", "/etc/../x")),
        b'{"items": {"/etc/\\u0000": []}}',
        b'{"items": {"/etc/\\ud800": []}}',
        *(f'{{"folders": ["{path}"]}}'.encode() for path in ("/../..", "/", "/etc/.", "/etc/", "var")),
    ],
)
def test_a_damaged_list_is_refused_before_anything_is_done(content: bytes, install: Install, machine: Path) -> None:
    install("--write")
    manifest = machine / "etc/sevenways/installed.json"
    manifest.unlink()
    before = _all_in(machine)
    for options in (("--undo", "--force"), ("--write", "--force", "--console")):
        manifest.write_bytes(content)
        assert "installed.json is damaged" in complaint(install(*options), 1)
        manifest.unlink()
        assert _all_in(machine) == before


def test_a_list_with_a_folder_outside_is_refused_before_anything_is_done(
    install: Install, machine: Path, tmp_path: Path
) -> None:
    install("--write")
    (machine / "srv").symlink_to(tmp_path)
    manifest = machine / "etc/sevenways/installed.json"
    known = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**known, "folders": [*known["folders"], "/srv/empty"]}))
    before = _all_in(machine)
    assert "leads out of" in complaint(install("--undo"), 1)
    assert _all_in(machine) == before


@pytest.mark.parametrize(
    "place", ["etc/sevenways/installed.json", "etc/sysusers.d/sevenways.conf", "etc/systemd/system/sevenways.service"]
)
def test_a_pipe_in_the_way_is_not_waited_for(place: str, install: Install, machine: Path) -> None:
    pipe = machine / place
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    assert f"{pipe} is no file; move it away" in complaint(install("--write"), 1)
    assert [path for path in (machine / "etc").rglob("*") if path.is_file()] == []


def test_a_list_that_is_a_link_is_not_followed(install: Install, machine: Path) -> None:
    manifest = machine / "etc/sevenways/installed.json"
    manifest.parent.mkdir(parents=True)
    os.mkfifo(machine / "pipe")
    manifest.symlink_to(machine / "pipe")
    assert "installed.json is a link" in complaint(install("--undo"), 1)


@pytest.mark.parametrize("folder", ["systemd", "sevenways"])
def test_a_link_to_itself_is_said(folder: str, install: Install, machine: Path) -> None:
    (machine / "etc").mkdir()
    (machine / "etc" / folder).symlink_to(folder)
    assert "symbolic links" in complaint(install("--write"), 1)
    assert [path.name for path in (machine / "etc").iterdir()] == [folder]


def test_nothing_is_written_through_a_link_that_leads_out(install: Install, machine: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (machine / "etc").symlink_to(outside)
    assert "leads out of" in complaint(install("--write"), 1)
    assert not list(outside.iterdir())


def test_a_failure_midway_takes_everything_back(install: Install, machine: Path) -> None:
    in_the_way = machine / "etc/systemd/system/multi-user.target.wants"
    in_the_way.parent.mkdir(parents=True)
    in_the_way.write_text("not a folder")
    before = _all_in(machine)
    complaint(install("--write"), 1)
    assert _all_in(machine) == before
