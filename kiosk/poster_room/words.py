"""What the poster room calls things, and what it says in more than one place."""

from store.language import Language, message

#: Papers as people buy them, by our names; and what is said of one that a poster is parted over.
PAPERS = {
    "tabloid": message("Tabloid, 11 × 17 in"),
    "a3": message("A3"),
    "letter": message("Letter"),
    "a4": message("A4"),
}
PARTED_PAPERS = {"letter": message("Letter, 2 sheets to tape"), "a4": message("A4, 2 sheets to tape")}


def logged_out_in(language: Language, seconds: int) -> str:
    """That nobody has touched anything for a while."""
    return language.say_many("You will be logged out in {n} second.", "You will be logged out in {n} seconds.", seconds)
