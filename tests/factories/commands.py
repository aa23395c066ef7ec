"""Runs the installed commands as a person would: another process, real files, a real pipe."""

import os
import subprocess
import sys
from pathlib import Path


def environment(**changes: str) -> dict[str, str]:
    """This process's environment, in UTC and without a data folder of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "SEVENWAYS_DATA"}
    return {**kept, "TZ": "UTC", "COLUMNS": "100", **changes}


def program(command: str) -> str:
    """Where the console script of a command is installed."""
    return str(Path(sys.executable).with_name(command))


def run(command: str, *arguments: str | Path, text: str = "", **changes: str) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end and returns what it printed.

    Args:
        command: ``store``, ``posters`` or ``kiosk``.
        arguments: As on a command line.
        text: What it reads from a pipe.
        changes: Environment variables.
    """
    return subprocess.run(
        [program(command), *map(str, arguments)],
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=environment(**changes),
    )


def complaint(outcome: subprocess.CompletedProcess[str], code: int) -> str:
    """The one line that a failed command printed on stderr; nothing may stand on stdout."""
    assert outcome.returncode == code, outcome.stderr
    assert outcome.stdout == ""
    assert outcome.stderr.endswith("\n")
    assert outcome.stderr.count("\n") == 1, outcome.stderr
    return outcome.stderr.rstrip("\n")
