"""Whatever two writers, a follower and accidents do in whatever order, a journal is a list of documents."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from store.errors import RewrittenError
from store.journal import Journal, Line
from store.lines import START, decode_line
from store.lock import FolderLock

payloads = st.builds(b'{"a":"%b"}'.__mod__, st.integers(0, 6000).map(lambda length: b"x" * length))
writers = st.integers(0, 1)


class JournalMachine(RuleBasedStateMachine):
    """Two programs write one journal, a third follows it; a list does the same beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sevenways-journal-"))
        self.path = self.folder / "t.jsonl"
        self.journals = [Journal(self.path, FolderLock(self.folder)) for _ in range(2)]
        self.model: list[Line] = []
        self.follower = Journal(self.path, FolderLock(self.folder))
        self.cursor, self.followed = START, list[Line]()

    @rule(writer=writers, new=st.lists(payloads, max_size=5))
    def append(self, writer: int, new: list[bytes]) -> None:
        highest = self.model[-1][0] if self.model else 0
        given = self.journals[writer].append(new)
        assert given == list(range(highest + 1, highest + 1 + len(new)))
        self.model += zip(given, new, strict=True)

    @rule(writer=writers, gap=st.integers(1, 10**12), new=payloads)
    def append_with_id(self, writer: int, gap: int, new: bytes) -> None:
        n = (self.model[-1][0] if self.model else 0) + gap
        assert self.journals[writer].append([new], [n]) == [n]
        self.model.append((n, new))

    @rule(writer=writers, keep=st.integers(0, 6))
    def remove_some(self, writer: int, keep: int) -> None:
        self._rewrite(writer, lambda line: line if line[0] % 7 <= keep else None)

    @rule(writer=writers, new=payloads)
    def change_some(self, writer: int, new: bytes) -> None:
        self._rewrite(writer, lambda line: (line[0], new) if line[0] % 3 == 0 else line)

    def _rewrite(self, writer: int, change: Callable[[Line], Line | None]) -> None:
        def transform(lines: Iterator[Line]) -> Iterator[Line]:
            return filter(None, map(change, lines))

        self.journals[writer].rewrite(lambda: transform)
        self.model = list(filter(None, map(change, self.model)))

    @rule(writer=writers)
    def drop(self, writer: int) -> None:
        self.journals[writer].drop()
        self.model = []

    @rule(tail=st.binary(min_size=1, max_size=9000).filter(lambda tail: not tail.endswith(b"}\n")))
    def a_write_is_torn(self, tail: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(tail)

    @rule(writer=writers)
    def a_writer_starts_anew(self, writer: int) -> None:
        self.journals[writer].close()
        self.journals[writer] = Journal(self.path, FolderLock(self.folder))

    @rule()
    def follow(self) -> None:
        try:
            for chunk in self.follower.chunks(self.cursor):
                self.followed += [decode_line(line) for line in chunk.data.splitlines(keepends=True)]
                self.cursor = chunk.cursor
        except RewrittenError:
            self.cursor, self.followed = START, []
            self.follow()
        assert self.followed == self.model

    @invariant()
    def all_is_there(self) -> None:
        assert list(self.follower.lines()) == self.model
        assert self.follower.damaged == 0

    @rule(writer=writers)
    def the_end_is_known(self, writer: int) -> None:
        if self.path.exists():
            assert self.journals[writer].last() == (self.model[-1][1] if self.model else None)

    def teardown(self) -> None:
        for journal in self.journals:
            journal.close()
        shutil.rmtree(self.folder)


JournalMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestJournal = JournalMachine.TestCase
