"""Marks above and below letters, each for a letter with an odd and one with an even number of columns.

Vietnamese needs all its room, five terminal rows: its many marks cannot be told apart in one row of dots, and two of
them share a letter. Where there is less room, it is shown as plain bold text.
"""

ACUTE, GRAVE, CIRCUMFLEX, TILDE = "\u0301", "\u0300", "\u0302", "\u0303"
BREVE, DOT, DIAERESIS, HOOK = "\u0306", "\u0307", "\u0308", "\u0309"
OGONEK, CEDILLA, DOT_BELOW = "\u0328", "\u0327", "\u0323"

Mark = tuple[str, str]

#: Above a letter where there is room: one or two rows.
TALL: dict[str, Mark] = {
    ACUTE: ("..# .#.", "..#. .#.."),
    GRAVE: ("#.. .#.", ".#.. ..#."),
    CIRCUMFLEX: (".#. #.#", ".##. #..#"),
    TILDE: (".##.# #..#.", ".#.# #.#."),
    BREVE: ("#.# .#.", "#..# .##."),
    DOT: (".#.", ".##."),
    DIAERESIS: ("#.#", "#..#"),
    HOOK: ("##. .#.", ".##. ..#."),
}

#: Above a letter where there is none: one row, of which the place says what it is.
FLAT: dict[str, Mark] = {
    ACUTE: (".##", "..##"),
    GRAVE: ("##.", "##.."),
    CIRCUMFLEX: (".#.", ".##."),
    "E" + CIRCUMFLEX: ("###", "####"),
    "I" + CIRCUMFLEX: ("###", "####"),
    "U" + CIRCUMFLEX: ("###", "####"),
    # On Ẽ, Ĩ and Ũ it would be taken for that.
    "A" + TILDE: ("###", "####"),
    "N" + TILDE: ("###", "####"),
    "O" + TILDE: ("###", "####"),
    # Й has no rival; on a Latin letter it would be taken for a circumflex.
    "И" + BREVE: (".#.", ".##."),
    DOT: (".#.", ".#.."),
    DIAERESIS: ("#.#", "#..#"),
}

#: Two marks above one letter stand beside one another.
BESIDE: dict[str, str] = {
    CIRCUMFLEX + ACUTE: ".#...# #.#.#.",
    CIRCUMFLEX + GRAVE: ".#..#. #.#..#",
    CIRCUMFLEX + HOOK: ".#..## #.#..#",
    CIRCUMFLEX + TILDE: ".#...#.# #.#.#.#.",
    BREVE + ACUTE: "#.#..# .#..#.",
    BREVE + GRAVE: "#.#.#. .#...#",
    BREVE + HOOK: "#.#.## .#...#",
    BREVE + TILDE: "#.#..#.# .#..#.#.",
}

#: Below a letter; a dot keeps its distance.
BELOW: dict[str, Mark] = {
    OGONEK: ("..##", "...##"),
    CEDILLA: (".#.", "..#."),
    DOT_BELOW: ("... .#.", ".... .##."),
}

#: Columns that the horn of a letter takes at its right: its marks stand in the middle of what is left.
HORNS = {"Ơ": 1, "Ư": 2}


def above(letter: str, signs: str, *, tall: bool) -> Mark | None:
    """The marks above a letter, at most two of them; None if they cannot be told apart."""
    if not tall:
        return FLAT.get(letter + signs) or FLAT.get(signs)
    if len(signs) == 1:
        return TALL[signs]
    beside = BESIDE.get(signs)
    return (beside, beside) if beside else None
