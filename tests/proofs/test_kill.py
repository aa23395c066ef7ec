"""A writer that is killed at any moment has lost nothing that it had acknowledged."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.tinydb_journal import open_tinydb
from tests.proofs.strace import PROJECT

KILLS = int(os.environ.get("SEVENWAYS_PROOF_KILLS", "200"))
TEAMS = ["inserts", "batches", "edits", "inserts inserts", "batches edits", "edits edits", "inserts batches"]
PARTS = 4

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


class Writers:
    """Processes that write until they are killed, and what they have acknowledged."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.proofs.writers"]
        self._parent = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._rest = b""
        self.running: list[int] = []
        self.forget()

    def forget(self) -> None:
        """Starts a new list of promises."""
        self.stored: set[str] = set()
        self.versions: dict[str, int] = {}
        self.heard = 0

    def start(self, folder: Path, seed: int, kinds: str) -> None:
        """Lets some begin."""
        assert self._parent.stdin
        self._parent.stdin.write(f"{folder} {seed} {kinds}\n".encode())
        self._parent.stdin.flush()
        while len(self.running) < len(kinds.split()):
            self.listen(30)

    def listen(self, seconds: float) -> None:
        """Hears what is said, until something is or time is up."""
        assert self._parent.stdout
        if not select.select([self._parent.stdout], [], [], seconds)[0]:
            return
        *lines, self._rest = (self._rest + os.read(self._parent.stdout.fileno(), 1 << 16)).split(b"\n")
        for line in lines:
            self._hear(*line.decode().split())

    def _hear(self, what: str, *words: str) -> None:
        if what == "started":
            self.running.append(int(words[0]))
        elif what == "ended":
            self.running.remove(int(words[0]))
        elif what == "stored":
            self.stored.update(words)
            self.heard += 1
        else:
            self.versions[words[0]] = int(words[1])
            self.heard += 1

    def kill_one(self) -> None:
        """Kills the oldest one and hears its last words."""
        doomed = self.running[0]
        os.kill(doomed, signal.SIGKILL)
        end = time.monotonic() + 30
        while doomed in self.running:
            assert time.monotonic() < end
            self.listen(1)

    def stop(self) -> None:
        """Ends them all."""
        for pid in self.running:
            os.kill(pid, signal.SIGKILL)
        self._parent.communicate()


@pytest.fixture
def writers() -> Iterator[Writers]:
    writers = Writers()
    yield writers
    writers.stop()


@pytest.mark.parametrize("part", range(PARTS))
def test_a_killed_writer_loses_nothing_that_it_acknowledged(part: int, tmp_path: Path, writers: Writers) -> None:
    chance = random.Random(part)
    kills = 0
    for turn in range(KILLS):
        if kills >= KILLS / PARTS:
            break
        folder = tmp_path / str(turn // 12)
        if turn % 12 == 0:
            writers.forget()
        writers.start(folder, turn, chance.choice(TEAMS))
        while writers.running:
            wait_for_a_random_moment(writers, chance)
            writers.kill_one()
            kills += 1
        look_for(writers, folder)
    assert kills >= KILLS / PARTS


def wait_for_a_random_moment(writers: Writers, chance: random.Random) -> None:
    """Some acknowledgements from now, and some part of a millisecond after the last of them."""
    enough = writers.heard + chance.choice([0, 1, 2, 5, 20])
    late = time.monotonic() + 30
    while writers.heard < enough:
        assert time.monotonic() < late, "the writers have fallen silent"
        writers.listen(1)
    end = time.monotonic() + chance.random() * 0.003
    while (left := end - time.monotonic()) > 0:
        writers.listen(left)


def look_for(writers: Writers, folder: Path) -> None:
    """All that was acknowledged must be there, once, in its latest version, and nothing damaged."""
    with open_tinydb(folder) as db:
        table: Any = db.table("t")
        found = list(table)
        assert table.damaged == 0
    ids = [document.doc_id for document in found]
    assert ids == sorted(set(ids))
    versions = {document["key"]: document["version"] for document in found}
    assert len(versions) == len(found)
    assert writers.stored <= versions.keys()
    assert all(versions[key] >= version for key, version in writers.versions.items())
