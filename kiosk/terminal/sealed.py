"""An app that lets nothing out: no clipboard, no link, no file, no shell behind it."""

from typing import Any

from textual.app import App


class SealedApp(App[None], inherit_bindings=False):
    """What Textual's app could do for a key, a widget or a link, and what a kiosk never does."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def copy_to_clipboard(self, text: str) -> None:
        """Keep other people's words off the clipboard of the terminal."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Follow no link."""

    def deliver_text(self, path_or_file: object, **_options: Any) -> None:  # noqa: ANN401 - Textual's own options
        """Write no file, nor send one to a browser."""

    def deliver_binary(self, path_or_file: object, **_options: Any) -> None:  # noqa: ANN401 - Textual's own options
        """Write no file, nor send one to a browser."""

    def action_suspend_process(self) -> None:
        """Stay in front."""
