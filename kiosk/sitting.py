"""What the person who stands here has chosen, apart from the answers; forgotten with the visit."""

import msgspec

from store.language import ENGLISH, Language


class Sitting(msgspec.Struct, frozen=True):
    """How the kiosk serves this one person.

    Attributes:
        language: What it speaks.
        high_contrast: Whether it shows the high-contrast colours.
        spoken: Whether it reads every screen out.
        slip: The one-time code that lets the person answer, where slips are asked for.
    """

    language: Language = ENGLISH
    high_contrast: bool = False
    spoken: bool = False
    slip: str | None = None
