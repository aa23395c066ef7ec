"""The options that every sheet shares: where it goes, in which language and colours, on which paper."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from posters.drawing.paper import PAPERS, Paper
from posters.output.printing import refuse_copies
from posters.output.setup import BLEED, Setup
from posters.sheets.look import Look, look_of
from store.errors import UsageError
from store.language import LANGUAGES
from store.organisation import Brand, Organisation
from store.plain_text import shortened

_UNITS = {"in": 72.0, "mm": 72.0 / 25.4, "pt": 1.0}
_MOST_BLEED = 36.0
THEMES = ("color", "ink")

OutputOption = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="PATH", show_default=False, help="The PDF to write, or a folder for many."),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", show_default="the organisation's first", help=f"One of {', '.join(LANGUAGES)}."
    ),
]
PaperOption = Annotated[
    str | None,
    typer.Option("--paper", metavar="NAME", show_default="what suits the sheet", help=f"One of {', '.join(PAPERS)}."),
]
ThemeOption = Annotated[
    str, typer.Option("--theme", metavar="NAME", help="color, or ink: black on white, for any printer.")
]
TileOption = Annotated[
    bool, typer.Option("--tile", show_default=False, help="True size, over as many sheets of paper as it takes.")
]
BleedOption = Annotated[
    str | None,
    typer.Option(
        "--bleed", metavar="LENGTH", show_default=False, help="How far colors run over the edge: 0.125in, 3mm."
    ),
]
MarksOption = Annotated[
    bool, typer.Option("--marks", show_default=False, help="Show a print shop where to cut; with 0.125in of bleed.")
]
CmykOption = Annotated[
    bool, typer.Option("--cmyk", show_default=False, help="Colors as cyan, magenta, yellow and black.")
]
PngOption = Annotated[
    int | None,
    typer.Option(
        "--png", metavar="DPI", show_default=False, help="Write pictures instead of a PDF: 150 suits a screen."
    ),
]
PrinterOption = Annotated[
    str | None, typer.Option("--print", metavar="PRINTER", show_default=False, help="Send it to this printer too.")
]
CopiesOption = Annotated[int, typer.Option("--copies", metavar="N", help="How many to print.")]


@dataclass(frozen=True)
class Printing:
    """What was asked for beside the sheet itself; one option each."""

    output: OutputOption
    lang: LanguageOption = None
    paper: PaperOption = None
    theme: ThemeOption = THEMES[0]
    tile: TileOption = False
    bleed: BleedOption = None
    marks: MarksOption = False
    cmyk: CmykOption = False
    png: PngOption = None
    printer: PrinterOption = None
    copies: CopiesOption = 1

    def __post_init__(self) -> None:
        """Looks at what makes no sense on any sheet.

        Raises:
            UsageError: That is no number of copies.
        """
        refuse_copies(self.copies)

    def look(self, organisation: Organisation | None = None) -> Look:
        """How the sheet shall look; as the organisation likes it where nothing was asked.

        Raises:
            UsageError: We know no such language, theme or paper.
            CannotReadError: The organisation's fallback font cannot be used.
        """
        usual = organisation.languages[0] if organisation else "en"
        return look_of(
            organisation.brand if organisation else Brand(),
            _one_of(self.lang or usual, LANGUAGES, "--lang"),
            self._paper,
            saves_toner=_one_of(self.theme, THEMES, "--theme") == "ink",
        )

    @property
    def _paper(self) -> Paper | None:
        """The paper asked for; None for what suits the sheet.

        Raises:
            UsageError: We know no such paper.
        """
        return PAPERS[_one_of(self.paper, PAPERS, "--paper")] if self.paper is not None else None

    @property
    def setup(self) -> Setup:
        """How the sheet is to be printed.

        Raises:
            UsageError: An option makes no sense.
        """
        bleed = _length(self.bleed) if self.bleed is not None else BLEED if self.marks else 0.0
        return Setup(self._paper, self.tile, bleed, self.marks, self.cmyk)


def with_printing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command, whose first parameter is ``printing: Printing``, one option for each field of it."""

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401 - as many kinds as there are options
        asked = {field.name: given.pop(field.name) for field in fields(Printing)}
        command(Printing(**asked), **given)

    own = inspect.signature(command, eval_str=True).parameters.values()
    hints = get_type_hints(Printing, include_extras=True)
    shared = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=hints[field.name],
        )
        for field in fields(Printing)
    ]
    kept = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own if parameter.name != "printing"]
    told.__signature__ = inspect.Signature([*kept, *shared])  # type: ignore[attr-defined]
    told.__annotations__ = {parameter.name: parameter.annotation for parameter in [*kept, *shared]}
    return told


def _one_of(text: str, known: Any, option: str) -> str:  # noqa: ANN401 - anything that can be looked through
    """The text, if it is known.

    Raises:
        UsageError: It is not.
    """
    if text not in known:
        message = f"{option} {shortened(text, 40)} is unknown; choose one of: {', '.join(known)}."
        raise UsageError(message)
    return text


def _length(text: str) -> float:
    """Points from a length such as ``0.125in`` or ``3mm``.

    Raises:
        UsageError: It is no length, or longer than half an inch.
    """
    unit = text[-2:]
    try:
        points = float(text[:-2]) * _UNITS[unit]
    except (KeyError, ValueError) as error:
        message = f'--bleed "{shortened(text, 40)}" is no length; write it like 0.125in or 3mm.'
        raise UsageError(message) from error
    if not 0 <= points <= _MOST_BLEED:
        message = f"--bleed {shortened(text, 40)} is out of range; shops ask for 0.125in or 3mm, at most 0.5in."
        raise UsageError(message)
    return points
