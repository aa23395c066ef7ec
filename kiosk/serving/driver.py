"""How a kiosk's process talks to the server that started it: Textual's web driver, which leaves when nobody listens."""

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class BrowserDriver(WebDriver):
    """Paints into a pipe and takes keys from one.

    Textual 8.2 stays when its input ends. A server that was killed would leave kiosks behind that nobody sees.
    """

    def run_input_thread(self) -> None:
        """Take input until there is none, then leave."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
