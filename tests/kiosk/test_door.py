"""Who is let in, who is let go, and what is said about it: real sockets and real kiosks, without a browser."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType
from aiohttp.web import Application

from kiosk.serving.complaints import Complaints
from kiosk.serving.door import Door, most_connections
from kiosk.serving.environment import clean_environment
from kiosk.serving.gate import Gate
from kiosk.serving.site import Kiosks, Site
from store.errors import RefusedError
from store.organisation import Organisation

HALF = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"
PATIENCE = 20.0  # seconds until a test gives up


@asynccontextmanager
async def _served(
    folder: Path, *, limit: int = 2, most: int = 50, patience: float = 60.0, idle_seconds: float = 600.0
) -> AsyncIterator[int]:
    """A running server, by its port."""
    kiosks = Kiosks(
        command=[sys.executable, "-P", "-m", "kiosk", "run", "--locked", "--in-browser", "--data", str(folder)],
        environment=partial(clean_environment, os.environ),
        organisation=lambda: Organisation("St. Brigid"),
        limit=limit,
        gate=Gate(frozenset()),
        idle_seconds=idle_seconds,
    )
    door = Door(Site(kiosks).application(), most, patience)
    try:
        async with asyncio.timeout(PATIENCE):
            yield await door.open("127.0.0.1", 0)
    finally:
        await door.close()


async def _answer(port: int, request: bytes) -> bytes:
    """What is answered before the server ends the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def _tab(session: ClientSession, port: int) -> ClientWebSocketResponse:
    address = f"http://127.0.0.1:{port}"
    return await session.ws_connect(f"{address}/kiosk", headers={"Origin": address}, autoping=False)


async def _end(tab: ClientWebSocketResponse) -> int | None:
    """Why the server closed a tab."""
    async for _painting in tab:
        pass
    return tab.close_code


async def _type(tab: ClientWebSocketResponse, keys: str) -> None:
    """Press keys; returns when the server has heard them."""
    await tab.send_json(["stdin", keys])
    await tab.ping()
    while (await tab.receive()).type is not WSMsgType.PONG:
        pass


@pytest.mark.parametrize("said", [b"", HALF])
async def test_who_does_not_finish_a_request_is_let_go(tmp_path: Path, said: bytes) -> None:
    async with _served(tmp_path, patience=0.05) as port:
        assert await _answer(port, said) == b""


async def test_more_than_so_many_are_not_connected_and_their_places_are_given_again(tmp_path: Path) -> None:
    asking = HALF + b"Connection: close\r\n\r\n"
    async with _served(tmp_path, most=2) as port:
        held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        assert await _answer(port, asking) == b""
        for reader, writer in held:
            writer.write(asking)
            assert (await reader.read()).startswith(b"HTTP/1.1 200")
            writer.close()
        while not await _answer(port, asking):  # the server has yet to see that they have gone
            pass


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "a" * 300, "[::1"])
async def test_an_address_that_there_is_not_gets_one_sentence(host: str) -> None:
    door = Door(Application(), 1)
    with pytest.raises(
        RefusedError, match=r"port 0: there is no such address\. Choose others with --host and --port\.$"
    ):
        await door.open(host, 0)
    await door.close()


def test_there_is_room_for_every_tab_and_for_few_others() -> None:
    assert 8 <= most_connections(8) <= 130
    assert most_connections(100_000) >= 100_000


async def test_an_idle_tab_makes_room_for_somebody_who_waits(tmp_path: Path) -> None:
    async with _served(tmp_path, idle_seconds=0) as port, ClientSession() as session:
        first, second = await _tab(session, port), await _tab(session, port)
        await _type(second, "1")
        await _type(first, "1")
        async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (await answer.json())["free"] == 2  # both would make room
        third, why = await asyncio.gather(_tab(session, port), _end(second))
        assert why == 1013  # try again later
        await _type(third, "1")
        await _type(first, "1")


async def test_a_tab_that_was_touched_lately_stays_and_the_next_is_told_to_wait(tmp_path: Path) -> None:
    async with _served(tmp_path, limit=1) as port, ClientSession() as session:
        first = await _tab(session, port)
        address = f"http://127.0.0.1:{port}"
        async with session.get(f"{address}/healthz") as answer:
            assert (await answer.json())["free"] == 0
        async with session.get(f"{address}/kiosk", headers={"Origin": address}) as answer:
            assert answer.status == 503
        await _type(first, "1")


@pytest.mark.parametrize(("said", "code"), [(b"x" * 20_000, 1009), (b"\xff\xfe", 1007)], ids=["too long", "not UTF-8"])
async def test_what_cannot_be_read_ends_the_tab_and_nothing_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, said: bytes, code: int
) -> None:
    async with _served(tmp_path) as port, ClientSession() as session:
        tab = await _tab(session, port)
        await tab._writer.send_frame(said, WSMsgType.TEXT)
        assert await _end(tab) == code
    assert [record for record in caplog.records if record.name.startswith("aiohttp")] == []


@pytest.fixture
def logger() -> logging.Logger:
    return logging.Logger("aiohttp.server")  # one that nobody else writes to


def _trouble(logger: logging.Logger, error: Exception) -> None:
    try:
        raise error
    except type(error):
        logger.exception("Error handling request from %s", "192.168.1.20")


def test_trouble_is_said_once_and_without_an_address(logger: logging.Logger) -> None:
    said: list[str] = []
    logger.addHandler(Complaints(said.append))
    for _ in range(100):
        _trouble(logger, ValueError("192.168.1.20 was here"))
        logger.warning("from %s", "192.168.1.20")
    assert len(said) == 2
    assert said[0].startswith("kiosk: The server has trouble (ValueError, test_door.py, line ")
    assert said[1].startswith("kiosk: The server has trouble (aiohttp.server, test_door.py, line ")
    assert "192.168" not in "".join(said)


def test_nobody_hears_of_people_who_leave(logger: logging.Logger) -> None:
    said: list[str] = []
    logger.addHandler(Complaints(said.append))
    _trouble(logger, ConnectionResetError("Cannot write to closing transport"))
    assert said == []
