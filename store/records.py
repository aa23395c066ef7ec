"""The frozen records that journals hold: validated once, at the border."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import msgspec

from store.behaviors import Behavior

FORMAT = 1

Rating = Annotated[int, msgspec.Meta(ge=1, le=5)]
TeamKey = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=80)]
_UUID4 = r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z"
RandomId = Annotated[str, msgspec.Meta(pattern=_UUID4)]
RecordFormat = Annotated[int, msgspec.Meta(ge=1, le=FORMAT)]
Uuid4 = Annotated[str, msgspec.Meta(pattern=_UUID4)]


class Ratings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Up to seven ratings, 1 (never) to 5 (always); None is a skipped question and is not written."""

    stay_positive: Rating | None = None
    honor_commitments: Rating | None = None
    communicate_often: Rating | None = None
    negotiate_expectations: Rating | None = None
    step_out_of_your_silo: Rating | None = None
    be_polite: Rating | None = None
    be_helpful: Rating | None = None

    @classmethod
    def of(cls, answers: Mapping[Behavior, int]) -> "Ratings":
        """Ratings from a mapping; behaviours that are not in it are skipped.

        Raises:
            msgspec.ValidationError: A rating is not a whole number from 1 to 5.
        """
        return msgspec.convert({behavior.value: rating for behavior, rating in answers.items()}, cls)


class CheckIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One anonymous visit: which team, how well, on which day; never who, never what time."""

    id: Uuid4
    day: date
    team: TeamKey
    ratings: Ratings
    extra_mile: bool
    format: RecordFormat = FORMAT


class Batch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All ratings of one team and one question that were released together: a fact, written once.

    Attributes:
        stream: Which source of check-ins they came from; streams never mix.
        question: A behaviour's key, or ``extra_mile``.
        day: The day that was over when they were released.
        k: The privacy minimum at that time.
        counts: How often each rating 1 to 5 was given; for the extra mile how often no and yes.
        same_day: How many of them are dated ``day`` itself. Whatever arrives for that day after all (a clock
            was set back, or batches are released at once) is thereby known to wait still.
    """

    stream: str
    team: TeamKey
    question: str
    day: date
    k: Annotated[int, msgspec.Meta(ge=3)]
    counts: tuple[int, ...]
    same_day: int
