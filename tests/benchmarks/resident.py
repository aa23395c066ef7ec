"""How much memory a process holds; only Linux tells."""

from pathlib import Path


def resident(process: int | str = "self") -> int:
    """Bytes that a process holds now, found by its id."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return 1024 * int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")))
