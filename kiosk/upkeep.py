"""What the kiosk does for its store between visitors; nothing here may disturb one."""

from datetime import date

import msgspec

from kiosk.texts.attract import News
from store.errors import SevenWaysError
from store.open import Store


class Findings(msgspec.Struct, frozen=True):
    """What was found while looking after the store.

    Attributes:
        notice: What staff should know, as a sentence; None if all is well.
        news: The organisation's scores; None if nobody looked, or could.
    """

    notice: str | None = None
    news: News | None = None


def look_after(store: Store, on: date, *, close: bool) -> Findings:
    """Take in edits of organisation.toml; with ``close`` also release what days before ``on`` have left."""
    try:
        store.reload_organisation()
        if not close:
            return Findings()
        scorecards = store.scorecards(on, must_close=True)
        return Findings(store.clock_warning(on), News(scorecards.window, scorecards.all))
    except SevenWaysError as error:
        return Findings(str(error))
