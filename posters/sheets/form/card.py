"""One form: day, team, seven questions with boxes, and the extra mile, each with the letter of its column."""

from dataclasses import dataclass

from posters.drawing.page import Page
from posters.drawing.paper import Box
from posters.drawing.tagged.structure import Tag
from posters.drawing.type import Face, Fitted, fit, width
from posters.sheets.form.columns import EXAMPLE_DAY, LETTERS
from posters.sheets.form.measures import Measures
from posters.sheets.look import Look
from store.behaviors import BEHAVIORS, EXTRA_MILE, Behavior
from store.language import message

_WORDS = (message("never"), message("seldom"), message("sometimes"), message("often"), message("always"))
_RATINGS = range(1, 6)
_GAP = 8.0
_HAIR, _STROKE = 0.6, 1.1
_CAPITAL = 0.36
"""Half the height of a capital, as a share of the size: from the middle of a line to its baseline."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed on each form.

    Attributes:
        look: How it looks.
        measures: How large it is.
        team: The team's name, settable; None for a line to write on.
        sample: Whether it belongs to sample data.
    """

    look: Look
    measures: Measures
    team: str | None
    sample: bool

    def draw(self, page: Page, box: Box, tag: Tag) -> None:
        """Draw the form into a box; ``tag`` is what its title is to those who hear it.

        Raises:
            DoesNotFitError: The team's name is too long.
        """
        m = self.measures
        self._head(page, Box(box.left, box.top, box.width, m.head), tag)
        top = box.top + m.head
        row = (box.bottom - top - m.scale - m.foot) / (len(BEHAVIORS) + 1)
        if not m.beside:
            self._legend(page, box, top)
        with page.element("Table"):
            if m.beside:
                self._scale(page, box, top)
            for number, behavior in enumerate(BEHAVIORS):
                self._row(page, Box(box.left, top + m.scale + number * row, box.width, row), behavior)
        last = Box(box.left, top + m.scale + len(BEHAVIORS) * row, box.width, row)
        self._extra_mile(page, last)
        self._foot(page, box)

    def _head(self, page: Page, box: Box, tag: Tag) -> None:
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        title = say("How did they serve you?")
        mark = say("Sample data") if self.sample else ""
        taken = width(mark, Face.BOLD, m.small) + _GAP * 2 if mark else 0.0
        fitted = fit(title, Face.BLACK, box.width - taken, sizes=(m.title, 11), leading=(m.title,), what="the title")
        with page.element(tag):
            page.text(box.left, box.top + m.title, fitted.lines[0], Face.BLACK, fitted.size, theme.ink)
        if mark:
            with page.element("P"):
                page.text(box.right, box.top + m.title, mark, Face.BOLD, m.small, theme.ink, align="right")
        lines = (m.head - m.title) / (1 if m.beside else 2)
        baseline = box.top + m.title + lines * (0.66 if m.beside else 0.62)
        day_width = box.width * 0.46 if m.beside else box.width
        self._day(page, box.left, baseline, day_width - (_GAP * 2 if m.beside else 0.0))
        if m.beside:
            self._team(page, Box(box.left + day_width, baseline - lines / 2, box.width - day_width, lines), baseline)
        else:
            self._team(page, Box(box.left, baseline + lines / 2, box.width, lines), baseline + lines)

    def _day(self, page: Page, left: float, baseline: float, room: float) -> None:
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        hint = say("such as {day}", day=EXAMPLE_DAY)
        with page.element("P"):
            start = self._name(page, left, baseline, "date", say("Day"))
            wide = page.text(left + room, baseline, hint, Face.MEDIUM, m.small, theme.muted, align="right")
        page.rule(start, left + room - wide - _GAP, baseline + 3, theme.ink, _HAIR)

    def _team(self, page: Page, box: Box, baseline: float) -> None:
        m, theme = self.measures, self.look.theme
        with page.element("P"):
            start = self._name(page, box.left, baseline, "team", self.look.language.say("Team"))
            if self.team is not None:
                sizes = (m.label[0], 9.0 if m.beside else 14.0)
                named = fit(
                    self.team,
                    Face.BOLD,
                    box.right - start,
                    sizes=sizes,
                    leading=(sizes[0],) * 3,
                    what="the team's name",
                )
                pitch = named.size * 1.1
                for index, line in enumerate(reversed(named.lines)):
                    page.text(start, baseline - index * pitch, line, Face.BOLD, named.size, theme.ink)
        if self.team is None:
            page.rule(start, box.right, baseline + 3, theme.ink, _HAIR)

    def _name(self, page: Page, left: float, baseline: float, column: str, name: str) -> float:
        """A column's letter and name; gives where what is written begins."""
        m, theme = self.measures, self.look.theme
        page.text(left, baseline, LETTERS[column], Face.BLACK, m.letter, theme.muted)
        start = left + self._indent
        return start + page.text(start, baseline, name, Face.BLACK, m.label[0], theme.ink) + _GAP

    def _legend(self, page: Page, box: Box, top: float) -> None:
        """The scale in words on one line, where words are too large to stand above boxes."""
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        words = [f"{rating} {say(word)}" for rating, word in zip(_RATINGS, _WORDS, strict=True)]
        said = "  ·  ".join([*words, f"– {say('skip')}"])
        fitted = fit(said, Face.MEDIUM, box.width, sizes=m.word, leading=(m.word[0],), what="the scale")
        with page.element("P"):
            page.text(box.left, top + m.scale * 0.62, fitted.lines[0], Face.MEDIUM, fitted.size, theme.ink)

    def _scale(self, page: Page, box: Box, top: float) -> None:
        """A word above each column of boxes."""
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        with page.element("TR"):
            with page.element("TH", scope="Column"):
                asked = fit(
                    say("How often?"), Face.BOLD, 200, sizes=(m.word[0], 9), leading=(m.word[0],), what="a word"
                )
                left = box.left + self._indent
                page.text(left, top + m.scale * 0.8, asked.lines[0], Face.MEDIUM, asked.size, theme.muted)
            for index, word in enumerate([*(say(word) for word in _WORDS), say("skip")]):
                room = (m.skip if index == len(_WORDS) else m.column) - 1
                fitted = fit(word, Face.MEDIUM, room, sizes=m.word, leading=(m.word[0], m.word[1]), what="a word")
                with page.element("TH", scope="Column"):
                    for number, line in enumerate(reversed(fitted.lines)):
                        y = top + m.scale * 0.8 - number * fitted.size
                        page.text(
                            self._middle(box, index), y, line, Face.BOLD, fitted.size, theme.muted, align="center"
                        )

    def _row(self, page: Page, box: Box, behavior: Behavior) -> None:
        m = self.measures
        page.rule(box.left, box.right, box.top, self.look.theme.line, _HAIR)
        across = box.top + (box.height / 2 if m.beside else m.box * 0.72)
        with page.element("TR"):
            with page.element("TH", scope="Row"):
                self._question(page, box, behavior, across)
            for index, sign in enumerate([*map(str, _RATINGS), "–"]):
                with page.element("TD"):
                    self._box(page, self._middle(box, index), across, sign, skip=sign == "–")

    def _question(self, page: Page, box: Box, behavior: Behavior, across: float) -> None:
        """A behavior's name and what could be seen: beside the boxes, or the one beside them, the other below."""
        m, theme, left = self.measures, self.look.theme, box.left + self._indent
        label = self._label(box, self.look.language.say(behavior.label))
        size, said = self._act_size(box), self._act(behavior)
        act = fit(said, Face.MEDIUM, self._act_room(box), sizes=(size, size), leading=(size, size), what=said)
        pitch = size * 1.08
        tall = label.size * (len(label.lines) - 1)
        if m.beside:
            block = label.size * 2 * _CAPITAL + tall + size * 0.14 + pitch * len(act.lines)
            first = across - block / 2 + label.size * 2 * _CAPITAL
            below = first + tall + size * 0.14 + pitch
        else:
            first = across + label.size * _CAPITAL - tall / 2
            below = box.bottom - size * 0.5
        page.text(box.left, first, LETTERS[behavior.value], Face.BLACK, m.letter, theme.muted)
        for index, line in enumerate(label.lines):
            page.text(left, first + index * label.size, line, Face.BLACK, label.size, theme.ink)
        for index, line in enumerate(act.lines):
            page.text(left, below + index * pitch, line, Face.MEDIUM, size, theme.ink)

    def _label(self, box: Box, text: str) -> Fitted:
        m = self.measures
        room = self._boxes_from(box) - box.left - self._indent - _GAP
        return fit(text, Face.BLACK, room, sizes=m.label, leading=(m.label[0],) * 2, what=text)

    def _act_room(self, box: Box) -> float:
        return (self._boxes_from(box) - _GAP if self.measures.beside else box.right) - box.left - self._indent

    def _act_size(self, box: Box) -> float:
        """One size for all seven."""
        room, sizes = self._act_room(box), self.measures.act
        acts = [self._act(behavior) for behavior in BEHAVIORS]
        return min(fit(act, Face.MEDIUM, room, sizes=sizes, leading=self._leading, what=act).size for act in acts)

    def _act(self, behavior: Behavior) -> str:
        return self.look.language.say(behavior.act)

    @property
    def _leading(self) -> tuple[float, ...]:
        """How large an act may be on one line, and on two where these stand beside the boxes."""
        largest, smallest = self.measures.act
        return (largest, smallest) if self.measures.beside else (largest,)

    def _box(self, page: Page, x: float, y: float, sign: str, *, skip: bool) -> None:
        """A box to tick, with what it stands for in it; round if the question is skipped."""
        m, theme = self.measures, self.look.theme
        half = m.box / 2
        page.text(x, y + m.digit * _CAPITAL, sign, Face.MEDIUM, m.digit, theme.muted, align="center")
        if skip:
            page.ring(x, y, half, theme.ink, _STROKE)
        else:
            page.frame(Box(x - half, y - half, m.box, m.box), theme.ink, _STROKE, radius=m.box * 0.15)

    def _extra_mile(self, page: Page, box: Box) -> None:
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        page.rule(box.left, box.right, box.top, theme.ink, _STROKE)
        left, middle = box.left + self._indent, box.middle[1]
        x, yes = self._middle(box, 0), say("yes")
        label = self._label(box, say("They went the extra mile."))
        first = middle + label.size * (_CAPITAL - (len(label.lines) - 1) * 0.5)
        with page.element("P"):
            page.text(box.left, first, LETTERS[EXTRA_MILE], Face.BLACK, m.letter, theme.muted)
            for index, line in enumerate(label.lines):
                page.text(left, first + index * label.size, line, Face.BLACK, label.size, theme.ink)
            page.text(x + m.box / 2 + _GAP, middle + m.digit * _CAPITAL, yes, Face.MEDIUM, m.digit, theme.ink)
        half = m.box / 2
        page.frame(Box(x - half, middle - half, m.box, m.box), theme.ink, _STROKE, radius=m.box * 0.15)

    def _foot(self, page: Page, box: Box) -> None:
        m, theme, say = self.measures, self.look.theme, self.look.language.say
        said = say("Write no name and no time of day. Skip what you cannot judge.")
        sizes = (m.small, 9.0 if m.beside else 14.0)
        fitted = fit(said, Face.MEDIUM, box.width, sizes=sizes, leading=(m.small,), what="the foot")
        with page.element("P"):
            page.text(box.left, box.bottom - 2, fitted.lines[0], Face.MEDIUM, fitted.size, theme.muted)

    @property
    def _indent(self) -> float:
        """From a column's letter to its name."""
        return self.measures.letter * 1.7

    def _boxes_from(self, box: Box) -> float:
        m = self.measures
        return box.right - m.skip - _GAP - len(_RATINGS) * m.column

    def _middle(self, box: Box, index: int) -> float:
        """The middle of a column of boxes, from 0; the last is for skipped questions."""
        m = self.measures
        if index == len(_RATINGS):
            return box.right - m.skip / 2
        return self._boxes_from(box) + (index + 0.5) * m.column
