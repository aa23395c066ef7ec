"""A plan as text for people: what would happen, and why."""

from collections.abc import Iterable, Iterator
from shlex import join

from kiosk.appliance.parts import Item, Plan, Step, TextFile


def printed(plan: Plan) -> str:
    """Everything a plan holds; the commands can be pasted, the files are shown whole."""
    return "\n".join(_lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield f"# {plan.title}"
    yield "# Nothing has been changed: --write does all of this, and --undo takes it back."
    yield from section("First, commands", plan.before)
    yield ""
    yield "## Then, files and links"
    for item in plan.items:
        yield from _item(item)
    yield from section("Then, commands", plan.after)
    yield from by_hand(plan)


def by_hand(plan: Plan) -> Iterator[str]:
    """What is left for a person to do."""
    yield ""
    yield "## At last, by hand"
    yield from plan.by_hand


def section(title: str, steps: Iterable[Step]) -> Iterator[str]:
    """Commands, each below what it is for."""
    yield ""
    yield f"## {title}"
    for step in steps:
        yield f"# {step.why}"
        yield join(step.command)


def _item(item: Item) -> Iterator[str]:
    yield ""
    if isinstance(item, TextFile):
        yield f"### {item.path}: {item.why}"
        yield from (f"    {line}".rstrip() for line in item.text.splitlines())
    else:
        yield f"### {item.path} -> {item.target}: {item.why}"
