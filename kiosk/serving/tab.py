"""The kiosk of one browser tab: a process, what it paints, and what the page sends it."""

import asyncio
import json
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Annotated

import msgspec

from kiosk.serving.handouts import Handout

_READY = b"__GANGLION__\n"
_PAINTED, _ABOUT, _FILE = b"D", b"M", b"P"
_SECONDS_TO_LEAVE = 3.0

_Cells = Annotated[int, msgspec.Meta(ge=1, le=500)]


# What a page may say: a list of what it is about and a value, as textual-serve's script writes it.
class _Typed(msgspec.Struct, array_like=True, frozen=True, tag="stdin"):
    keys: str


class _Size(msgspec.Struct, frozen=True):
    width: _Cells
    height: _Cells


class _Resized(msgspec.Struct, array_like=True, frozen=True, tag="resize"):
    size: _Size


class _Focused(msgspec.Struct, array_like=True, frozen=True, tag="focus"):
    pass


class _Blurred(msgspec.Struct, array_like=True, frozen=True, tag="blur"):
    pass


class _Pinged(msgspec.Struct, array_like=True, frozen=True, tag="ping"):
    at: str


_decode = msgspec.json.Decoder(_Typed | _Resized | _Focused | _Blurred | _Pinged).decode


class Tab:
    """A running kiosk.

    The protocol is that of Textual's web driver: one letter, four bytes of length (big end first), content. ``D``
    is what a terminal would be sent, ``M`` is JSON about it, ``P`` the content of a file that was announced there. Of
    the JSON only files and the end are heard: after a crash the same process could go on, but this tab gets a new one.
    Links to open are left unheard.

    Attributes:
        touched: When somebody last touched it or pressed a key, on the monotonic clock; at first when it was opened.

    Args:
        process: The kiosk, with pipes.
    """

    def __init__(self, process: Process) -> None:
        self._process = process
        self.touched = time.monotonic()

    @classmethod
    async def open(cls, command: Sequence[str], environment: Mapping[str, str]) -> "Tab":
        """Start a kiosk.

        It has a session of its own, so that Ctrl+C reaches the server alone, which then ends all kiosks. What it
        writes to stderr could tell of a visit and is thrown away.
        """
        process = await asyncio.create_subprocess_exec(
            *command, env=environment, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
        )
        return cls(process)

    async def output(self) -> AsyncIterator[bytes | Handout]:
        """What a terminal would be sent, and files for whoever sits there, until the kiosk ends."""
        output = self._process.stdout
        if output is None or await output.readline() != _READY:
            return
        about: dict[str, object] = {}
        with suppress(asyncio.IncompleteReadError):
            while True:
                head = await output.readexactly(5)
                content = await output.readexactly(int.from_bytes(head[1:], "big"))
                if head[:1] == _PAINTED:
                    yield content
                elif head[:1] == _FILE:
                    yield Handout(str(about.get("name")), content, str(about.get("place", "")))
                elif head[:1] == _ABOUT:
                    about = json.loads(content)
                    if about.get("type") == "exit":
                        return

    async def hear(self, text: str | bytes) -> None:
        """Pass on what the page says.

        Raises:
            ValueError: No page of ours says that.
        """
        match _decode(text):
            case _Typed(keys):
                self.touched = time.monotonic()
                await self._tell(_PAINTED, keys.encode("utf-8", "replace"))
            case _Resized(size):
                await self._tell_about("resize", width=size.width, height=size.height)
            case _Focused():
                await self._tell_about("focus")
            case _Blurred():
                await self._tell_about("blur")
            case _Pinged():
                pass  # the script measures its line so; nobody looks at the result

    async def close(self) -> None:
        """End the kiosk and drop its visit; returns when the process is gone.

        It leaves when its input ends, and may finish storing or note down a crash first.
        """
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), _SECONDS_TO_LEAVE)
        finally:
            if self._process.returncode is None:
                self._process.kill()
                await self._process.wait()

    async def _tell_about(self, what: str, **values: int) -> None:
        await self._tell(_ABOUT, json.dumps({"type": what, **values}).encode())

    async def _tell(self, kind: bytes, content: bytes) -> None:
        if self._process.stdin is None:
            return
        self._process.stdin.write(kind + len(content).to_bytes(4, "big") + content)
        with suppress(ConnectionError):  # it has just ended; whoever reads its paintings notices
            await self._process.stdin.drain()
