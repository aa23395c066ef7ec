"""Papers for which a printer has no name: some take any size between their smallest and their largest."""

import re

from posters.drawing.paper import INCH, MILLIMETER, Paper
from posters.output.cups import Cups
from store.errors import RefusedError

CUSTOM = "Custom."
"""What CUPS calls such a size begins so."""

_QUESTION = b"""{
  OPERATION Get-Printer-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword requested-attributes media-supported
}
"""
_LIMIT = re.compile(r"\bcustom_(min|max)_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(in|mm)\b")  # PWG 5101.1, 5.1.4
_UNITS = {"in": INCH, "mm": MILLIMETER}
_ROUNDING = 0.5

Size = tuple[float, float]


def custom_media(cups: Cups, printer: str, paper: Paper) -> str | None:
    """What to call a paper that a printer takes without having a name for it, such as ``Custom.792x1224``, in points.

    Args:
        cups: How to ask.
        printer: Its name.
        paper: The paper.

    Returns:
        None if the paper is too small or too large, or nobody here can tell.
    """
    try:
        host = cups.ask("lpstat", "-H").strip()
        if not host:
            return None
        address = "localhost" if host.startswith("/") else host
        queue = printer.partition("/")[0]
        said = cups.ask("ipptool", "-tv", f"ipp://{address}/printers/{queue}", "/dev/stdin", document=_QUESTION)
    except RefusedError:  # no ipptool, or no answer: it is as if the printer took no such sizes
        return None
    return f"{CUSTOM}{paper.width:.0f}x{paper.height:.0f}" if _fits(said, (paper.width, paper.height)) else None


def _fits(said: str, size: Size) -> bool:
    """Whether a size lies between the smallest and the largest."""
    limits = {
        which: (float(width) * _UNITS[unit], float(height) * _UNITS[unit])
        for which, width, height, unit in _LIMIT.findall(said)
    }
    if len(limits) < len(("min", "max")):
        return False
    return all(
        low - _ROUNDING <= side <= high + _ROUNDING
        for low, side, high in zip(limits["min"], size, limits["max"], strict=True)
    )
