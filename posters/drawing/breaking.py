"""Where a line may be broken: between words, at hyphens, and, if nothing else helps, inside long compounds.

Never at a no-break space, nor before a sign that ends something and stands apart, as French sets it: these go with the
word before them (as in UAX #14, rules LB12 and LB13), and opening quotation marks with the one after them.
"""

import re
from collections.abc import Callable, Iterator

LONGEST = 160
"""No name that fits a poster is longer, and searching for breaks in a book would take for ever."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SHORTEST_PART = 4
_VOWELS = frozenset("aeiouyäöüåæøœáàâãéèêëíìîïóòôõúùûýаеёиоуыэюяіїєαεηιουω")
_INSEPARABLE = frozenset({"ch", "ck", "sh", "ph", "th", "qu", "sz", "cz"})

NO_BREAK_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_ENDS, _BEGINS = frozenset(":;?!%»›…"), frozenset("«‹")
_GAP = re.compile(f"[ {NO_BREAK_SPACES}]")

Measure = Callable[[str], float]


def words(text: str) -> list[str]:
    """What a line may be broken between: the words of a text, each with what must stay with it."""
    whole: list[str] = []
    for word in filter(None, text.split(" ")):
        if whole and not _may_break(whole[-1], word):
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return whole


def parted(word: str, room: float, measure: Measure) -> list[str]:
    """A word in parts that each fit into a room; at no-break spaces, if it has some, as it must be broken somewhere."""
    if measure(word) <= room:
        return [word]
    apart = words(_GAP.sub(" ", word))
    if len(apart) > 1:
        return [part for each in apart for part in parted(each, room, measure)]
    parts: list[str] = []
    while len(word) > 1 and measure(word) > room:
        end = next((end for end in range(len(word) - 1, 0, -1) if measure(f"{word[:end]}-") <= room), 1)
        end = len(word[:end].rstrip()) or end
        if word[end] == " " and end > 1:
            end -= 1  # or the next line began with a sign alone
        parts.append(f"{word[:end]}-")
        word = word[end:]
    return [*parts, word]


def balanced(text: str, count: int, measure: Measure, *, part_words: bool = False) -> tuple[str, ...] | None:
    """The text on exactly ``count`` lines, the longest of them as short as can be.

    Args:
        text: One line, may hold soft hyphens.
        count: How many lines.
        measure: How wide a line runs.
        part_words: Whether words may be parted too: at their soft hyphens, or where they are spoken apart.

    Returns:
        The lines, or None if the text cannot be parted into so many or is longer than any poster takes.
    """
    if len(text) > LONGEST:
        return None
    if count == 1:
        return (without_marks(text),)
    best: tuple[str, ...] | None = None
    for head, tail in (*_between_words(text), *(_within_words(text) if part_words else ())):
        rest = balanced(tail, count - 1, measure, part_words=part_words)
        if rest is None:
            continue
        lines = (head, *rest)
        if best is None or _longest(lines, measure) < _longest(best, measure):
            best = lines
    return best


def without_marks(text: str) -> str:
    """The text without its unused soft hyphens."""
    return text.replace(SOFT_HYPHEN, "")


def _longest(lines: tuple[str, ...], measure: Measure) -> float:
    return max(measure(line) for line in lines)


def _between_words(text: str) -> Iterator[tuple[str, str]]:
    """Head and tail for each blank and each hyphen between letters."""
    for index, char in enumerate(text[1:-1], start=1):
        if char == " " and _may_break(text[:index], text[index + 1 :]):
            yield without_marks(text[:index]), text[index + 1 :]
        elif char in "-–/" and text[index - 1].isalnum() and text[index + 1].isalnum():
            yield without_marks(text[: index + 1]), text[index + 1 :]


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two texts: not where a sign stands apart from its word."""
    last, first = _GAP.split(before)[-1], _GAP.split(after, maxsplit=1)[0]
    return not (_ENDS.issuperset(first.rstrip(".,)")) or _BEGINS.issuperset(last))


def _within_words(text: str) -> Iterator[tuple[str, str]]:
    """Head with a hyphen and tail for each soft hyphen, or else for each place where a long word is spoken apart."""
    if SOFT_HYPHEN in text:
        for index, char in enumerate(text):
            if char == SOFT_HYPHEN:
                yield without_marks(text[:index]) + "-", text[index + 1 :]
        return
    for index in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
        around = text[index - _SHORTEST_PART : index + _SHORTEST_PART]
        if around.isalpha() and _spoken_apart(text[index - 1 : index + 2].casefold()):
            yield text[:index] + "-", text[index:]


def _spoken_apart(letters: str) -> bool:
    """Whether a syllable ends after the first of three letters: consonant | consonant, vowel."""
    before, after, follows = letters[0], letters[1], letters[2]
    consonants = before not in _VOWELS and after not in _VOWELS
    return consonants and follows in _VOWELS and before + after not in _INSEPARABLE
