"""Slips on paper: each number can be read, scanned and typed, and is good exactly if its PDF is there."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pypdf
import pytest

from posters import render
from posters.drawing.paper import A3, A4, LETTER
from posters.drawing.theme import ink_theme, theme_of
from posters.sheets.look import Look
from posters.sheets.slips import grouped, slips_sheet
from posters.texts.languages import speak
from store.errors import UsageError
from store.language import ENGLISH, LANGUAGES
from store.open import Store, create_store
from store.organisation import Organisation, Privacy
from store.slips import new_code
from tests.factories.commands import complaint, environment, program, run
from tests.posters.checks import check_sheet, spoken
from tests.posters.reading import pages

DAY = date(2026, 10, 31)
HOUSE = Organisation(name="Riverside Hospital", privacy=Privacy(slips=True))
NAMES = (
    "Riverside",
    "W" * 60,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte",
    "[/foo] <b>\u202eمرحبا 🎉&amp;",
)


def codes_in(pdf: bytes) -> list[str]:
    """The numbers as they stand on the pages, in their order."""
    return [
        found.replace(" ", "")
        for _, words in pages(pdf)
        for found in re.findall(r"\b\d{4} \d{3} \d{3}\b", " ".join(word.text for word in words))
    ]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(tmp_path / "data", HOUSE)


@pytest.mark.parametrize("name", NAMES)
def test_slips_pass_every_check_for_any_name_paper_and_theme(name: str, tmp_path: Path) -> None:
    house = Organisation(name=name, sample=True)
    codes = [new_code() for _ in range(3)]
    for paper, theme, also in ((None, theme_of(), None), (LETTER, ink_theme(), None), (A4, theme_of(), speak("vi"))):
        pdf = render.pdf_of(slips_sheet(house, codes, DAY, Look(theme, ENGLISH, paper), also))
        check_sheet(pdf, tmp_path, smallest=9)
        assert codes_in(pdf) == codes


@pytest.mark.parametrize("code", LANGUAGES)
def test_slips_fit_in_every_language_and_another_beside_it(code: str, tmp_path: Path) -> None:
    look = Look(theme_of(), speak(code), A4)
    codes = [new_code() for _ in range(20 if code == "vi" else 3)]
    pdf = render.pdf_of(slips_sheet(HOUSE, codes, DAY, look, speak("de")))
    check_sheet(pdf, tmp_path, smallest=9)
    assert codes_in(pdf) == codes


def test_each_slip_is_an_item_of_a_list_with_its_qr_code_told_in_words() -> None:
    code = new_code()
    said = spoken(render.pdf_of(slips_sheet(HOUSE, [code], DAY, Look(theme_of(), ENGLISH))))
    assert [tag for tag, _ in said].count("LI") == 1
    assert ("Figure", f"QR code of the number {grouped(code)}") in said


def test_the_same_codes_give_the_same_bytes_and_posters_paper_is_refused() -> None:
    codes = [new_code() for _ in range(3)]
    look = Look(theme_of(), ENGLISH)
    sheets = [render.pdf_of(slips_sheet(HOUSE, codes, DAY, look)) for _ in range(2)]
    assert sheets[0] == sheets[1]
    with pytest.raises(UsageError, match="use --paper letter or a4"):
        slips_sheet(HOUSE, codes, DAY, Look(theme_of(), ENGLISH, A3))


def test_every_printed_number_lets_one_person_answer_once(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    done = run("posters", "slips", "--count", "31", "-o", path, "--data", store.folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Wrote {path}: 31 slips on 3 pages.\n"
    assert "Whoever has this file can answer that often" in done.stderr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    codes = codes_in(path.read_bytes())
    assert len(set(codes)) == 31
    assert all(store.slips.is_unused(code) for code in codes)
    assert store.slips.use(codes[0])
    assert not store.slips.use(codes[0])


def test_a_file_that_is_there_is_kept_and_no_code_is_made(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    path.write_bytes(b"good slips")
    said = complaint(run("posters", "slips", "--count", "2", "-o", path, "--data", store.folder), 2)
    assert "its slips may still be good; name a new file" in said
    assert path.read_bytes() == b"good slips"
    assert not (store.folder / "slips.json").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--count", "0"), "print 1 to 1,000 slips at once"),
        (("--count", "1001"), "print 1 to 1,000 slips at once"),
        (("--count", "-3"), "print 1 to 1,000 slips at once"),
        (("--count", "2", "--also", "[/foo]"), "--also [/foo] is unknown"),
        (("--count", "2", "--paper", "a3"), "use --paper letter or a4"),
        (("--count", "2", "--png", "150"), "leave --png out"),
    ],
)
def test_a_wrong_request_makes_no_code(store: Store, tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    outcome = run("posters", "slips", *options, "-o", tmp_path / "slips.pdf", "--data", store.folder)
    assert says in complaint(outcome, 2)
    assert not (store.folder / "slips.json").exists()
    assert not (tmp_path / "slips.pdf").exists()


def test_codes_of_a_file_that_could_not_be_written_are_void(store: Store, tmp_path: Path) -> None:
    early = store.slips.make(1)
    closed = tmp_path / "closed"
    closed.mkdir()
    limited = subprocess.run(  # as root may write anywhere, a limit stands for the full disk
        ["bash", "-c", f"ulimit -f 8; exec {sys.executable} -m posters slips --count 60 -o {closed}/s.pdf"],
        env={**os.environ, "SEVENWAYS_DATA": str(store.folder)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.returncode == 1
    assert "Cannot write to" in limited.stderr
    assert list(closed.iterdir()) == []
    assert len((store.folder / "slips.json").read_text().split('"hashes":')[1].split(",")) == 1
    assert store.slips.is_unused(early[0])


def test_ctrl_c_leaves_neither_a_file_nor_a_code(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    options = ["--count", "1000", "-o", str(path), "--data", str(store.folder)]
    child = subprocess.Popen(
        [sys.executable, "-m", "posters", "slips", *options], cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL
    )
    kept = store.folder / "slips.json"
    while not kept.exists():
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    assert child.wait(60) == 130
    assert not path.exists()
    assert '"hashes":[]' in kept.read_text()


def start(path: Path, store: Store) -> subprocess.Popen[str]:
    """A run that takes its time: one or two seconds pass between its first look at the file and its PDF."""
    return subprocess.Popen(
        [program("posters"), "slips", "--count", "150", "-o", str(path), "--data", str(store.folder)],
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )


def unused(store: Store) -> int:
    return len(json.loads((store.folder / "slips.json").read_text())["hashes"])


def test_slips_that_others_put_there_meanwhile_stay_and_the_new_codes_are_void(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    late = start(path, store)
    while not (store.folder / "slips.json").exists():
        time.sleep(0.01)
    path.write_bytes(b"slips of another run")
    _, said = late.communicate(timeout=60)
    assert late.returncode == 2
    assert said.splitlines()[-1].endswith("is there already, and its slips may still be good; name a new file.")
    assert path.read_bytes() == b"slips of another run"
    assert unused(store) == 0
    assert list(tmp_path.glob(".slips*")) == []


def test_of_two_runs_at_once_onto_one_file_one_wins_and_only_its_codes_are_good(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    both = [start(path, store) for _ in range(2)]
    for each in both:
        each.communicate(timeout=60)
    assert sorted(each.returncode for each in both) == [0, 2]
    codes = codes_in(path.read_bytes())
    assert len(codes) == unused(store) == 150
    assert store.slips.is_unused(codes[0])
    assert store.slips.is_unused(codes[-1])


def test_the_kiosk_is_told_to_ask_for_slips_if_it_does_not(tmp_path: Path) -> None:
    folder = create_store(tmp_path / "data", Organisation(name="House")).folder
    done = run("posters", "slips", "--count", "1", "-o", tmp_path / "s.pdf", "--data", folder)
    assert "set slips = true under [privacy]" in done.stderr
    assert pypdf.PdfReader(tmp_path / "s.pdf").metadata["/Title"] == "Check-in slips"  # type: ignore[index]


def test_letters_of_the_name_that_cannot_be_printed_are_named() -> None:
    look = Look(theme_of(), ENGLISH)
    notes = slips_sheet(Organisation(name="病院 North"), [new_code()], DAY, look).notes
    assert notes == ('"□□ North": Lato has no U+75C5, U+9662; □ is printed instead.',)
    (note,) = slips_sheet(Organisation(name="🎉"), [new_code()], DAY, look).notes
    assert "no letter of the name of All teams" in note
