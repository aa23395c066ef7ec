"""What we know: check-ins, how they are kept, released and scored.

The public face is handed out on demand, so that whoever needs plain values only loads no database:
``open_store`` and ``create_store`` for an organisation's data, ``open_tinydb`` for a TinyDB on any folder's journals.
"""

TYPE_CHECKING = False  # as type checkers know it; `typing` itself would delay the first line of every command

if TYPE_CHECKING:
    from store.open import Store, create_store, open_store
    from store.tinydb_journal import open_tinydb

__all__ = ["Store", "create_store", "open_store", "open_tinydb"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  # as light as can be

    return getattr(import_module("store.tinydb_journal" if name == "open_tinydb" else "store.open"), name)
