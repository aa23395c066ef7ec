"""The notice beside the terminal: one page, true whatever the settings say, and readable by everyone."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from posters.drawing.paper import A3, A4, LETTER, PAPERS, TABLOID
from posters.drawing.theme import ink_theme, theme_of
from posters.render import pdf_of
from posters.sheets.look import Look
from posters.sheets.notice import notice_sheet
from posters.texts.languages import speak
from store.errors import UsageError
from store.language import LANGUAGES
from store.open import create_store
from store.organisation import LONGEST_CONTACT, LONGEST_NAME, Kiosk, Organisation, Privacy, Team, Timings
from tests.factories.commands import complaint, run
from tests.factories.settings import Rule
from tests.posters.checks import check_sheet, spoken
from tests.posters.reading import pages

ON = date(2026, 11, 22)
USUAL = Organisation(
    name="Riverside Hospital",
    kiosk=Kiosk(contact="Works council, room 214"),
    teams=(Team(key="north-ward", name="North Ward"),),
)
WORST = replace(
    USUAL,
    name="W" * LONGEST_NAME,
    sample=True,
    privacy=Privacy(minimum=1000, release="at-once", slips=True),
    kiosk=Kiosk(contact="W" * LONGEST_CONTACT, questions_per_visit=1),
)
HOSTILE = replace(USUAL, name="[/foo] <b> مستشفى 🎉", kiosk=Kiosk(contact="<i>[bold]\u202e & 💥 Ω"))


def made(organisation: Organisation, look: Look) -> bytes:
    return pdf_of(notice_sheet(organisation, ON, look))


def words(organisation: Organisation) -> str:
    ((_, found),) = pages(made(organisation, Look(theme_of(), speak("en"))))
    return " ".join(word.text for word in found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_one_sound_page_in_every_language(code: str, tmp_path: Path) -> None:
    for organisation, theme, paper in ((USUAL, theme_of(), A4), (WORST, ink_theme(), LETTER)):
        pdf = made(organisation, Look(theme, speak(code), paper))
        assert [size for size, _ in pages(pdf)] == [pytest.approx((paper.width, paper.height), abs=0.01)]
        check_sheet(pdf, tmp_path, smallest=9.0)


def test_hostile_text_is_words_and_nothing_else(tmp_path: Path) -> None:
    check_sheet(made(HOSTILE, Look(theme_of(), speak("en"))), tmp_path, smallest=9.0)
    assert "<i>[bold] & Ω" in words(HOSTILE)
    assert "[/foo] <b>" in words(HOSTILE)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(lambda o: replace(o, privacy=Privacy(minimum=7)), "at least 5 are", "at least 7 are"),
        Rule(lambda o: replace(o, privacy=Privacy(release="at-once")), "when the day is over", "as soon as"),
        Rule(
            lambda o: replace(o, timings=Timings(too_fast_seconds=0)), "seven answers in less", "these count: check-ins"
        ),
        Rule(lambda o: replace(o, timings=Timings(too_fast_seconds=9)), "less than 3 seconds", "less than 9 seconds"),
        Rule(lambda o: replace(o, kiosk=Kiosk(questions_per_visit=3)), "asks 7 short", "asks 3 short"),
        Rule(lambda o: replace(o, kiosk=Kiosk(contact="Ann, 4711")), "Works council, room 214", "Ann, 4711"),
        Rule(lambda o: replace(o, languages=("en", "vi")), "Deutsch", "English · Tiếng Việt"),
    ],
)
def test_each_setting_changes_what_it_says(rule: Rule) -> None:
    assert rule.shows(USUAL, words)


def test_slips_and_sample_data_are_spoken_of_only_where_there_are_any() -> None:
    assert "Which slip gave which answers" not in words(USUAL)
    assert "SAMPLE DATA" not in words(USUAL)
    assert "Which slip gave which answers is not kept." in words(WORST)
    assert "SAMPLE DATA" in words(WORST)


def test_headings_are_heard_in_their_order_and_rows_have_heads() -> None:
    said = [tag for tag, _ in spoken(made(USUAL, Look(theme_of(), speak("en"))))]
    assert [tag for tag in said if tag[0] == "H"] == ["H1", *["H2"] * 6]
    assert said.count("TH") == said.count("TD") == said.count("TR") == 6


def test_the_same_settings_give_the_same_bytes() -> None:
    look = Look(theme_of(), speak("de"))
    assert made(USUAL, look) == made(USUAL, look)


@pytest.mark.parametrize("paper", [TABLOID, A3], ids=lambda paper: paper.name)
def test_larger_paper_is_refused(paper: object) -> None:
    chosen = next(known for known in PAPERS.values() if known == paper)
    with pytest.raises(UsageError, match="made for the hand"):
        notice_sheet(USUAL, ON, Look(theme_of(), speak("en"), chosen))


def test_the_command_prints_it_from_the_data_folder(tmp_path: Path) -> None:
    create_store(tmp_path / "data", USUAL).close()
    target = tmp_path / "notice.pdf"
    outcome = run("posters", "notice", "--data", tmp_path / "data", "-o", target, "--on", "2026-11-01", "--lang", "fr")
    assert outcome.returncode == 0, outcome.stderr
    assert target.read_bytes() == pdf_of(notice_sheet(USUAL, date(2026, 11, 1), Look(theme_of(), speak("fr"))))
    refused = run("posters", "notice", "--data", tmp_path / "data", "-o", target, "--paper", "a3")
    assert "made for the hand" in complaint(refused, 2)


def test_letters_that_cannot_be_printed_are_named_for_the_name_and_for_whom_to_ask() -> None:
    house = replace(USUAL, name="病院 North", kiosk=Kiosk(contact="薬 Ana 💥"))
    assert notice_sheet(house, ON, Look(theme_of(), speak("en"))).notes == (
        '"□□ North": Lato has no U+75C5, U+9662; □ is printed instead.',
        '"□ Ana": Lato has no U+85AC; □ is printed instead.',
        '"□ Ana" is printed without U+1F4A5.',
    )
    assert notice_sheet(USUAL, ON, Look(theme_of(), speak("en"))).notes == ()
