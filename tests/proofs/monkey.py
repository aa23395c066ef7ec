"""A monkey at the kiosk: random keys, pastes, taps and sizes, the same ones for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.journeys.terminal_keys import alt_keys, control_keys, textual_keys

#: What becomes of the window.
SIZES = [(300, 90), (80, 24), (120, 40), (40, 10), (1, 1), (81, 25)]
_KEYPAD = [*(str(digit).encode() for digit in range(10)), b"\r", b"\x7f", b"+", b"-", b"*", b"/", b"."]
_ODD = [*control_keys().values(), *alt_keys().values(), *textual_keys().values()]
_TEXTS = ("a", "Ł", "ß", "中", "🙂", "ا", "é", " ", "[/foo]", "<b>", "\u202e", "%")


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has another size."""

    columns: int
    rows: int


def doings(seed: int, count: int, size: tuple[int, int]) -> Iterator[bytes | Resize]:
    """What a monkey does, one thing at a time.

    Half of it is a keypad's, as mere noise would never get through a visit.

    Args:
        seed: Chooses the monkey.
        count: How many things it does.
        size: Columns and rows that taps aim at.
    """
    chance = random.Random(seed)
    kinds = (_keypad, _visit, _odd_key, _text, _tap, _wheel_or_drag, _paste, _noise)
    for _ in range(count):
        if chance.random() < 0.005:
            yield Resize(*chance.choice(SIZES))
        else:
            (kind,) = chance.choices(kinds, (45, 15, 10, 10, 12, 4, 2, 2))
            yield kind(chance, size)


def _keypad(chance: random.Random, _size: tuple[int, int]) -> bytes:
    return chance.choice(_KEYPAD)


def _visit(chance: random.Random, _size: tuple[int, int]) -> bytes:
    """A digit that is an answer, or the key that goes on."""
    return chance.choice([b"1", b"2", b"3", b"4", b"5", b"5", b"\r"])


def _odd_key(chance: random.Random, _size: tuple[int, int]) -> bytes:
    return chance.choice(_ODD)


def _text(chance: random.Random, _size: tuple[int, int]) -> bytes:
    return chance.choice(_TEXTS).encode()


def _tap(chance: random.Random, size: tuple[int, int]) -> bytes:
    place = _place(chance, size)
    return f"\x1b[<0;{place}M\x1b[<0;{place}m".encode()


def _wheel_or_drag(chance: random.Random, size: tuple[int, int]) -> bytes:
    button = chance.choice([1, 2, 16, 32, 35, 64, 65, 66, 67, 128])
    return f"\x1b[<{button};{_place(chance, size)}{chance.choice('Mm')}".encode()


def _paste(chance: random.Random, _size: tuple[int, int]) -> bytes:
    text = "".join(chance.choices([*_TEXTS, "1", "5", "\r", "\n", "\x00"], k=chance.randrange(200)))
    return b"\x1b[200~" + text.encode() + chance.choice([b"\x1b[201~"] * 9 + [b""])


def _noise(chance: random.Random, _size: tuple[int, int]) -> bytes:
    return chance.choice([b"", b"\x1b[", b"\x1bO", b"\x1b]52;c;"]) + chance.randbytes(chance.randrange(1, 8))


def _place(chance: random.Random, size: tuple[int, int]) -> str:
    columns, rows = size
    return f"{chance.randrange(1, columns + 3)};{chance.randrange(1, rows + 3)}"
