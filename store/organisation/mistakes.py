"""Mistakes in organisation.toml as sentences: which key, which value, what was probably meant, what is right."""

import re
from collections.abc import Iterator
from datetime import date, time
from difflib import get_close_matches

import msgspec

from store.organisation.settings import SETTINGS
from store.plain_text import shortened

_AT = re.compile(r"(?P<reason>.*?)(?: - at `\$\.?(?P<path>.*)`)?", re.DOTALL)
_FIELD = re.compile(r"Object (?P<what>missing required|contains unknown) field `(?P<field>.*)`", re.DOTALL)
_STEP = re.compile(r"(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]")
_LINE = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)
_ENDLESS = re.compile(r"[\d_]{4300}")
_LONGEST_VALUE = 60

#: Where a value stands: the keys and, in lists, the places from 0 that lead to it.
Steps = list[str | int]


def explain_syntax(error: str, text: str) -> str:
    """What tomllib said, with the line that it means.

    Args:
        error: Such as ``Invalid value (at line 3, column 9)``.
        text: The whole file.
    """
    match = _LINE.fullmatch(error)
    lines = text.rstrip().splitlines() or [""]
    number = int(match["line"]) if match and match["line"] else len(lines)
    reason = match["reason"] if match else error
    quoted = shortened(lines[min(number, len(lines)) - 1].strip(), _LONGEST_VALUE)
    return f"line {number}: {reason} in `{quoted}`; write each setting once, as key = value, with texts in quotes."


def explain_number(text: str) -> str:
    """Where a number stands that Python refuses to read for its length.

    Args:
        text: The whole file.
    """
    lines = text.splitlines()
    number = next((number for number, line in enumerate(lines) if _ENDLESS.search(line)), 0)
    quoted = shortened(lines[number].strip(), _LONGEST_VALUE)
    return f"line {number + 1}: a number is far too long in `{quoted}`; write a shorter one."


def explain(error: str, settings: dict[str, object]) -> str:
    """What msgspec said, in the words of the file.

    Args:
        error: Such as ``Expected `int` >= 3 - at `$.privacy.minimum```.
        settings: The decoded TOML.
    """
    located = _AT.fullmatch(error)
    steps = list(_steps(located["path"] or "")) if located else []
    field = _FIELD.fullmatch(located["reason"]) if located else None
    if field and field["what"].startswith("missing"):
        return _missing([*steps, field["field"]])
    if field:
        steps = [*steps, field["field"]]
        return _unknown(steps, _value_at(settings, steps))
    return wrong(steps, _value_at(settings, steps))


def wrong(steps: Steps, value: object, mend: str | None = None) -> str:
    """``[privacy] minimum = 2 is not possible: write …``."""
    return f"{_place(steps)} = {_as_toml(value)} is not possible: {mend or f'write {SETTINGS[_key(steps)].right}.'}"


def _missing(steps: Steps) -> str:
    return f"{_place(steps)} is missing: write {steps[-1]} = and {SETTINGS[_key(steps)].right}."


def _unknown(steps: Steps, value: object) -> str:
    """``[privacy] minimun = 5 is not a setting: did you mean minimum? It takes …``."""
    *parents, name = steps
    prefix = _key([*parents, ""])
    known = [key.removeprefix(prefix) for key in SETTINGS if key.startswith(prefix)]
    known = [key for key in known if "." not in key]
    near = nearest(str(name), known, at_least=0.5)
    mend = (
        f"did you mean {near}? It takes {SETTINGS[prefix + near].right}." if near else f"there are {', '.join(known)}."
    )
    place = _place([*parents, shortened(str(name), _LONGEST_VALUE)])
    return f"{place} = {_as_toml(value)} is not a setting: {mend}"


def _key(steps: Steps) -> str:
    """The dotted key that a place has among the settings."""
    return ".".join(step for step in steps if isinstance(step, str))


def _place(steps: Steps) -> str:
    """Where a setting stands, as the file shows it: ``[privacy] minimum``, ``[[teams]] number 2, name``."""
    match steps:
        case [str(table), int(number), *rest]:
            inner = ", ".join(f"number {step + 1}" if isinstance(step, int) else step for step in rest)
            heading = (
                f"[[{table}]] number {number + 1}" if table in {"teams", "links"} else f"{table}, number {number + 1}"
            )
            return f"{heading}, {inner}" if inner else heading
        case [str(table), str(name), *_]:
            return f"[{table}] {name}"
        case [name]:
            return str(name)
    return "the file"


def _steps(path: str) -> Iterator[str | int]:
    """``teams[0].name`` taken apart."""
    for step in _STEP.finditer(path):
        yield int(step["index"]) if step["index"] else step["name"]


def _value_at(settings: object, steps: Steps) -> object:
    for step in steps:
        match settings, step:
            case dict(), str():
                settings = settings.get(step)
            case list(), int():
                settings = settings[step]
    return settings


def _as_toml(value: object) -> str:
    """A value much as the file has it, cut where it is long."""
    match value:
        case dict():
            written = "{ … }"
        case date() | time() | float():
            written = str(value)
        case _:
            try:
                written = msgspec.json.encode(value).decode()
            except ValueError:  # TOML's hexadecimal numbers may be longer than Python writes decimal ones
                written = "a huge number"
    return shortened(written, _LONGEST_VALUE)


def nearest(wrong: str, right: list[str], at_least: float = 0.6) -> str | None:
    """The valid text that somebody most probably meant, if any is near; case does not matter."""
    folded = {text.casefold(): text for text in right}
    near = get_close_matches(wrong.casefold(), folded, n=1, cutoff=at_least)
    return folded[near[0]] if near else None
