"""Scorecards in, PDF out: as bytes, or as whole files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from posters.drawing.document import Document
from posters.drawing.sheet import Sheet
from posters.drawing.theme import Theme, theme_of
from posters.output.imposition import imposed
from posters.output.setup import PLAIN, Setup
from posters.sheets.look import Look
from posters.sheets.team import team_sheet
from store import disk
from store.errors import DoesNotFitError
from store.language import ENGLISH
from store.scorecard import Scorecard

_FOR_EVERYONE = 0o644


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one poster of many.

    Attributes:
        card: Whose poster it is.
        path: The file, or None if there is none.
        problem: Why there is none, as a sentence.
    """

    card: Scorecard
    path: Path | None
    problem: str | None = None


def team_poster(card: Scorecard, theme: Theme | None = None) -> bytes:
    """One team's poster as a PDF of one page, 11 x 17 inches; the same scorecard gives the same bytes.

    Args:
        card: All that the poster may say.
        theme: The colours; our own if left out.

    Raises:
        DoesNotFitError: A name is too long for the sheet.
    """
    return pdf_of(team_sheet(card, Look(theme or theme_of(), ENGLISH)))


def pdf_of(sheet: Sheet, setup: Setup = PLAIN) -> bytes:
    """A sheet as a PDF; the same sheet and setup give the same bytes.

    Raises:
        UsageError: The setup does not suit the sheet.
    """
    document = Document(sheet.about, in_process_colors=setup.process_colors)
    for leaf, draw, marks in imposed(sheet, setup):
        document.add(leaf, draw, marks)
    return document.finish()


def notes(card: Scorecard) -> tuple[str, ...]:
    """One sentence for each name that the poster cannot show as it is written."""
    return team_sheet(card, Look(theme_of(), ENGLISH)).notes


def write(pdf: bytes, path: Path) -> None:
    """Put a poster in place whole, or leave everything as it was; unlike data it is for everyone to read.

    Raises:
        CannotWriteError: The disk is full, or the folder is missing or read-only.
    """
    with disk.aside(path) as file, disk.writing(path):
        file.write(pdf)
        Path(file.name).chmod(_FOR_EVERYONE)


def team_posters(cards: Iterable[Scorecard], theme: Theme, folder: Path) -> Iterator[Outcome]:
    """Write one poster a team into a folder, named by the teams' keys; a poster that cannot be set stops no other.

    Raises:
        CannotWriteError: As `write`.
    """
    for card in cards:
        path = folder / f"{card.team}.pdf"
        try:
            pdf = team_poster(card, theme)
        except DoesNotFitError as error:
            yield Outcome(card, None, str(error))
            continue
        write(pdf, path)
        yield Outcome(card, path)
