"""Long jobs say how far they are: a bar on a terminal, plain lines in a pipe."""

import io
import os
import pty
from contextlib import suppress

from store.progress import progress


def test_a_quick_job_says_nothing_in_a_pipe() -> None:
    out = io.StringIO()
    with progress("Reading a.csv", 10, out) as advance:
        advance(10)
    assert out.getvalue() == ""


def test_a_long_job_says_plain_lines_in_a_pipe() -> None:
    moments = iter([0.0, 1.9, 3.0, 12.9, 13.0])
    out = io.StringIO()
    with progress("Reading a.csv", 200, out, lambda: next(moments)) as advance:
        for _ in range(4):
            advance(50)
    assert out.getvalue() == "Reading a.csv: 50 %\nReading a.csv: 100 %\n"


def test_a_terminal_gets_a_bar() -> None:
    leader, follower = pty.openpty()
    with os.fdopen(follower, "w") as terminal, progress("Reading a.csv", 4, terminal) as advance:
        for _ in range(4):
            advance(1)
    shown = ""
    with suppress(OSError):  # what a terminal says when nobody writes to it any more
        while more := os.read(leader, 65536):
            shown += more.decode()
    assert "Reading a.csv" in shown
    assert "100%" in shown
