"""One of the five answers: a large numeral and its word."""

from textual.content import Content
from textual.reactive import reactive

from kiosk.letters.setting import FACES, Face, lettered
from kiosk.widgets.tile import Tile

_LARGE_FROM_ROWS, _LARGE_FROM_COLUMNS = 9, 14


class RatingTile(Tile):
    """The tile of one rating.

    Args:
        rating: 1 to 5.
        word: What it means.
        given_words: What to say where it was given before.

    Attributes:
        given: Whether the visitor has chosen it before and came back.
    """

    given: reactive[bool] = reactive(False)

    def __init__(self, rating: int, word: str, given_words: str) -> None:
        super().__init__(f"screen.answer({rating})", id=f"rating-{rating}")
        self._rating = rating
        self._word = word
        self._given_words = given_words

    def watch_given(self, given: bool) -> None:
        """Draw the outline of an earlier answer."""
        self.set_class(given, "-given")

    def render(self) -> Content:
        """Numeral, word, and "your answer" where it is."""
        columns, rows = self.content_size
        large = rows >= _LARGE_FROM_ROWS and columns >= _LARGE_FROM_COLUMNS
        numeral = lettered(str(self._rating), _face(large=large))
        picture = "\n".join(row.center(columns) for row in numeral)
        return Content.assemble(
            "\n" * ((rows - len(numeral) - (3 if large else 2)) // 2),
            (picture, "bold"),
            "\n\n" if large else "\n",
            (self._word.center(columns), "bold"),
            "\n",
            (self._given_words.center(columns) if self.given else "", "$accent"),
        )


def _face(*, large: bool) -> Face:
    return FACES[0] if large else FACES[2]
