"""The privacy report on paper says what the store's says, and is readable by everyone."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from posters.drawing.paper import A4, LETTER
from posters.drawing.theme import ink_theme, theme_of
from posters.render import pdf_of
from posters.sheets.look import Look
from posters.sheets.privacy_report import privacy_sheet
from posters.texts.languages import speak
from store.clock import today
from store.language import LANGUAGES
from store.open import create_store
from store.organisation import LONGEST_NAME, Organisation, Privacy, Team
from store.privacy_figures import Figures, Steps
from store.privacy_report import privacy_report
from tests.factories.commands import complaint, run
from tests.factories.stores import visit
from tests.posters.checks import check_sheet, spoken
from tests.posters.reading import pages

ON = date(2026, 11, 22)
TOLD = Figures(
    12_345, 6_789, date(2025, 1, 3), date(2026, 11, 20), 12, Steps(10, 15), Steps(0, 5), Steps(5, 10), Steps(40, 45)
)
USUAL = Organisation(name="Riverside Hospital", teams=(Team(key="north-ward", name="North Ward"),))
WORST = replace(
    USUAL, name="W" * LONGEST_NAME, sample=True, privacy=Privacy(minimum=1000, release="at-once", slips=True)
)


def made(organisation: Organisation, look: Look) -> bytes:
    return pdf_of(privacy_sheet(privacy_report(organisation, TOLD, ON, look.language), look))


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_sound_in_every_language(code: str, tmp_path: Path) -> None:
    pdf = made(USUAL, Look(theme_of(), speak(code), LETTER))
    assert 2 <= len(pages(pdf)) <= 6
    check_sheet(pdf, tmp_path, smallest=9.0)


@pytest.mark.parametrize("code", ["de", "vi"])
def test_the_worst_case_is_sound_without_grounds_too(code: str, tmp_path: Path) -> None:
    check_sheet(made(WORST, Look(ink_theme(), speak(code), A4)), tmp_path, smallest=9.0)


def test_every_sentence_of_the_report_is_printed() -> None:
    look = Look(theme_of(), speak("en"))
    printed = " ".join(word.text for _, words in pages(made(WORST, look)) for word in words)
    report = privacy_report(WORST, TOLD, ON, look.language)
    parts = [report.title, *(section.heading for section in report.sections)]
    parts += [sentence for section in report.sections for sentence in section.sentences]
    parts += [file.name for section in report.sections for file in section.files]
    assert [part for part in parts if " ".join(part.replace("`", "").split()) not in printed] == []
    assert "`" not in printed
    assert "SAMPLE DATA" in printed


def test_hostile_names_are_words_and_nothing_else(tmp_path: Path) -> None:
    pdf = made(replace(USUAL, name="[/foo] <b> مستشفى 🎉 & Co"), Look(theme_of(), speak("en")))
    check_sheet(pdf, tmp_path, smallest=9.0)
    assert "[/foo] <b>" in " ".join(word.text for word in pages(pdf)[0][1])


def test_headings_are_heard_in_their_order() -> None:
    said = [tag for tag, _ in spoken(made(USUAL, Look(theme_of(), speak("en"))))]
    assert [tag for tag in said if tag[0] == "H"] == ["H1", *["H2"] * 8]


def test_the_command_prints_the_figures_of_today(tmp_path: Path) -> None:
    store = create_store(tmp_path / "data", replace(USUAL, languages=("en",)))
    visit(store, today(store.organisation) - timedelta(days=2), [1, 2, 3, 4, 5, 5], team="north-ward")
    store.close()
    target = tmp_path / "privacy.pdf"
    outcome = run("posters", "privacy-report", "--data", tmp_path / "data", "-o", target)
    assert outcome.returncode == 0, outcome.stderr
    printed = " ".join(word.text for _, words in pages(target.read_bytes()) for word in words)
    assert "Released check-ins: 6, in batches dated" in printed
    refused = run("posters", "privacy-report", "--data", tmp_path / "data", "-o", target, "--paper", "tabloid")
    assert "made for the hand" in complaint(refused, 2)


def test_letters_of_the_name_that_cannot_be_printed_are_named() -> None:
    report = privacy_report(replace(USUAL, name="病院 North 🎉"), TOLD, ON, speak("en"))
    assert privacy_sheet(report, Look(theme_of(), speak("en"))).notes == (
        '"□□ North": Lato has no U+75C5, U+9662; □ is printed instead.',
        '"□□ North" is printed without U+1F389.',
    )
