"""The poster room as an app of its own, for browsers: `kiosk serve --posters` starts one for each tab."""

from typing import Any

from textual.app import App

from kiosk.app import KioskApp
from kiosk.poster_room.course import PosterCourse
from kiosk.serving.driver import BrowserDriver


class PosterRoomApp(KioskApp):
    """Takes no visits; hands sheets to the browser."""

    is_poster_room = True
    course_type = PosterCourse

    def deliver_binary(self, path_or_file: Any, **options: Any) -> None:  # noqa: ANN401 - Textual's own
        """Hand a file to the browser, which alone of all apps of ours this one does."""
        App.deliver_binary(self, path_or_file, **options)

    def lay(self, picture: bytes, place: tuple[float, float, float, float]) -> None:
        """Lay a picture over a part of the screen, where there is a browser to do it; as in `BrowserDriver.lay`."""
        if isinstance(self._driver, BrowserDriver):
            self._driver.lay(picture, "preview.png", place)
