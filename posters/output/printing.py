"""Printers of this machine, through the commands of CUPS; a printer is asked for its paper before it gets a job."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from posters.drawing.paper import PAPERS
from posters.output.cups import Cups
from posters.output.custom_paper import CUSTOM, custom_media
from store.errors import NoPaperError, RefusedError, UsageError
from store.plain_text import printable, shortened

MOST_COPIES = 999

# What drivers call the papers that we print on, in small letters and without such endings as ".Fullbleed".
_CALLED = {
    "tabloid": ("tabloid", "11x17", "ansib", "na_ledger_11x17in", "w792h1224", "ledger"),
    "a3": ("a3", "iso_a3_297x420mm", "w842h1191"),
    "letter": ("letter", "ansia", "na_letter_8.5x11in", "w612h792"),
    "a4": ("a4", "iso_a4_210x297mm", "w595h842"),
}
_SIZES = {"tabloid": "11 x 17 inches", "a3": "297 x 420 mm", "letter": "8.5 x 11 inches", "a4": "210 x 297 mm"}

_TITLE = "Seven Ways"  # anyone may read the queue
_LISTED = 8
_HERE = Cups()
_JOB = re.compile(r"request id is (\S+)")


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as CUPS names it."""

    name: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A printer that can print what it was asked about.

    Attributes:
        printer: Its name.
        copies: How many it shall print.
        media: What it calls the paper.
        paused: Whether it waits for somebody to start it.
    """

    printer: str
    copies: int
    media: str
    paused: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What CUPS has taken.

    Attributes:
        id: As `lpstat` and `cancel` call it, such as ``Office-12``.
        printer: Where it was sent.
        paused: Whether the printer waits for somebody to start it.
    """

    id: str
    printer: str
    paused: bool

    @property
    def sentence(self) -> str:
        """What to tell whoever sent it."""
        if self.paused:
            return (
                f"Sent to {self.printer} as job {self.id}; the printer is paused, and prints once it is started again."
            )
        return f"Sent to {self.printer} as job {self.id}."


def printers(cups: Cups = _HERE) -> tuple[Printer, ...]:
    """All printers that CUPS can reach, sorted by name.

    Args:
        cups: How to ask.

    Raises:
        RefusedError: There is no CUPS here, or it does not answer.
    """
    if "is running" not in cups.ask("lpstat", "-r"):
        raise RefusedError(
            "The printing system (CUPS) is not running; start it (systemctl start cups), then try again."
        )
    default = cups.ask("lpstat", "-d").rpartition(": ")[2].strip()
    return tuple(Printer(name, name == default) for name in sorted(cups.ask("lpstat", "-e").split()))


def refuse_copies(copies: int) -> None:
    """Let through a number of copies that somebody may mean.

    Raises:
        UsageError: It is below 1 or above 999.
    """
    if not 1 <= copies <= MOST_COPIES:
        message = f"Print 1 to {MOST_COPIES} copies, not {copies}."
        raise UsageError(message)


def ready(printer: str, copies: int, paper: str, cups: Cups = _HERE) -> Ready:
    """Ask a printer whether it can print something, and send nothing.

    Args:
        printer: Its name as `lpstat -e` lists it.
        copies: 1 to 999.
        paper: "tabloid", "a3", "letter" or "a4".
        cups: How to ask.

    Raises:
        UsageError: There is no such printer, or that is no number of copies.
        RefusedError: There is no CUPS, or the printer takes no jobs or lacks the paper.
    """
    refuse_copies(copies)
    name = _known(cups, printer)
    paused = _refuse_unless_it_takes_jobs(cups, name)
    return Ready(name, copies, _media(cups, name, paper), paused)


