"""The course of the poster room: a door, and a sheet behind it."""

from kiosk import requests as ask
from kiosk.course import Course
from kiosk.poster_room.requests import SayNoPin


class PosterCourse(Course):
    """Welcomes nobody who does not know the PIN."""

    def _hindrance(self) -> ask.Request:
        """The door; or why it cannot be opened."""
        if self._desk.trouble:
            return ask.Apologise(self._desk.trouble)
        return ask.AskPin() if self._desk.has_pin else SayNoPin()

    async def _behind_the_door(self) -> ask.Request:
        return await self._sheet()
