"""How a kiosk's process talks to the server that started it: Textual's web driver, which leaves when nobody listens."""

import json
import os
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, TextIO

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class BrowserDriver(WebDriver):
    """Paints into a pipe and takes keys from one.

    Textual 8.2 stays when its input ends. A server that was killed would leave kiosks behind that nobody sees. It also
    writes from several threads without waiting for each other; what is longer than a pipe takes at once would mix.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._turn = Lock()
        self._write = self._write_whole  # type: ignore[assignment] # a function there, a method here

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        **_options: Any,  # noqa: ANN401 - Textual's own
    ) -> None:
        """Give a file to the server, whole: it knows from the name what to do with it."""
        with binary:
            content = binary.read()
        self._hand_over({"name": save_path.name}, content.encode() if isinstance(content, str) else content)

    def lay(self, picture: bytes, name: str, place: tuple[float, float, float, float]) -> None:
        """Lay a picture over a part of the screen, sharper than cells can be; one without content takes it away.

        Args:
            picture: A PNG, or nothing.
            name: For its file.
            place: Left, top, width and height, each as a share of the whole screen.
        """
        self._hand_over({"name": name, "place": ",".join(f"{share:.4f}" for share in place)}, picture)

    def _hand_over(self, about: dict[str, str], content: bytes) -> None:
        with self._turn:
            self._send(b"M", json.dumps({"type": "deliver_file_start", **about}).encode())
            self._send(b"P", content)

    def _send(self, kind: bytes, content: bytes) -> None:
        self._put(kind + len(content).to_bytes(4, "big") + content)

    def _write_whole(self, content: bytes) -> int:
        """Write one message after the other."""
        with self._turn:
            self._put(content)
        return len(content)

    def _put(self, content: bytes) -> None:
        """Write all of it, however little the pipe takes at once."""
        left = memoryview(content)
        while left:
            left = left[os.write(self.fileno, left) :]

    def run_input_thread(self) -> None:
        """Take input until there is none, then leave."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
