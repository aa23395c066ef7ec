"""The page for whoever types forms: which column is which, a line to begin with, and what to do with the paper."""

from collections.abc import Sequence
from itertools import islice

from posters.drawing.flow.block import Block
from posters.drawing.flow.boxes import Panel
from posters.drawing.flow.lines import Run
from posters.drawing.flow.lists import Items, numbers
from posters.drawing.flow.style import Style
from posters.drawing.flow.table import Table
from posters.drawing.flow.text import Heading, Paragraph
from posters.drawing.type import Face
from posters.sheets.form.columns import COLUMNS, EXAMPLE_DAY, LETTERS, example_line, example_values, header_line
from posters.sheets.names import shown
from store.language import Language
from store.organisation import Privacy, Team

_HEADING = 1.3
_LISTED, _LISTED_LARGE = 12, 4
"""How many teams stand in one table: a table is never parted over pages."""
_LARGEST_WITH_EXAMPLES = 14.0
_EXAMPLE_TEAM = "north-ward"


def typing_blocks(teams: Sequence[Team], privacy: Privacy, style: Style, language: Language) -> list[Block]:
    """What whoever types must know.

    Args:
        teams: Those whose forms may come: one if it is printed on them.
        privacy: When what is typed is shown.
        style: How it looks.
        language: What it speaks.
    """
    say = language.say
    team = teams[0].key if teams else _EXAMPLE_TEAM
    blocks: list[Block] = [
        Items(style, _steps(privacy, language), numbers),
        _heading(style, say("First line of the file, and a form as an example")),
        Panel(style, [_typed(style, header_line()), _typed(style, example_line(team))]),
        _heading(style, say("The columns")),
        _columns(team, style, language),
    ]
    if len(teams) > 1:
        blocks.append(_heading(style, say("What to type for a team")))
        names = iter([(shown(team.name, team.key), team.key) for team in teams])
        most = _LISTED_LARGE if style.text > _LARGEST_WITH_EXAMPLES else _LISTED
        while part := list(islice(names, most)):
            blocks.append(Table(style, (), part, (1.4, 1.0)))
    return blocks


def _steps(privacy: Privacy, language: Language) -> list[str]:
    say, minimum = language.say, language.number(privacy.minimum)
    steps = [
        say("Mix the forms, so that nobody can tell from the file who handed theirs in when."),
        say("Type one line for each form, in the order of the letters, below the first line."),
        say("Leave a skipped question empty. A form without any answer is not typed."),
        say("Save the file as CSV, such as forms.csv, and run: store import forms.csv"),
        say("Then destroy the forms: handwriting tells who wrote."),
    ]
    if privacy.release == "overnight":
        counts = say(
            "Put many forms into one file: what it says of a team and a question counts once the days are over, and "
            "only if at least {minimum} forms in it do so.",
            minimum=minimum,
        )
    else:
        counts = say(
            "Put many forms into one file: what it says of a team and a question counts only if at least {minimum} "
            "forms in it do so.",
            minimum=minimum,
        )
    return [steps[0], counts, *steps[1:]]


def _columns(team: str, style: Style, language: Language) -> Table:
    """What each column is; without examples in large print, where names need the room."""
    say, values = language.say, example_values(team)
    heads = (say("Column"), say("Name"), say("What to type"), say("Example"))
    rows = [(LETTERS[name], name, _meaning(name, language), values[place]) for place, name in enumerate(COLUMNS)]
    if style.text > _LARGEST_WITH_EXAMPLES:
        return Table(style, heads[:-1], [row[:-1] for row in rows], (1.3, 3.1, 2.4))
    return Table(style, heads, rows, (0.7, 2.6, 2.7, 1.8))


def _meaning(column: str, language: Language) -> str:
    say = language.say
    if column == COLUMNS[0]:
        return say("the day, written like {day}", day=EXAMPLE_DAY)
    if column == COLUMNS[1]:
        return say("the team's name or its key")
    if column == COLUMNS[-1]:
        return say("yes if it is ticked, else no")
    return say("1 to 5, or nothing")


def _heading(style: Style, text: str) -> Heading:
    return Heading(style, text, 3, size=style.text * _HEADING)


def _typed(style: Style, line: str) -> Paragraph:
    return Paragraph(style, Run(line, Face.BOLD))
