"""Files on their way to a browser: whole, under names that mean nothing, at addresses that work once."""

import pytest

from kiosk.serving.handouts import Handout, Handouts

PDF = Handout("team-pharmacy-2026-10-14.pdf", b"%PDF")


def test_a_file_is_fetched_once() -> None:
    handouts = Handouts()
    key, name = handouts.lay_out("tab", PDF).split("/")
    assert name == PDF.name
    assert handouts.take(key) == PDF
    assert handouts.take(key) is None


def test_a_closed_tab_takes_its_files_along_and_no_others() -> None:
    handouts = Handouts()
    gone, kept = handouts.lay_out("one", PDF), handouts.lay_out("other", PDF)
    handouts.forget("one")
    assert handouts.take(gone.split("/")[0]) is None
    assert handouts.take(kept.split("/")[0]) == PDF


def test_a_tab_that_fetches_nothing_does_not_fill_the_memory() -> None:
    handouts = Handouts()
    keys = [handouts.lay_out("tab", PDF).split("/")[0] for _ in range(100)]
    assert [key for key in keys if handouts.take(key)] == keys[-4:]


@pytest.mark.parametrize(
    "name", ["", "x.html", "../a.pdf", "a.pdf/b", 'a".pdf', "a.pdf\r\nX: y", "A.PDF", ".pdf", "a b.pdf"]
)
def test_other_names_are_not_handed_out(name: str) -> None:
    assert not Handout(name, b"x").is_known
    assert PDF.is_known


@pytest.mark.parametrize(
    "place", ["x", "0.5", "0.1,0.2,0.3,0.4", "9.0000,0.0000,0.0000,0.0000", "0.1000,0.2000,0.3000"]
)
def test_a_picture_is_laid_only_where_it_can_be(place: str) -> None:
    assert not Handout("a.png", b"x", place).is_known
    assert Handout("a.png", b"x", "0.1000,0.2000,0.3000,1.0000").is_known


def test_a_pdf_is_kept_a_picture_is_shown_and_neither_is_remembered() -> None:
    assert PDF.headers["Content-Disposition"] == f'attachment; filename="{PDF.name}"'
    shown = Handout("a.png", b"x").headers
    assert shown["Content-Disposition"].startswith("inline")
    assert shown["Content-Type"] == "image/png"
    assert PDF.headers["Cache-Control"] == shown["Cache-Control"] == "no-store"
