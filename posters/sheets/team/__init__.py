"""The team poster: seven behaviours with their scores, for a wall or for a review."""

from posters.sheets.team.extras import Extras, Praise
from posters.sheets.team.sheet import PURPOSES, Purpose, team_sheet

__all__ = ["PURPOSES", "Extras", "Praise", "Purpose", "team_sheet"]
