"""A kiosk with mistakes in it: the rating 3 and the team Kitchen crash it, each in another place."""

from kiosk.__main__ import main
from kiosk.screens.question import QuestionScreen
from kiosk.widgets.masthead import Masthead

answer, paint = QuestionScreen.action_answer, Masthead.render


async def crash_at_three(screen: QuestionScreen, rating: int) -> None:
    """A mistake in an action, which runs on the app's own message loop."""
    if rating == 3:
        raise RuntimeError(f"the visitor's {screen.visit.answers}")
    await answer(screen, rating)


def crash_in_the_kitchen(masthead: Masthead) -> object:
    """A mistake in a widget, which has a message loop of its own."""
    if "Kitchen" in vars(masthead).values():
        raise ValueError("painted wrong")
    return paint(masthead)


QuestionScreen.action_answer = crash_at_three  # type: ignore[assignment, method-assign]
Masthead.render = crash_in_the_kitchen  # type: ignore[assignment, method-assign]

if __name__ == "__main__":
    main()
