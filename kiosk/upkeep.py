"""What the kiosk does for its store between visitors; nothing here may disturb one."""

from datetime import date

from store.errors import SevenWaysError
from store.open import Store


def look_after(store: Store, on: date, *, close: bool) -> str | None:
    """Take in edits of organisation.toml; with ``close`` also release what days before ``on`` have left.

    Returns:
        What staff should know, as a sentence, or None if all is well.
    """
    try:
        store.reload_organisation()
        if close:
            store.close_days(on)
            return store.clock_warning(on)
    except SevenWaysError as error:
        return str(error)
    return None
