"""What single values of organisation.toml do not show: clashes, unknown teams and time zones."""

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import msgspec

from store.organisation import Hours, Link, Organisation, Team, folded
from store.organisation.mistakes import Steps, nearest, wrong
from store.plain_text import is_unsafe


def check_sense(organisation: Organisation) -> str | None:
    """The first mistake in an organisation whose values are each possible, as a sentence; None if there is none."""
    return next(_mistakes(organisation), None)


def _mistakes(organisation: Organisation) -> Iterator[str]:
    yield from _wrong_names(organisation)
    if not is_zone(organisation.time_zone):
        yield _wrong_zone(organisation.time_zone)
    yield from _repeated_languages(organisation.languages)
    yield from _wrong_hours(organisation.hours)
    yield from _repeated_teams(organisation.teams)
    yield from _wrong_home(organisation)
    yield from _wrong_links(organisation)


def _wrong_names(organisation: Organisation) -> Iterator[str]:
    """Names that are blank or would steer a terminal."""
    named: list[tuple[Steps, str | None]] = [
        (["name"], organisation.name),
        (["kiosk", "contact"], organisation.kiosk.contact),
    ]
    for number, team in enumerate(organisation.teams):
        named += [(["teams", number, "name"], team.name), (["teams", number, "department"], team.department)]
    for number, link in enumerate(organisation.links):
        named += [(["links", number, "deliverables", place], text) for place, text in enumerate(link.deliverables)]
    for steps, text in named:
        if text is not None and (not text.strip() or any(map(is_unsafe, text))):
            yield wrong(steps, text)


def is_zone(name: str) -> bool:
    """Whether zoneinfo knows a time zone by this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _wrong_zone(name: str) -> str:
    near = nearest(name, sorted(available_timezones()))
    return wrong(["time_zone"], name, f'did you mean "{near}"?' if near else None)


def _repeated_languages(languages: tuple[str, ...]) -> Iterator[str]:
    for number, code in enumerate(languages):
        if code in languages[:number]:
            yield wrong(["languages", number], code)


def _wrong_hours(hours: Hours | None) -> Iterator[str]:
    """A kiosk that never opens, or a day that closes as it opens."""
    if hours is None:
        return
    if not any(hours.by_weekday):
        yield wrong(["hours"], {})
    for day, span in msgspec.structs.asdict(hours).items():
        if span and span[:5] == span[6:]:
            yield wrong(["hours", day], span)


def _wrong_home(organisation: Organisation) -> Iterator[str]:
    home = organisation.kiosk.home_team
    keys = [team.key for team in organisation.open_teams]
    if home is None or home in keys:
        return
    near = nearest(home, keys)
    if any(team.key == home for team in organisation.teams):
        mend: str | None = "this team is retired or too small; give the key of one that can be rated."
    else:
        mend = f'did you mean "{near}"?' if near else None
    yield wrong(["kiosk", "home_team"], home, mend)


def _repeated_teams(teams: tuple[Team, ...]) -> Iterator[str]:
    keys, names = Counter[str](), Counter[str]()
    for number, team in enumerate(teams):
        keys[team.key] += 1
        names[folded(team.name)] += 1
        if keys[team.key] > 1:
            yield wrong(["teams", number, "key"], team.key, "another team has it; give each its own key.")
        if names[folded(team.name)] > 1:
            yield wrong(["teams", number, "name"], team.name, "another team has it; give each its own name.")


def _wrong_links(organisation: Organisation) -> Iterator[str]:
    keys = [team.key for team in organisation.teams]
    seen = set[tuple[str, str]]()
    for number, link in enumerate(organisation.links):
        for side in ("customer", "supplier"):
            key = getattr(link, side)
            if key not in keys:
                near = nearest(key, keys)
                mend = f'did you mean "{near}"?' if near else "no team has this key; give that of a team."
                yield wrong(["links", number, side], key, mend)
        yield from _senseless(link, number, seen)
        seen.add((link.customer, link.supplier))


def _senseless(link: Link, number: int, seen: set[tuple[str, str]]) -> Iterator[str]:
    if link.customer == link.supplier:
        yield wrong(["links", number, "supplier"], link.supplier, "a team cannot be its own customer.")
    if (link.customer, link.supplier) in seen:
        yield wrong(["links", number, "supplier"], link.supplier, "this link stands here twice; remove one.")
