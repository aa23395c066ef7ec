"""`store privacy-report`: what is stored, seen, kept and refused here, for those who guard the rights of staff."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated

import msgspec
import typer

from store.clock import today
from store.command_line import DataOption, JsonOption
from store.errors import UsageError
from store.language import CATALOGUES, LANGUAGES, read_language
from store.open import open_store
from store.plain_text import printable, shortened
from store.privacy_figures import bytes_to_count, figures
from store.privacy_report import PrivacyReport, privacy_report
from store.progress import progress

_WIDTH = 88

_Language = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", show_default="the organisation's first", help=f"One of {', '.join(LANGUAGES)}."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Adds the command to `store`."""
    app.command("privacy-report", epilog="Example: store privacy-report --lang de")(report)


def report(data: DataOption, lang: _Language = None, as_data: JsonOption = False) -> None:
    """Say what is stored, seen, kept and refused here.

    As a PDF: `posters privacy-report -o FILE.pdf`.
    """
    if lang is not None and lang not in LANGUAGES:
        message = f"--lang {shortened(lang, 40)} is unknown; choose one of: {', '.join(LANGUAGES)}."
        raise UsageError(message)
    store = open_store(data)
    day = today(store.organisation)
    with progress("Counting", bytes_to_count(store)) as advance:
        counted = figures(store, day, advance)
    language = read_language(lang or store.organisation.languages[0], [CATALOGUES])
    made = privacy_report(store.organisation, counted, day, language)
    if as_data:
        typer.echo(msgspec.json.format(msgspec.json.encode(made)))
    else:
        typer.echo("\n".join(_as_text(made, language.say("sample data"))))


def _as_text(made: PrivacyReport, sample: str) -> Iterator[str]:
    mark = f" ({sample})" if made.sample else ""
    yield f"{made.title}: {printable(made.organisation)}{mark}"
    yield ""
    yield from wrap(made.introduction, _WIDTH)
    for section in made.sections:
        yield ""
        yield section.heading.upper()
        for sentence in section.sentences:
            yield from wrap(sentence, _WIDTH, initial_indent="- ", subsequent_indent="  ")
        for file in section.files:
            yield f"- {file.name}"
            yield from wrap(file.holds, _WIDTH, initial_indent="      ", subsequent_indent="      ")
