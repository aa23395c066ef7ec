"""Sets a handout on exactly one page: space gives way first, then type, which never gets smaller than 11 points."""

from collections.abc import Callable

from posters.drawing.flow.boxes import Stack
from posters.drawing.flow.style import Style
from posters.drawing.theme import Theme
from posters.sheets.handout.body import Body
from store.errors import DoesNotFitError

SMALLEST = 11.0
_SETTINGS = (
    (12.0, 1.25, 1.38, 3),
    (12.0, 1.0, 1.38, 3),
    (11.5, 1.0, 1.36, 3),
    (11.5, 0.8, 1.34, 3),
    (SMALLEST, 0.9, 1.34, 3),
    (SMALLEST, 0.75, 1.32, 3),
    (SMALLEST, 0.6, 1.3, 3),
    (SMALLEST, 0.5, 1.28, 2),
    (SMALLEST, 0.3, 1.24, 2),
    (SMALLEST, 0.15, 1.2, 2),
)
"""Size of type, air, leading and the fewest lines to write on, from generous to tight."""
_MOST_LINES = 6
_PITCH, _WIDEST_PITCH = 22.0, 27.0
"""From one writing line to the next."""


def fitted(body_in: Callable[[Style], Body], theme: Theme, width: float, height: float) -> Stack:
    """A handout's body, as generous as one page allows.

    Args:
        body_in: Makes the body in a style.
        theme: The colours.
        width: Room on the page, in points.
        height: The same.

    Raises:
        DoesNotFitError: Even at 11 points and without air it is too long.
    """
    for text, air, leading, lines in _SETTINGS:
        body = body_in(Style(theme, text, air, leading))
        if body.page(lines, _PITCH).height(width) <= height:
            return _filled(body, lines, width, height)
    message = f"A handout is too long for one page, even at {SMALLEST:g} points; print it in large print."
    raise DoesNotFitError(message)


def _filled(body: Body, fewest: int, width: float, height: float) -> Stack:
    """The body with as much room for writing as the page has left."""
    room = height - body.page(fewest, _PITCH).height(width)
    lines = min(_MOST_LINES, fewest + int(room / _PITCH))
    left_over = room - (lines - fewest) * _PITCH
    return body.page(lines, min(_WIDEST_PITCH, _PITCH + left_over / lines))
