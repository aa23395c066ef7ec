"""What a team poster may say beside the scorecard, where it is known."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Praise:
    """Thanks to the team, which a manager approved.

    Attributes:
        text: In a colleague's words.
        month: Any day of the month it was written in.
    """

    text: str
    month: date


@dataclass(frozen=True, slots=True)
class Extras:
    """What only some teams have.

    Attributes:
        praise: The praise of the month.
        action: What the team works on, as one sentence.
        link: Where people check in with their phones, as ``posters.commands.link`` lets through.
    """

    praise: Praise | None = None
    action: str | None = None
    link: str | None = None