def send(pdf: bytes, to: Ready, cups: Cups = _HERE) -> Job:
    """Send a PDF to a printer at its true size, on one side of each sheet.

    Args:
        pdf: The document; all pages have the size of the paper, upright or lying.
        to: The printer that was asked.
        cups: How to send it.

    Raises:
        RefusedError: CUPS does not take it.
    """
    said = cups.ask("lp", "-d", to.printer, "-n", str(to.copies), "-t", _TITLE, *_options(to.media), document=pdf)
    if not (job := _JOB.search(said)):
        message = f"{printable(to.printer)} took the job without giving it a number; look for it with `lpstat -o`."
        raise RefusedError(message)
    return Job(printable(job[1]), printable(to.printer), to.paused)


def print_pdf(pdf: bytes, printer: str, copies: int, paper: str, cups: Cups = _HERE) -> Job:
    """Ask a printer as `ready` does, then `send` it a PDF.

    Raises:
        UsageError: As `ready`.
        RefusedError: As both; no job was made.
    """
    return send(pdf, ready(printer, copies, paper, cups), cups)


def _options(media: str) -> list[str]:
    wanted = (f"media={media}", "print-scaling=none", "sides=one-sided", "collate=true")
    return [word for option in wanted for word in ("-o", option)]


def _known(cups: Cups, printer: str) -> str:
    """The name, if a printer has it: text from people goes no further otherwise.

    Raises:
        UsageError: None has.
    """
    names = [each.name for each in printers(cups) if not each.name.startswith("-")]
    if printer in names:
        return printer
    there = f"there are {_listed(names)}" if names else "there are none; add one in the system's settings"
    message = f'There is no printer "{shortened(printer, 60)}" here; {there}.'
    raise UsageError(message)


def _refuse_unless_it_takes_jobs(cups: Cups, printer: str) -> bool:
    """Let through a printer that takes jobs; tells whether it is paused, and will print them later.

    Raises:
        RefusedError: It takes none.
    """
    queue = printer.partition("/")[0]
    if f"\n{queue} not accepting requests" in f"\n{cups.ask('lpstat', '-a')}":
        message = f"{printable(printer)} takes no jobs now; let it accept some (cupsaccept), or name another printer."
        raise RefusedError(message)
    return f"\nprinter {queue} disabled" in f"\n{cups.ask('lpstat', '-p')}"


def _media(cups: Cups, printer: str, paper: str) -> str:
    """What the printer itself calls this paper.

    Raises:
        RefusedError: It does not have it, or does not say what it has.
    """
    all_choices = _choices(cups.ask("lpoptions", "-p", printer, "-l"))
    choices = tuple(choice for choice in all_choices if not choice.startswith(CUSTOM))
    if found := _found(choices, paper):
        return found
    if len(choices) < len(all_choices) and (media := custom_media(cups, printer, PAPERS[paper])):
        return media
    if not choices:
        message = (
            f"{printable(printer)} does not tell which paper it takes; set it up with its driver, or open the PDF "
            "and print it from there."
        )
        raise RefusedError(message)
    ours = [each for each in _CALLED if _found(choices, each)]
    remedy = f"print with --paper {' or --paper '.join(ours)}" if ours else "name another printer"
    message = (
        f"{printable(printer)} has no {paper} paper ({_SIZES[paper]}), only {_listed(choices)}; {remedy}. "
        "No job was sent."
    )
    raise NoPaperError(message, ours)


def _choices(options: str) -> tuple[str, ...]:
    """The papers among a printer's options, in which one line reads ``PageSize/Media Size: A4 *Letter Legal``.

    "Custom.WIDTHxHEIGHT" among them says that there are sizes without a name, but not how large they may be.
    """
    for line in options.splitlines():
        if line.startswith(("PageSize/", "media/")):
            return tuple(word.lstrip("*") for word in line.rpartition(": ")[2].split())
    return ()


def _found(choices: Sequence[str], paper: str) -> str | None:
    """The choice that means the paper; plain ones before those with endings such as ``.Fullbleed``."""
    for name in _CALLED[paper]:
        for choice in sorted(choices, key=len):
            plain = choice.lower()
            if plain == name or plain.startswith(f"{name}."):
                return choice
    return None


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _LISTED
    some = ", ".join(shortened(name, 40) for name in islice(names, _LISTED))
    return f"{some} and {more} more" if more > 0 else some
