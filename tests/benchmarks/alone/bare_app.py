"""The least that a Textual app can do: show one line of text, and change it at a key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Counts keys."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """One line of text."""
        yield Static("Number 0")

    def on_key(self, event: events.Key) -> None:
        """Count one more."""
        self.pressed += 1
        self.query_one(Static).update(f"Number {self.pressed}")


if __name__ == "__main__":
    BareApp().run()
