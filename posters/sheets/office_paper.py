"""The paper of sheets that are read in the hand: what lies in an office printer."""

from posters.drawing.paper import A4, LETTER, Paper
from store.errors import UsageError


def office_paper(paper: Paper | None) -> Paper:
    """Letter unless A4 is asked for.

    Raises:
        UsageError: Larger paper is asked for.
    """
    paper = paper or LETTER
    if paper not in (LETTER, A4):
        message = (
            f"This sheet is made for the hand, not for {paper.name} paper; use --paper {LETTER.name} or {A4.name}."
        )
        raise UsageError(message)
    return paper
