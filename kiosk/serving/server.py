"""Runs the server: where it listens, what it says about that, and how it ends."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from kiosk.serving.complaints import Complaints
from kiosk.serving.door import Door, most_connections
from kiosk.serving.environment import clean_environment
from kiosk.serving.gate import Gate, is_loopback, own_names
from kiosk.serving.site import Kiosks, Site
from store.errors import SevenWaysError, UsageError
from store.open import open_store
from store.organisation import Organisation

_OPEN_TO_ALL = (
    "Anyone who reaches {host} can use this kiosk, and what they touch travels unencrypted: this is plain HTTP without "
    "a password. Let it be reached only from a network that you trust, or put a proxy with HTTPS in front of it."
)
_PIN_OPEN_TO_ALL = (
    "Anyone who reaches {host} can try the PIN, and it travels unencrypted, as do the sheets: this is plain HTTP. "
    "Let it be reached only from a network that you trust, or put a proxy with HTTPS in front of it."
)


def serve(
    folder: Path, host: str, port: int, *, limit: int, names: Iterable[str], team: str | None, posters: bool = False
) -> None:
    """Serve kiosks until SIGTERM or Ctrl+C.

    Args:
        folder: The data folder.
        host: The address to listen on.
        port: The port; 0 for any that is free.
        limit: How many kiosks there may be at once.
        names: Further host names that this server goes by.
        team: The team that stands first in the choice of teams; None for the one that organisation.toml names.
        posters: Whether to serve the poster room instead.

    Raises:
        UsageError: There is no address.
        RefusedError: The address cannot be listened on.
    """
    if not host:
        raise UsageError("--host is empty; name an address, or leave the option out.")
    # -P: Python must not load what happens to lie in the folder where the server was started
    command = [sys.executable, "-P", "-m", "kiosk", "run", "--locked", "--in-browser", "--data", str(folder)]
    choices = [*([f"--team={team}"] if team else []), *(["--posters"] if posters else [])]
    kiosks = Kiosks(
        command=[*command, *choices],
        environment=partial(clean_environment, os.environ),
        organisation=partial(_organisation, folder),
        limit=limit,
        gate=Gate(own_names(host, names)),
        hands_out=posters,
    )
    logging.basicConfig(handlers=[Complaints(partial(print, file=sys.stderr))])
    with suppress(KeyboardInterrupt):  # where there are no signal handlers
        asyncio.run(_serve(Door(Site(kiosks).application(), most_connections(limit)), host, port, posters=posters))


async def _serve(door: Door, host: str, port: int, *, posters: bool) -> None:
    told = asyncio.Event()
    with suppress(NotImplementedError):  # Windows
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, told.set)
    try:
        port = await door.open(host, port)
        if not is_loopback(host):
            warning = _PIN_OPEN_TO_ALL if posters else _OPEN_TO_ALL
            print(f"kiosk: {warning.format(host=host)}", file=sys.stderr)  # noqa: T201
        what = "poster room" if posters else "kiosk"
        print(f"The {what} is at {_address(host, port)}; Ctrl+C ends it.", flush=True)  # noqa: T201
        await told.wait()
    finally:
        await door.close()


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _organisation(folder: Path) -> Organisation:
    """Whose page it is; a kiosk without a store apologises by itself."""
    try:
        return open_store(folder).organisation
    except SevenWaysError:
        return Organisation(name="Seven Ways")
