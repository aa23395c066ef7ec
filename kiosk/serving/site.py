"""The web application: a page, its files, a health check, and a web socket for each kiosk."""

import asyncio
import time
from asyncio import Semaphore
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import WSCloseCode, WSMsgType, web

from kiosk.serving.gate import Gate
from kiosk.serving.handouts import Handout, Handouts
from kiosk.serving.page import headers, page, static_files
from kiosk.serving.tab import Tab
from kiosk.serving.words import FULL
from store.organisation import Organisation

_LONGEST_MESSAGE = 16 * 1024  # bytes; a key is 20, what people can type 2,000
_HEARTBEAT_SECONDS = 15.0
_CLOSING_SECONDS = 1.0
_WAIT_FOR_PLACE_SECONDS = 2.0  # a page that is loaded again meets its own kiosk on the way out

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Kiosks:
    """What to serve, and to whom.

    Attributes:
        command: Starts one kiosk.
        environment: What a kiosk of so many columns and rows may know.
        organisation: Whose kiosks these are, as of now.
        limit: How many there may be at once.
        gate: Who is let in.
        hands_out: Whether they may give files to their browsers.
        idle_seconds: After so long without a touch, a kiosk makes room for somebody who finds no place.
    """

    command: Sequence[str]
    environment: Callable[[int, int], dict[str, str]]
    organisation: Callable[[], Organisation]
    limit: int
    gate: Gate
    hands_out: bool = False
    idle_seconds: float = 600.0


class Site:
    """The routes, and the tabs that are open.

    Args:
        kiosks: What to serve.
    """

    def __init__(self, kiosks: Kiosks) -> None:
        self._kiosks = kiosks
        self._places = Semaphore(kiosks.limit)
        self._taken = 0
        self._handouts = Handouts()
        self._tabs: dict[Tab, web.WebSocketResponse] = {}

    def application(self) -> web.Application:
        """What aiohttp runs."""
        app = web.Application(middlewares=[self._check_name])
        app.router.add_get("/", self._page)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/kiosk", self._kiosk)
        if self._kiosks.hands_out:
            app.router.add_get("/download/{key}/{name}", self._download)
        for address, path in static_files().items():
            app.router.add_get(address, _file(path))
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._close_all)
        return app

    @web.middleware
    async def _check_name(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        if not self._kiosks.gate.knows(request.host):
            raise web.HTTPMisdirectedRequest(text="This kiosk does not go by that name; see kiosk serve --name.\n")
        return await handler(request)

    async def _page(self, _request: web.Request) -> web.Response:
        text = await asyncio.to_thread(lambda: page(self._kiosks.organisation()))
        return web.Response(text=text, content_type="text/html")

    async def _health(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "free": self._kiosks.limit - self._taken + len(self._idle())})

    async def _download(self, request: web.Request) -> web.Response:
        """A file that a kiosk has given to the page that asks for it; once."""
        handout = self._handouts.take(request.match_info["key"])
        if handout is None:
            raise web.HTTPNotFound(text="This file was fetched already; ask for it once more.\n")
        return web.Response(body=handout.content, headers=handout.headers)

    async def _kiosk(self, request: web.Request) -> web.StreamResponse:
        """A kiosk for as long as the tab is open."""
        if not self._kiosks.gate.lets_in(request.headers.get("Origin"), request.host):
            raise web.HTTPForbidden(text="Only a page of this very kiosk may open it.\n")
        size = (_cells(request, "width", 80), _cells(request, "height", 24))
        if self._places.locked():
            await self._make_room()
        try:
            await asyncio.wait_for(self._places.acquire(), _WAIT_FOR_PLACE_SECONDS)
        except TimeoutError:
            raise web.HTTPServiceUnavailable(text=f"{FULL}\n") from None
        self._taken += 1
        try:
            return await self._serve(request, size)
        finally:
            self._taken -= 1
            self._places.release()

    async def _serve(self, request: web.Request, size: tuple[int, int]) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT_SECONDS, timeout=_CLOSING_SECONDS, max_msg_size=_LONGEST_MESSAGE, compress=False
        )
        await socket.prepare(request)
        try:
            tab = await Tab.open(self._kiosks.command, self._kiosks.environment(*size))
        except OSError:  # no memory or no process left
            await socket.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return socket
        self._tabs[tab] = socket
        painting = asyncio.create_task(self._paint(tab, socket))
        try:
            await _listen(tab, socket)
        finally:
            self._tabs.pop(tab, None)
            self._handouts.forget(tab)
            await tab.close()
            await painting
        return socket

    async def _paint(self, tab: Tab, socket: web.WebSocketResponse) -> None:
        """Show the page what the kiosk paints, and where its files are; when the kiosk ends, so does the connection."""
        with suppress(ConnectionError):
            async for output in tab.output():
                if not isinstance(output, Handout):
                    await socket.send_bytes(output)
                elif self._kiosks.hands_out and output.is_known:
                    await socket.send_json(["deliver_file_start", self._handouts.lay_out(tab, output)])
            await socket.close()

    def _idle(self) -> list[Tab]:
        """Kiosks that nobody has touched for long, the most forsaken first."""
        since = time.monotonic() - self._kiosks.idle_seconds
        return sorted((tab for tab in self._tabs if tab.touched <= since), key=lambda tab: tab.touched)

    async def _make_room(self) -> None:
        """Close one idle kiosk; its page waits for a place like any other."""
        for tab in self._idle()[:1]:
            await self._tabs.pop(tab).close(code=WSCloseCode.TRY_AGAIN_LATER)

    async def _close_all(self, _app: web.Application) -> None:
        await asyncio.gather(*(socket.close(code=WSCloseCode.GOING_AWAY) for socket in self._tabs.values()))


async def _listen(tab: Tab, socket: web.WebSocketResponse) -> None:
    """Tell the kiosk what the page says, until it says something that no page of ours does."""
    async for message in socket:
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            continue  # too long, or not UTF-8: the connection is being closed
        try:
            await tab.hear(message.data)
        except ValueError:
            await socket.close(code=WSCloseCode.POLICY_VIOLATION)


def _file(path: Path) -> _Handler:
    async def give(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(path)

    return give


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    kept = {"Cache-Control": "no-store"} if response.headers.get("Cache-Control") == "no-store" else {}
    response.headers.update({**headers(request.host), **kept})


def _cells(request: web.Request, name: str, otherwise: int) -> int:
    """A size from the address of a web socket, if it makes sense."""
    text = request.query.get(name, "")
    return min(max(int(text), 1), 500) if text.isascii() and text.isdecimal() and len(text) < 5 else otherwise
