"""Runs one job in this fresh interpreter, then tells what it found and the most memory that it took.

It is started as a file, not with ``-m``: nothing but the job shall be loaded.
"""

import sys
from importlib import import_module

_KILOBYTE = 1024


def main(job: str, *arguments: str) -> None:
    """Prints the job's result and this process's peak memory in bytes."""
    found = import_module(f"tests.benchmarks.alone.{job}").run(*arguments)
    print(repr((found, _peak())))


def _peak() -> int:
    """The peak of this program alone.

    On Linux `getrusage` would also count what the process was before it loaded this program: a copy of its parent.
    """
    if sys.platform == "linux":
        with open("/proc/self/status", "rb") as status:  # noqa: PTH123  # pathlib would be loaded for this line only
            peaks = [int(line.split()[1]) for line in status if line.startswith(b"VmHWM:")]
        return peaks[0] * _KILOBYTE
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415

    return getrusage(RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:])
