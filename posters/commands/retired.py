"""What to say about a sheet of a team that is no longer rated."""

from store.organisation import Team


def said_of(team: Team) -> tuple[str, ...]:
    """A sentence for whoever prints a sheet, if the team is retired."""
    return (f"{team.name} is retired; its sheet shows what was released before.",) if team.retired else ()
