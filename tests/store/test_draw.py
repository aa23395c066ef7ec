"""A draw: fair, and the same for everybody who repeats it."""

import hashlib
import hmac
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.draw import Draw, announced, drawn, hash_of, new_seed, proves_winning, refuse_unless_right, winner_at
from store.errors import RefusedError, UsageError
from store.poster_requests import PosterRequest, SheetWish, proof_of, spaced

CODES = ("K7WM3XFA9RT", "XX33ACDEFHJ", "77777777777", "ACDE3467934")


@cache
def requests() -> Sequence[PosterRequest]:
    """One for each code; a proof takes a moment on purpose."""
    return tuple(PosterRequest(code[:4], proof_of(code), "2026-03", "north", SheetWish.TEAM) for code in CODES)


def by_hand(seed: str, listed: str, count: int) -> int:
    """The place of the winner as a stranger would find it from the words in the file, with SHA-256 alone."""
    turn = 0
    while True:
        number = int(hmac.new(seed.encode(), f"{listed}:{turn}".encode(), hashlib.sha256).hexdigest(), 16)
        if number < 2**256 // count * count:
            return number % count
        turn += 1


def test_a_stranger_finds_the_same_winner_from_the_words_in_the_file() -> None:
    for seed in ("4 8 15 16 23 42", "2026-04-01", new_seed(), "Łódź"):
        draw = drawn(announced("Lunch for two", requests()), seed)
        listed = hashlib.sha256(
            ("Lunch for two\n" + "".join(entry + "\n" for entry in draw.entries)).encode()
        ).hexdigest()
        assert draw.winner == draw.entries[by_hand(seed, listed, len(CODES))].split()[0]
        refuse_unless_right(draw)


def test_the_order_in_which_requests_are_given_does_not_matter() -> None:
    assert announced("Lunch", requests()) == announced("Lunch", reversed(requests()))
    assert drawn(announced("Lunch", requests()), " 4  8 ") == drawn(announced("Lunch", requests()), "4 8")


def test_only_the_winners_code_proves_winning() -> None:
    draw = drawn(announced("Lunch", requests()), "4 8 15")
    [winner] = [code for code in CODES if code[:4] == draw.winner]
    assert proves_winning(draw, spaced(winner).lower())
    assert [code for code in CODES if proves_winning(draw, code)] == [winner]
    assert not proves_winning(draw, winner[:4] + "3333333")
    assert not proves_winning(draw, "")
    assert not proves_winning(draw, "[/foo]" * 5_000)
    assert not proves_winning(announced("Lunch", requests()), "")


@given(st.integers(1, 60), st.text(min_size=1, max_size=20).filter(str.isprintable))
def test_somebody_always_wins(count: int, seed: str) -> None:
    assert 0 <= winner_at(seed, hash_of("Lunch", [seed]), count) < count


def test_everybody_wins_equally_often() -> None:
    won = Counter(winner_at(str(seed), "0" * 64, 7) for seed in range(7_000))
    expected = 1_000
    # Chi-squared with 6 degrees of freedom: 22.5 is passed once in a thousand; these seeds are always the same.
    assert sum((count - expected) ** 2 / expected for count in won.values()) < 22.5
    assert len(won) == 7


def test_numbers_that_favour_somebody_are_passed_over() -> None:
    # Of a span of 2^256 into nearly as many places, half of all numbers would be of no use.
    count = 2**255 + 1
    assert all(winner_at(str(seed), "0" * 64, count) == by_hand(str(seed), "0" * 64, count) for seed in range(50))


