"""Records the system calls by which a program changes files, with strace."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[2]
UNDERSTOOD = (
    "openat close lseek write pwrite64 ftruncate fsync fdatasync "
    "rename renameat link linkat unlink unlinkat mkdir mkdirat rmdir"
)
REFUSED = "writev pwritev truncate fallocate sendfile copy_file_range renameat2 symlink dup dup2 dup3"
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")


class Call(NamedTuple):
    """One system call that succeeded.

    Attributes:
        name: What was called.
        words: Numbers and flags among its arguments.
        texts: Strings among its arguments.
        result: What it returned.
    """

    name: str
    words: list[str]
    texts: list[bytes]
    result: int


def record(program: Sequence[str], folder: Path, *, killed_at: str = "") -> list[Call]:
    """Runs a Python program under strace.

    Args:
        program: Arguments for the Python interpreter. Each line that the program prints is a promise.
        folder: What it works in.
        killed_at: ``<call>:<n>``: the program is killed when it enters this call for the n-th time.

    Returns:
        Its calls, in order.
    """
    trace = folder.with_name(folder.name + ".strace")
    command = ["strace", "-qq", "-xx", "-s", "10000000", "-e", "signal=none", "-o", str(trace)]
    command += ["-e", "trace=" + ",".join(f"?{call}" for call in f"{UNDERSTOOD} {REFUSED}".split())]
    if killed_at:
        name, _, when = killed_at.partition(":")
        command += ["-e", f"inject={name}:signal=SIGKILL:when={when}"]
    ended = subprocess.run([*command, sys.executable, *program], cwd=PROJECT, capture_output=True, check=False)
    if ended.returncode and not killed_at:
        raise RuntimeError(ended.stderr.decode())
    with trace.open() as lines:
        return [call for line in lines if (call := _parse(line))]


def _parse(line: str) -> Call | None:
    found = _CALL.match(line)
    if not found or int(found[3]) < 0:
        return None
    words = found[2].split(", ")
    texts = [bytes.fromhex(word.strip('"').replace("\\x", "")) for word in words if word.startswith('"')]
    return Call(found[1], [word for word in words if not word.startswith('"')], texts, int(found[3]))
