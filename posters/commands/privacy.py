"""The command `posters privacy-report`: what is stored, seen, kept and refused, as a PDF."""

from contextlib import closing

from posters.commands.delivery import deliver
from posters.commands.options import Printing, with_printing
from posters.sheets.privacy_report import privacy_sheet
from store.clock import today
from store.command_line import DataOption
from store.open import open_store
from store.privacy_figures import bytes_to_count, figures
from store.privacy_report import privacy_report
from store.progress import progress


@with_printing
def print_privacy_report(printing: Printing, data: DataOption) -> None:
    """Print what `store privacy-report` says, on letter or A4: what is stored, seen, kept and refused here, today."""
    with closing(open_store(data)) as store:
        organisation = store.organisation
        look, day = printing.look(organisation), today(organisation)
        with progress("Counting", bytes_to_count(store)) as advance:
            counted = figures(store, day, advance)
    report = privacy_report(organisation, counted, day, look.language)
    deliver(privacy_sheet(report, look), printing, look.theme.notes)
