"""From a scorecard to what comes out of a printer, through a real CUPS."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from posters.output import preview
from posters.output.printing import Printer, print_pdf, printers, ready
from store.errors import RefusedError, UsageError
from tests.factories.cups import Cups, missing, running_cups
from tests.posters.scorecards import scorecard
from tests.posters.wall import wall_poster

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

TABLOID = ("Tabloid", "11x17", "AnsiB", "Ledger")


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with running_cups() as running, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", running.address)
        for name in ("PRINTER", "LPDEST"):
            patch.delenv(name, raising=False)
        running.add("Wall")
        running.add("Office", without=(*TABLOID, "A3"), longest=1008)
        running.add("Roll", without=(*TABLOID, "A3"), longest=1224)
        running.run("lpadmin", "-d", "Wall")
        yield running


@pytest.fixture(scope="module")
def poster() -> bytes:
    return wall_poster(scorecard())


def test_printers_are_named_and_the_usual_one_is_known(cups: Cups) -> None:
    assert [printer.name for printer in printers()] == ["Office", "Roll", "Wall"]
    assert [printer for printer in printers() if printer.is_default] == [Printer("Wall", is_default=True)]


def test_what_comes_out_is_the_poster_at_its_true_size(cups: Cups, poster: bytes) -> None:
    job = print_pdf(poster, "Wall", 2, "tabloid")
    assert job.sentence == f"Sent to Wall as job {job.id}."
    assert job.id.startswith("Wall-")
    sheet = cups.printed(job.id)
    pages = PdfReader(BytesIO(sheet)).pages
    assert [tuple(map(round, page.mediabox[2:])) for page in pages] == [(792, 1224)] * 2, "two copies"
    assert _difference(poster, sheet) < 3, "it is another picture, or has moved"
    assert _difference(poster, _upside_down(sheet)) > 10, "the comparison sees nothing"


def test_a_printer_without_the_paper_refuses_before_there_is_a_job(cups: Cups, poster: bytes) -> None:
    before = cups.jobs()
    with pytest.raises(RefusedError) as refused:
        print_pdf(poster, "Office", 1, "tabloid")
    sentence = str(refused.value)
    assert sentence.startswith("Office has no tabloid paper (11 x 17 inches), only ")
    assert "print with --paper letter or --paper a4. No job was sent." in sentence
    assert "Custom" not in sentence
    assert cups.jobs() == before


@pytest.mark.parametrize(("paper", "size"), [("tabloid", (792, 1224)), ("a3", (842, 1191))])
def test_a_printer_without_a_name_for_a_paper_takes_it_by_its_size(
    cups: Cups, paper: str, size: tuple[int, int]
) -> None:
    made = _plain_page(*size)
    assert ready("Roll", 1, paper).media == f"Custom.{size[0]}x{size[1]}"
    sheet = cups.printed(print_pdf(made, "Roll", 1, paper).id)
    (page,) = PdfReader(BytesIO(sheet)).pages
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx(size, abs=1)  # it counts in whole points
    assert _difference(made, sheet) < 3


def test_a_letter_goes_to_the_printer_that_has_no_larger_paper(cups: Cups) -> None:
    letter = _plain_page(612, 792)
    sheet = cups.printed(print_pdf(letter, "Office", 1, "letter").id)
    assert [tuple(map(round, page.mediabox[2:])) for page in PdfReader(BytesIO(sheet)).pages] == [(612, 792)]


def test_a_printer_that_nobody_has_is_refused_with_the_ones_there_are(cups: Cups, poster: bytes) -> None:
    for name in ("Hall", "-dWall", "--help", "Wall;id", "Wall Office", "", "wall\n\x1b[2J"):
        with pytest.raises(UsageError, match=r'^There is no printer ".*" here; there are Office, Roll, Wall\.$'):
            print_pdf(poster, name, 1, "tabloid")


def test_a_printer_that_takes_no_jobs_is_named(cups: Cups, poster: bytes) -> None:
    cups.run("cupsreject", "-r", "Moved [/b] away", "Wall")
    before = cups.jobs()
    try:
        with pytest.raises(RefusedError, match="Wall takes no jobs now"):
            print_pdf(poster, "Wall", 1, "tabloid")
    finally:
        cups.run("cupsaccept", "Wall")
    assert cups.jobs() == before


def test_a_paused_printer_takes_the_job_and_says_that_it_waits(cups: Cups, poster: bytes) -> None:
    cups.run("cupsdisable", "-r", "jam", "Wall")
    try:
        job = print_pdf(poster, "Wall", 1, "tabloid")
        assert "the printer is paused" in job.sentence
        assert job.id in cups.run("lpstat", "-W", "not-completed", "-o")
    finally:
        cups.run("cancel", "-a", "Wall")
        cups.run("cupsenable", "Wall")


def test_a_printer_that_does_not_tell_its_paper_gets_no_job(cups: Cups, poster: bytes) -> None:
    cups.run("lpadmin", "-p", "Raw", "-v", "socket://127.0.0.1:9", "-E")
    try:
        with pytest.raises(RefusedError, match="Raw does not tell which paper it takes"):
            print_pdf(poster, "Raw", 1, "tabloid")
    finally:
        cups.run("lpadmin", "-x", "Raw")


def test_a_cups_that_is_not_running_is_said(cups: Cups, poster: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    with pytest.raises(RefusedError, match=r"\(CUPS\) is not running; start it"):
        print_pdf(poster, "Wall", 1, "tabloid")


def test_titles_in_the_queue_name_no_team(cups: Cups, poster: bytes) -> None:
    job = print_pdf(poster, "Wall", 1, "tabloid")
    cups.printed(job.id)
    (name,) = [path.name for path in cups.folder.glob(f"printed/*job_{job.id.rpartition('-')[2]}.pdf")]
    assert "orth" not in name
    assert name.startswith("Seven_Ways")


def _plain_page(width: int, height: int) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height))
    canvas.drawString(100, 100, "One page")
    canvas.save()
    return file.getvalue()


def _picture(pdf: bytes) -> Image.Image:
    png = next(preview.pages(pdf, 30))
    return Image.open(BytesIO(png)).convert("L")


def _upside_down(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.pages[0].rotate(180)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _difference(one: bytes, other: bytes) -> float:
    """How far two pages are apart on average, of 255."""
    histogram = ImageChops.difference(_picture(one), _picture(other)).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)
