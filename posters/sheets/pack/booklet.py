"""The booklet as a sheet: cover, contents, and one chapter after the other."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from posters.drawing.flow.boxes import WritingLines
from posters.drawing.flow.style import Style
from posters.drawing.sheet import About, Sheet, Side
from posters.sheets.handout.masthead import Masthead
from posters.sheets.handout.sheet import handout_side, notes
from posters.sheets.look import Look
from posters.sheets.names import shown
from posters.sheets.pack import plan, tasks
from posters.sheets.pack.chapter import TEXT, Chapter, Entry, bookmarked, foot, lines_below, running
from posters.sheets.pack.contents import NUMBER as CONTENTS
from posters.sheets.pack.contents import contents
from posters.sheets.pack.cover import cover
from posters.sheets.pack.role_play import role_play
from posters.sheets.pack.wallet import wallet_cards
from store.behaviors import BEHAVIORS, Behavior
from store.scorecard import Scorecard

_PITCH = 28.0


def pack_sheet(look: Look, on: date, minimum: int, card: Scorecard | None = None) -> Sheet:
    """The trainer's booklet.

    Args:
        look: How it looks.
        on: The day that its file bears.
        minimum: The fewest answers in a group of scores.
        card: The team whose scores the handouts show; none if left out.

    Raises:
        UsageError: It is asked for on larger paper.
        DoesNotFitError: A text is too long.
    """
    say = look.language.say
    entries, sides = _bound(look, _chapters(look, minimum, card))
    front = (cover(look, card), bookmarked(contents(look, entries), (say("Contents"), 0)))
    title = say("Seven ways we serve each other: for trainers")
    about = About(
        title=title,
        author=shown(card.organisation, card.team) if card is not None else "Seven Ways",
        subject=say("A session of sixty minutes, seven handouts, role plays, exercises and wallet cards."),
        on=on,
        language=look.language.code,
    )
    return Sheet(about, (*front, *sides), notes(look, card))


def _chapters(look: Look, minimum: int, card: Scorecard | None) -> Iterator[Chapter]:
    """All parts after the contents, in their order."""
    yield plan.introduction(look, minimum)
    yield plan.session(look)
    for behavior in BEHAVIORS:
        yield _handout(look, behavior, card)
    for behavior in BEHAVIORS:
        yield role_play(look, behavior)
    yield tasks.tasks(look)
    yield tasks.answers(look)
    yield wallet_cards(look)


def _handout(look: Look, behavior: Behavior, card: Scorecard | None) -> Chapter:
    def sides(first: int) -> Sequence[Side]:
        return (handout_side(behavior, look, partial(foot, look=look, number=first), card, level=2),)

    return Chapter(f"{behavior.number} {look.language.say(behavior.label)}", sides, "handout", behavior)


def _bound(look: Look, chapters: Iterable[Chapter]) -> tuple[list[Entry], list[Side]]:
    """The chapters as pages with bookmarks, and on which page each begins."""
    entries: list[Entry] = []
    sides: list[Side] = []
    for chapter in chapters:
        page = CONTENTS + 1 + len(sides)
        if chapter.on_odd and page % 2 == 0:
            sides += _note_page(look, page)
            page += 1
        first, *rest = chapter.sides(page)
        sides += [bookmarked(first, *_bookmarks(look, chapter)), *rest]
        entries.append(Entry(chapter, page))
    return entries, sides


def _bookmarks(look: Look, chapter: Chapter) -> list[tuple[str, int]]:
    """The bookmarks of a chapter: its own, after that of its group if it is the first one there."""
    if chapter.behavior is None:
        return [(chapter.title, 0)]
    group = look.language.say("Handouts") if chapter.kind == "handout" else look.language.say("Role plays")
    return [*([(group, 0)] if chapter.behavior is BEHAVIORS[0] else []), (chapter.title, 1)]


def _note_page(look: Look, page: int) -> Sequence[Side]:
    """A page to write on, so that what follows begins on the front of a paper."""
    head = Masthead(look.language.say("Room for notes"), look.language.say("For trainers"), tag="H2")
    lines = WritingLines(Style(look.theme, TEXT), lines_below(look, (), _PITCH), pitch=_PITCH)
    return running(look, head, [lines], page)
