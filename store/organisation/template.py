"""The text of a new organisation.toml: every setting with a comment."""

import json
from collections.abc import Iterator
from datetime import date
from textwrap import wrap

import msgspec

from store.organisation import DEFAULT_DELIVERABLES, Link, Organisation, Team
from store.organisation.settings import SETTINGS

_HEAD = """\
# The organisation whose teams answer one another here. Edit this file with any text editor:
# every command reads it again and says so, with the line or key, if something is wrong.
# A line that starts with # is a comment. Times are in seconds.
"""
_SECTIONS = ("privacy", "scores", "kiosk", "hours", "timings", "brand")
_EXAMPLE_TEAM = Team(key="kitchen", name="Kitchen", department="Food", members=12)
_EXAMPLE_LINK = Link(customer="ward-3", supplier="kitchen", deliverables=DEFAULT_DELIVERABLES)


def render(organisation: Organisation) -> str:
    """The file for an organisation, as TOML; settings that are not set stand there as examples.

    Teams come last, so that a new one may simply be added at the end.
    """
    parts = [_HEAD]
    parts += [_setting(key, getattr(organisation, key)) for key in SETTINGS if _is_plain(key)]
    parts += [_section(section, getattr(organisation, section)) for section in _SECTIONS]
    parts.append("\n".join(_listed("links", organisation.links, _EXAMPLE_LINK)))
    parts.append("\n".join(_listed("teams", organisation.teams, _EXAMPLE_TEAM)))
    return "\n".join(parts)


def _is_plain(key: str) -> bool:
    return "." not in key and key not in _SECTIONS and key not in {"links", "teams"}


def _setting(key: str, value: object) -> str:
    """A comment, and the setting below it; one without a value as a comment too."""
    setting = SETTINGS[key]
    name = key.rpartition(".")[2]
    line = f"{name} = {_toml(value)}" if value is not None else f"# {name} = {setting.example}"
    return f"{_comment(setting.does)}{line}\n"


def _section(name: str, section: msgspec.Struct | None) -> str:
    """A comment, and the settings below their heading; a section that is not there as comments too."""
    heading = f"[{name}]" if section else f"# [{name}]"
    keys = (key for key in SETTINGS if key.startswith(f"{name}."))
    body = "".join(_setting(key, getattr(section, key.rpartition(".")[2], None)) for key in keys)
    return f"{_comment(SETTINGS[name].does)}{heading}\n{body}"


def _listed(name: str, entries: tuple[Team, ...] | tuple[Link, ...], example: Team | Link) -> Iterator[str]:
    """The comment on a list of tables, an example, and each entry."""
    yield _comment(SETTINGS[name].does).rstrip()
    for key in (key for key in SETTINGS if key.startswith(f"{name}.")):
        yield _comment(f"{key.rpartition('.')[2]}: {SETTINGS[key].does}").rstrip()
    if not entries:
        yield "".join(f"#   {line}\n" for line in _table(name, example).splitlines())
    for entry in entries:
        yield ("\n" if entry is entries[0] else "") + _table(name, entry)


def _table(name: str, entry: Team | Link) -> str:
    """One ``[[teams]]`` or ``[[links]]``; what is at its default is left out."""
    values = msgspec.structs.asdict(entry)
    said = {key: value for key, value in values.items() if value is not None and value is not False}
    return f"[[{name}]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in said.items())


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(text, width=100))


def _toml(value: object) -> str:
    """A value as TOML; its basic strings, lists and numbers are written like JSON's."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
