"""The poster room as an app of its own, for browsers: `kiosk serve --posters` starts one for each tab."""

from typing import Any

from textual.app import App

from kiosk.app import KioskApp
from kiosk.poster_room.course import PosterCourse


class PosterRoomApp(KioskApp):
    """Takes no visits; hands sheets to the browser."""

    is_poster_room = True
    course_type = PosterCourse

    def deliver_binary(self, path_or_file: Any, **options: Any) -> None:  # noqa: ANN401 - Textual's own
        """Hand a file to the browser, which alone of all apps of ours this one does."""
        App.deliver_binary(self, path_or_file, **options)
