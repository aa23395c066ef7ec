"""The links of the service chain, and what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from posters.sheets import names
from store.errors import UsageError
from store.organisation import Organisation

MOST_TEAMS = 25


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How a customer team rates what it gets from a supplier team: this link's own answers, nobody else's.

    Attributes:
        customer: Key of the team that is served.
        supplier: Key of the team that serves.
        n: How many answers were released.
        mean: Their mean, 1 to 5.
        likely: Where the mean lies with 95 % confidence, within 1 to 5.
    """

    customer: str
    supplier: str
    n: int
    mean: float
    likely: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Known:
    """A link to be drawn: the places of its teams in the list of teams, and its score if one is released."""

    supplier: int
    customer: int
    score: LinkScore | None


@dataclass(frozen=True, slots=True)
class Chain:
    """What the poster shows.

    Attributes:
        teams: Names as they can be set, in the organisation's order.
        links: The links between them.
        weakest: The link that clearly needs a talk, if one does.
    """

    teams: tuple[str, ...]
    links: tuple[Known, ...]
    weakest: Known | None

    @property
    def silent(self) -> tuple[Known, ...]:
        """The links of which nothing is released."""
        return tuple(link for link in self.links if link.score is None)


def chain_of(organisation: Organisation, scores: Sequence[LinkScore | None]) -> Chain:
    """The chain between the teams that can be rated.

    Raises:
        UsageError: There are no such links, or too many teams for one sheet.
    """
    open_teams = {team.key for team in organisation.open_teams}
    links = [link for link in organisation.links if {link.customer, link.supplier} <= open_teams]
    linked = {key for link in links for key in (link.customer, link.supplier)}
    teams = [team for team in organisation.teams if team.key in linked]
    if not teams:
        raise UsageError("There are no links between teams yet; add them to organisation.toml, each below [[links]].")
    if len(teams) > MOST_TEAMS:
        message = (
            f"The links in organisation.toml join {len(teams)} teams, and the poster shows at most {MOST_TEAMS}; "
            "leave the least important links out."
        )
        raise UsageError(message)
    place = {team.key: index for index, team in enumerate(teams)}
    found = {(score.supplier, score.customer): score for score in scores if score is not None}
    known = tuple(
        Known(place[link.supplier], place[link.customer], found.get((link.supplier, link.customer))) for link in links
    )
    return Chain(tuple(names.shown(team.name, team.key) for team in teams), known, _weakest(known))


def _weakest(links: Sequence[Known]) -> Known | None:
    """The link with the lowest score, if it is no accident: its likely range does not touch that of the best."""
    scored = [(link.score.mean, link, link.score) for link in links if link.score is not None]
    if len(scored) < 2:
        return None
    _, link, lowest = min(scored, key=lambda entry: entry[0])
    _, _, best = max(scored, key=lambda entry: entry[0])
    tied = sum(round(mean, 1) == round(lowest.mean, 1) for mean, _, _ in scored) > 1
    return None if tied or lowest.likely[1] >= best.likely[0] else link
