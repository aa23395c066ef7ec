"""Printing where there is no printing system, or one that hangs or fails; real printers are in the journeys."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from posters.output.cups import Cups
from posters.output.printing import print_pdf, printers, ready
from store.errors import RefusedError, UsageError
from store.open import create_store
from store.organisation import Organisation
from tests.factories.commands import complaint, run

MEDIA = "PageSize/Media Size: *Letter Legal Executive A5 Custom.WIDTHxHEIGHT"


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stand in for CUPS: one printer, Hall, that takes each job."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    _write(
        folder / "lpstat",
        'case "$1" in\n-r) echo scheduler is running;;\n-d) echo usual destination: Hall;;\n-e) echo Hall;;\nesac',
    )
    _write(folder / "lpoptions", f'echo "{MEDIA}"')
    _write(
        folder / "lp", f'printf "%s\\n" "$@" >"{tmp_path}/words"; cat >"{tmp_path}/sent"; echo "request id is Hall-7"'
    )
    return folder


def _write(program: Path, lines: str) -> None:
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)


def _media(folder: Path, choices: str) -> None:
    _write(folder / "lpoptions", f'echo "Duplex/2-Sided: None"\necho "PageSize/Media Size: {choices}"')


def test_without_a_printing_system_the_remedy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match=r"no printing system here .* open the PDF and print it from there"):
        printers()


def test_on_windows_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(RefusedError, match="On Windows, open the PDF"):
        print_pdf(b"%PDF", "Hall", 1, "letter")


@pytest.mark.parametrize("copies", [-1, 0, 1000, 10**12])
def test_a_number_of_copies_that_nobody_means_is_refused_before_cups_is_asked(
    copies: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match=f"1 to 999 copies, not {copies}"):
        print_pdf(b"%PDF", "Hall", copies, "letter")


def test_a_job_is_the_document_at_true_size_on_one_side(commands: Path, tmp_path: Path) -> None:
    assert print_pdf(b"%PDF-1.7 \0\xff", "Hall", 999, "letter").sentence == "Sent to Hall as job Hall-7."
    assert (tmp_path / "sent").read_bytes() == b"%PDF-1.7 \0\xff"
    words = (tmp_path / "words").read_text().splitlines()
    assert words[:4] == ["-d", "Hall", "-n", "999"]
    assert {"media=Letter", "print-scaling=none", "sides=one-sided"} <= set(words)


@pytest.mark.parametrize(
    ("paper", "choices", "media"),
    [
        ("tabloid", "*Letter Ledger 11x17.Fullbleed Tabloid", "Tabloid"),
        ("tabloid", "*Letter Ledger 11x17", "11x17"),
        ("tabloid", "*Letter Ledger", "Ledger"),
        ("tabloid", "*na_ledger_11x17in na_letter_8.5x11in", "na_ledger_11x17in"),
        ("a3", "A4 *iso_a3_297x420mm", "iso_a3_297x420mm"),
        ("a3", "A3.Borderless A3 *A4", "A3"),
        ("a3", "A3.Borderless *A4", "A3.Borderless"),
        ("letter", "LetterSmall *Letter", "Letter"),
        ("a4", "A4Small A4", "A4"),
    ],
)
def test_a_paper_is_found_under_each_of_its_names(
    commands: Path, tmp_path: Path, paper: str, choices: str, media: str
) -> None:
    _media(commands, choices)
    print_pdf(b"%PDF", "Hall", 1, paper)
    assert f"media={media}" in (tmp_path / "words").read_text().splitlines()


@pytest.mark.parametrize(
    ("paper", "choices", "remedy"),
    [
        ("tabloid", "*Letter Legal Custom.WIDTHxHEIGHT", "only Letter, Legal; print with --paper letter."),
        ("a3", "A4Small A3Extra", "only A4Small, A3Extra; name another printer."),
        ("a4", " ".join(f"P{n}" for n in range(20)), "P7 and 12 more; name another printer."),
    ],
)
def test_a_missing_paper_is_named_with_what_is_there_and_what_to_do(
    commands: Path, tmp_path: Path, paper: str, choices: str, remedy: str
) -> None:
    _media(commands, choices)
    with pytest.raises(RefusedError) as refused:
        print_pdf(b"%PDF", "Hall", 1, paper)
    assert f"{remedy} No job was sent." in str(refused.value)
    assert not (tmp_path / "sent").exists()


@pytest.mark.parametrize(
    ("limits", "media"),
    [
        ("custom_min_3x5in,na_letter_8.5x11in,custom_max_11x17in", "Custom.792x1224"),
        ("custom_max_330.2x1000mm,custom_min_76.2x127mm", "Custom.792x1224"),
        ("custom_min_3x5in,custom_max_10.9x17in", None),
        ("custom_min_3x5in,custom_max_11x16.9in", None),
        ("custom_min_12x12in,custom_max_40x40in", None),
        ("custom_max_40x40in", None),
        ("custom_16x20in_16x20in", None),
    ],
)
def test_a_paper_without_a_name_is_taken_between_the_printers_limits(
    commands: Path, tmp_path: Path, limits: str, media: str | None
) -> None:
    said = 'case "$1" in -r) echo scheduler is running;; -d) echo usual: Hall;; -e) echo Hall;; -H) echo %s;; esac'
    _write(commands / "lpstat", said % "/run/cups/cups.sock")
    _write(commands / "ipptool", f'echo "$2" >"{tmp_path}/asked"; echo "media-supported (keyword) = {limits}"')
    _media(commands, "*Letter Custom.WIDTHxHEIGHT")
    if media is None:
        with pytest.raises(RefusedError, match="Hall has no tabloid paper"):
            print_pdf(b"%PDF", "Hall", 1, "tabloid")
        return
    print_pdf(b"%PDF", "Hall", 1, "tabloid")
    assert f"media={media}" in (tmp_path / "words").read_text().splitlines()
    assert (tmp_path / "asked").read_text() == "ipp://localhost/printers/Hall\n"


@pytest.mark.parametrize("choices", ["*Letter", "*Letter Tabloid Custom.WIDTHxHEIGHT"])
def test_a_printer_is_asked_for_its_limits_only_if_they_matter(commands: Path, tmp_path: Path, choices: str) -> None:
    _write(commands / "ipptool", f'touch "{tmp_path}/asked"')
    _media(commands, choices)
    with suppress(RefusedError):
        print_pdf(b"%PDF", "Hall", 1, "tabloid")
    assert not (tmp_path / "asked").exists()


def test_a_printing_system_that_hangs_is_given_up(commands: Path) -> None:
    _write(commands / "lpstat", "exec sleep 60")
    with pytest.raises(RefusedError, match=r"did not answer within 0\.2 seconds"):
        print_pdf(b"%PDF", "Hall", 1, "letter", Cups(patience=0.2))


def test_what_the_printing_system_complains_of_is_one_clean_line(commands: Path) -> None:
    _write(commands / "lp", 'printf "lp: \\033[2JToner [b]out[/b].\\nmore\\n" >&2; exit 1')
    with pytest.raises(RefusedError) as refused:
        print_pdf(b"%PDF", "Hall", 1, "letter")
    sentence = str(refused.value)
    assert "Toner [b]out[/b]; look at the printer" in sentence
    assert sentence.isprintable()


def test_a_printer_named_like_an_option_is_never_handed_on(commands: Path, tmp_path: Path) -> None:
    _write(commands / "lpstat", 'case "$1" in\n-r) echo scheduler is running;;\n-e) echo -oraw;;\nesac')
    with pytest.raises(UsageError, match="there are none"):
        print_pdf(b"%PDF", "-oraw", 1, "letter")
    assert not (tmp_path / "words").exists()


@pytest.mark.parametrize("copies", ["0", "-1", "1000"])
@pytest.mark.parametrize("printer", [(), ("--print", "Hall")])
def test_a_wrong_number_of_copies_writes_no_poster(copies: str, printer: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    said = complaint(run("posters", "blank", "--copies", copies, *printer, "-o", path), 2)
    assert said == f"posters: Print 1 to 999 copies, not {copies}."
    assert not path.exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--print", "Nobody"), 'There is no printer "Nobody" here'),
        (("--print", "Hall"), "Hall has no tabloid paper"),
        (("--print", "Hall", "--paper", "a4"), "Hall has no a4 paper"),
    ],
)
@pytest.mark.parametrize("command", ["blank", "slips"])
def test_a_printer_that_cannot_print_this_is_known_before_anything_is_written(
    commands: Path, tmp_path: Path, command: str, options: tuple[str, ...], says: str
) -> None:
    store = create_store(tmp_path / "data", Organisation(name="House"))
    more = ("--count", "1", "--data", str(store.folder)) if command == "slips" else ()
    if command == "slips":
        _media(commands, "*A3")
        says = says.replace("tabloid", "letter")
    path = tmp_path / "sheet.pdf"
    outcome = run("posters", command, *more, *options, "-o", path, PATH=os.environ["PATH"])
    assert says in complaint(outcome, 2 if "Nobody" in options else 1)
    assert not path.exists()
    assert not (store.folder / "slips.json").exists()


def test_a_printer_can_be_asked_without_a_job(commands: Path, tmp_path: Path) -> None:
    assert ready("Hall", 2, "letter").media == "Letter"
    assert not (tmp_path / "words").exists()
