"""The command `posters notice`: one page about privacy, to hang beside the terminal."""

from contextlib import closing

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.sheets.notice import notice_sheet
from store.clock import as_of
from store.command_line import DataOption, OnOption
from store.open import open_store


@with_printing
def print_notice(printing: Printing, data: DataOption, on: OnOption = None) -> None:
    """Print what is asked and kept, who sees it and whom to ask: one page, letter or A4, filled in from the settings.

    Whom to ask is kiosk.contact in organisation.toml; without it there is a line to write on.
    """
    with closing(open_store(data)) as store:
        organisation = store.organisation
    look = printing.look(organisation)
    deliver(notice_sheet(organisation, as_of(organisation, on), look), printing, look.theme.notes)
