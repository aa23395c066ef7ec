"""Colours as a print shop mixes them: cyan, magenta, yellow and black."""

from posters.drawing.theme import WHITE, Color, contrast

Process = tuple[float, float, float, float]

_DARK = 4.5
"""Small text that stands out so from paper (WCAG 2.2, contrast ratio) is printed with the black plate alone."""
_SMALL = 24.0


def process(color: Color) -> Process:
    """The colour with as much of its grey as possible in black; each part 0 to 1.

    The plain formula of PDF 1.7, 10.3.4, with full under-color removal: neutral colours use black ink alone, and no
    sum of inks passes 3. A shop that has measured its press converts with its own profile.
    """
    black = 1 - max(color)
    if black >= 1:
        return 0.0, 0.0, 0.0, 1.0
    cyan, magenta, yellow = ((1 - part - black) / (1 - black) for part in color)
    return round(cyan, 3), round(magenta, 3), round(yellow, 3), round(black, 3)


def process_of_text(color: Color, size: float) -> Process:
    """The same for text: small dark letters are pure black, since plates never meet without a fringe."""
    if size < _SMALL and contrast(color, WHITE) >= _DARK:
        return 0.0, 0.0, 0.0, 1.0
    return process(color)
