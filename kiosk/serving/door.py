"""Where the server listens: so many may be connected at once, and who does not say what he wants is let go."""

import asyncio
import errno
from typing import cast

from aiohttp import web

from store.errors import RefusedError
from store.plain_text import shortened

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SECONDS_TO_END = 5.0
_PATIENCE_SECONDS = 15.0  # longer than a page waits between two questions, so that its connection is used again
_WHY = {
    errno.EADDRINUSE: "another program listens there already",
    errno.EACCES: "ports below 1024 need more rights",
    errno.EADDRNOTAVAIL: "this machine has no such address",
}


class Door:
    """Gives connections to an application.

    Args:
        app: What answers.
        most: How many connections there may be at once; further ones are dropped.
        patience: How many seconds a connection may go without a whole request, from its first moment or after an
            answer.
    """

    def __init__(self, app: web.Application, most: int, patience: float = _PATIENCE_SECONDS) -> None:
        # No access log: it would note who was here, and when.
        self._runner = web.AppRunner(app, access_log=None, keepalive_timeout=patience, shutdown_timeout=_SECONDS_TO_END)
        self._most = most
        self._listener: asyncio.Server | None = None

    async def open(self, host: str, port: int) -> int:
        """Begin to listen.

        Returns:
            The port, which the system chose if 0 was asked for.

        Raises:
            RefusedError: The address cannot be listened on.
        """
        await self._runner.setup()
        try:
            loop = asyncio.get_running_loop()
            self._listener = await loop.create_server(lambda: _Guest(self._runner.server, self._most), host, port)
        except (OSError, UnicodeError) as error:
            why = _WHY.get(getattr(error, "errno", None) or 0, "there is no such address")
            raise RefusedError(
                f"Cannot listen on {shortened(host, 60)}, port {port}: {why}. Choose others with --host and --port."
            ) from error
        return int(self._listener.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Let nobody in any more, and end what is going on."""
        if self._listener is not None:
            self._listener.close()
        await self._runner.cleanup()


class _Guest(asyncio.Protocol):
    """A new connection, before anybody serves it.

    Args:
        server: Who would.
        most: How many it serves at once.
    """

    def __init__(self, server: web.Server | None, most: int) -> None:
        self._server = server
        self._most = most

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hand the connection over, or drop it."""
        transport = cast("asyncio.Transport", transport)
        if self._server is None or len(self._server.connections) >= self._most:
            transport.abort()
            return
        host = self._server()
        transport.set_protocol(host)
        host.connection_made(transport)


def most_connections(clients: int) -> int:
    """How many connections serve so many tabs, with some to spare, and leave room for the kiosks' pipes.

    A browser holds up to seven. Without a limit anybody could use up the files that this process may have open; then
    nobody gets in.
    """
    enough = 10 * clients + 50
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0] if resource else -1
    return enough if files < 0 else max(clients, min(enough, files - 5 * clients - 64))  # -1: without a limit
