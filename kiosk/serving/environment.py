"""What the process of one browser tab may know of its surroundings."""

from collections.abc import Mapping

_KEPT = {
    "HOME": "where Python looks for packages installed by one user",
    "PATH": "finds the voice and other commands of the system",
    "LANG": "names files and people in the machine's own letters",
    "LC_ALL": "the same, where it is set",
    "LC_CTYPE": "the same, where it is set",
    "TZ": "tells the day where no organisation does",
    "TMPDIR": "holds the rate counters where there is no runtime folder",
    "XDG_RUNTIME_DIR": "holds the rate counters, shared with the kiosk on the terminal",
    "CUPS_SERVER": "names the printing system, where it runs elsewhere",
    "SEVENWAYS_DATA": "names the data folder",
    "SYSTEMROOT": "lets Python start on Windows",
}


def clean_environment(around: Mapping[str, str], columns: int, rows: int) -> dict[str, str]:
    """The environment of one kiosk: a terminal of this size, and nothing that could steer Python or Textual."""
    kept = {name: value for name, value in around.items() if name in _KEPT}
    size = {"COLUMNS": str(columns), "ROWS": str(rows)}  # Textual's web driver asks for both
    return {**kept, **size, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
