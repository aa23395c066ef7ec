"""What an organisation is; its file, edits and mistakes have rooms of their own in here."""

from store.organisation.values import (
    DEFAULT_DELIVERABLES,
    LONGEST_NAME,
    SMALLEST_TEAM,
    Brand,
    Link,
    Organisation,
    Privacy,
    Scoring,
    Team,
    Timings,
    folded,
)

__all__ = [
    "DEFAULT_DELIVERABLES",
    "LONGEST_NAME",
    "SMALLEST_TEAM",
    "Brand",
    "Link",
    "Organisation",
    "Privacy",
    "Scoring",
    "Team",
    "Timings",
    "folded",
]
