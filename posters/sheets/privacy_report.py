"""The privacy report on paper: what `store privacy-report` says, for a works council's file."""

import re

from posters.drawing.flow.block import Block
from posters.drawing.flow.column import Column
from posters.drawing.flow.lines import Run, broken, draw_lines
from posters.drawing.flow.lists import Items, dots
from posters.drawing.flow.style import Style
from posters.drawing.flow.table import Table
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.page import Page
from posters.drawing.paper import Box, Paper
from posters.drawing.sheet import About, Sheet
from posters.drawing.type import Face, width
from posters.sheets import names
from posters.sheets.handout import masthead
from posters.sheets.handout.masthead import MARGIN, Masthead
from posters.sheets.look import Look
from posters.sheets.office_paper import office_paper
from store.privacy_report import PrivacyReport, Section

_TEXT, _AIR, _HEADING = 11.0, 0.6, 1.35
_BELOW_HEAD = 22.0
_FOOT, _ABOVE_FOOT, _SMALL = 30.0, 26.0, 9.0
_QUOTE = "`"
_COMMAND = re.compile(rf"(\S*{_QUOTE}[^{_QUOTE}]*{_QUOTE}\S*)")
"""A command, with what stands close to it."""
_FILES = (1.0, 2.6)
"""How wide a file's name and what it holds are, in proportion."""


def privacy_sheet(report: PrivacyReport, look: Look) -> Sheet:
    """A privacy report on as many pages as it takes.

    Args:
        report: What it says; in the language of the look.
        look: How it looks.

    Raises:
        UsageError: It is asked for on larger paper.
    """
    paper, style = office_paper(look.paper), Style(look.theme, _TEXT, _AIR)
    named = (report.organisation, look.language.say("All teams"))
    name = names.shown(*named)
    head = Masthead(
        title=report.title,
        eyebrow=look.language.say("Seven ways we serve each other"),
        line=look.language.day(report.on),
        mark=look.language.say("Sample data") if report.sample else None,
    )

    def furniture(page: Page, number: int, count: int) -> None:
        if number == 1:
            page.bookmark(report.title)
            masthead.draw(page, look.theme, paper, head)
        _draw_foot(page, look, paper, name, (number, count))

    wide, bottom = paper.width - 2 * MARGIN, paper.height - _FOOT - _ABOVE_FOOT
    first = masthead.HEIGHT + _BELOW_HEAD
    column = Column(
        paper, Box(MARGIN, MARGIN, wide, bottom - MARGIN), Box(MARGIN, first, wide, bottom - first), furniture
    )
    about = About(
        title=report.title,
        author=name,
        subject=look.language.say("What is stored, seen, kept and refused"),
        on=report.on,
        language=report.language,
    )
    return Sheet(about, column.sides(_blocks(report, name, style)), names.notes(look.language, [named]))


def _blocks(report: PrivacyReport, name: str, style: Style) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(style, Run(name, Face.BLACK), size=style.text * _HEADING),
        Paragraph(style, *_runs(report.introduction)),
    ]
    for section in report.sections:
        blocks += _section(section, style)
    return blocks


def _section(section: Section, style: Style) -> list[Block]:
    blocks: list[Block] = [Heading(style, section.heading, 2, size=style.text * _HEADING, bookmark=True)]
    if section.sentences:
        blocks.append(Items(style, [_runs(sentence) for sentence in section.sentences], dots))
    if section.files:
        blocks.append(Table(style, (), [(file.name, file.holds.replace(_QUOTE, "")) for file in section.files], _FILES))
    return blocks


def _runs(sentence: str) -> list[Run]:
    """A sentence with its commands in bold; on a terminal they stand between marks."""
    parts = _COMMAND.split(sentence)
    return [
        Run(part.replace(_QUOTE, ""), Face.BOLD if index % 2 else Face.MEDIUM)
        for index, part in enumerate(parts)
        if part.strip()
    ]


def _draw_foot(page: Page, look: Look, paper: Paper, name: str, numbers: tuple[int, int]) -> None:
    """Whose report it is, and which page of it."""
    baseline, theme = paper.height - _FOOT, look.theme
    number, count = numbers
    told = look.language.say("Page {number} of {count}", number=number, count=count)
    room = paper.width - 2 * MARGIN - width(told, Face.MEDIUM, _SMALL) - 24
    owner = broken([Run(name, Face.BOLD)], _SMALL, room)
    pitch = _SMALL * 1.15
    with page.unsaid():
        draw_lines(page, owner, MARGIN, baseline - pitch * (len(owner) - 1), pitch, _SMALL, theme.muted)
        page.text(paper.width - MARGIN, baseline, told, Face.MEDIUM, _SMALL, theme.muted, align="right")
