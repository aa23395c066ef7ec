"""What the wallet cards say: a behavior on the front, a promise to keep on the back."""

from collections.abc import Mapping
from dataclasses import dataclass

from posters.texts.training.lessons import lesson_of
from store.behaviors import BEHAVIORS, Behavior


@dataclass(frozen=True, slots=True)
class CardLines:
    """The texts of one card.

    Attributes:
        label: The behavior's name, on the front.
        act: What a served colleague could see, below it.
        pledge: What its owner promises, on the back.
    """

    label: str
    act: str
    pledge: str


CARD_LINES: Mapping[Behavior, CardLines] = {
    behavior: CardLines(behavior.label, behavior.act, lesson_of(behavior).pledge) for behavior in BEHAVIORS
}