def test_a_changed_list_seed_or_winner_is_noticed() -> None:
    draw = drawn(announced("Lunch", requests()), "4 8 15")
    other = next(entry[:4] for entry in draw.entries if entry[:4] != draw.winner)
    with pytest.raises(RefusedError, match="has won, not"):
        refuse_unless_right(msgspec.structs.replace(draw, winner=other))
    with pytest.raises(RefusedError, match="changed after it was announced"):
        refuse_unless_right(msgspec.structs.replace(draw, entries=draw.entries[1:]))
    with pytest.raises(RefusedError, match="has no seed yet"):
        refuse_unless_right(announced("Lunch", requests()))
    with pytest.raises(RefusedError, match="drawn already"):
        drawn(draw, "another")


def test_a_changed_prize_is_noticed_and_two_prizes_are_two_draws() -> None:
    prizes = [f"Prize {number}" for number in range(40)]
    draws = [drawn(announced(prize, requests()), "4 8 15") for prize in prizes]
    assert {draw.winner for draw in draws} == {code[:4] for code in CODES}
    for prize in prizes[1:]:
        with pytest.raises(RefusedError, match="prize or the list was changed"):
            refuse_unless_right(msgspec.structs.replace(draws[0], prize=prize))
    with pytest.raises(RefusedError, match="prize or the list was changed"):
        drawn(msgspec.structs.replace(announced("Lunch", requests()), prize="Dinner"), "4 8 15")


@pytest.mark.parametrize("places", [(1, 0, 2, 3), (0, 0, 1, 2, 3), (0, 1, 2, 3, 3)])
def test_a_list_out_of_order_or_with_somebody_twice_is_refused(places: tuple[int, ...]) -> None:
    fair = announced("Lunch", requests())
    entries = tuple(fair.entries[place] for place in places)
    loaded = msgspec.structs.replace(fair, entries=entries, sha256=hash_of(fair.prize, entries))
    with pytest.raises(RefusedError, match="names a request twice, or is not in order"):
        drawn(loaded, "4 8 15")
    with pytest.raises(RefusedError, match="names a request twice, or is not in order"):
        refuse_unless_right(msgspec.structs.replace(loaded, seed="4 8 15", winner=entries[0][:4]))


def test_a_request_with_two_proofs_is_on_the_list_twice() -> None:
    fair = announced("Lunch", requests())
    entries = tuple(sorted((*fair.entries, f"{fair.entries[0][:4]} {'0' * 32}")))
    with pytest.raises(RefusedError, match="names a request twice"):
        drawn(msgspec.structs.replace(fair, entries=entries, sha256=hash_of(fair.prize, entries)), "4 8 15")


@pytest.mark.parametrize("text", ["", "  \n", "x" * 201])
def test_prize_and_seed_are_one_line(text: str) -> None:
    with pytest.raises(UsageError, match="must have 1 to 200 characters"):
        announced(text, requests())
    with pytest.raises(UsageError, match="must have 1 to 200 characters"):
        drawn(announced("Lunch", requests()), text)


def test_nobody_wins_where_nobody_asked() -> None:
    with pytest.raises(RefusedError, match="Nobody has asked"):
        announced("Lunch", [])


def test_a_draw_survives_its_file() -> None:
    draw = drawn(announced("\x1b[2J<b>Lunch</b> 🎉", requests()), "4 8 15")
    assert "\x1b" not in draw.prize
    assert msgspec.json.decode(msgspec.json.encode(draw), type=Draw) == draw


def test_no_request_can_be_moved_from_the_list_into_the_prize() -> None:
    draw = announced("Lunch", requests())
    moved = msgspec.structs.replace(draw, prize=f"Lunch\n{draw.entries[0]}", entries=draw.entries[1:])
    assert hash_of(moved.prize, moved.entries) == draw.sha256
    with pytest.raises(msgspec.ValidationError, match="prize"):
        msgspec.json.decode(msgspec.json.encode(moved), type=Draw)


def test_a_draw_of_the_first_format_is_told_apart() -> None:
    old = msgspec.to_builtins(announced("Lunch", requests())) | {"version": 1}
    with pytest.raises(msgspec.ValidationError, match="version"):
        msgspec.convert(old, Draw)
