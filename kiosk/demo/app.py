"""The kiosk of the demo: the same, and a night can be let pass."""

import asyncio

from textual import work

from kiosk.app import KioskApp
from kiosk.clocks import Clocks
from kiosk.demo.show import Demo
from kiosk.screens.night import NightScreen
from store.errors import SevenWaysError
from store.organisation import Team


class DemoApp(KioskApp):
    """A kiosk on sample data.

    Args:
        demo: The sample organisation and its clock.
    """

    is_demo = True

    def __init__(self, demo: Demo) -> None:
        super().__init__(demo.folder, demo.store, clocks=Clocks(today=demo.today))
        self._demo = demo

    async def pass_night(self, team: Team) -> None:
        """Show a night pass, then what it did to the team's scores."""
        screen = NightScreen(self.course.place, team)
        await self.show(screen)
        self._pass_night(screen, team)

    @work(group="night")
    async def _pass_night(self, screen: NightScreen, team: Team) -> None:
        try:
            night = await asyncio.to_thread(self._demo.pass_night, team)
        except SevenWaysError as error:
            screen.complain(str(error))
        else:
            screen.show_morning(night)
