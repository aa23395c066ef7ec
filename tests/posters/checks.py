"""What every sheet must pass: a screen reader reads it all, nothing touches, nothing leaves the paper."""

from io import BytesIO
from pathlib import Path

import page as page_validation
import pypdf

from tests.posters.reading import overlaps, pages

POINTS_PER_INCH = 72.0


def faults(pdf: bytes, folder: Path) -> list[str]:
    """What PDF/UA-1 forbids in a PDF, and pages whose content does not lead back to the structure."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures] + _lost_pages(pdf)


def _lost_pages(pdf: bytes) -> list[str]:
    """Pages that the parent tree does not know; the checker misses them."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    numbers = root["/ParentTree"]["/Nums"]
    known = {numbers[index]: numbers[index + 1].get_object() for index in range(0, len(numbers), 2)}
    found = []
    for index, page in enumerate(reader.pages):
        content = page.get_contents()
        marked = content.get_data().count(b"/MCID") if content is not None else 0
        if page.get("/StructParents") not in known:
            found.append(f"page {index + 1} has no StructParents")
        elif len(known[page["/StructParents"]]) != marked:
            found.append(f"page {index + 1} has {marked} marked contents, its parent tree another number")
    return found


def check_sheet(pdf: bytes, folder: Path, *, smallest: float, safe: float = 0.25 * POINTS_PER_INCH) -> None:
    """Fail on what no sheet may do.

    Args:
        pdf: The sheet.
        folder: For a moment's file.
        smallest: The smallest size of type that it may use, in points.
        safe: How far from each edge of the paper all text stays, in points.
    """
    assert faults(pdf, folder) == []
    for number, ((width, height), words) in enumerate(pages(pdf), start=1):
        assert overlaps(words) == [], f"page {number}"
        for word in words:
            assert word.size >= smallest - 0.01, (number, word)
            assert word.x0 >= safe - 0.5, (number, word)
            assert word.x1 <= width - safe + 0.5, (number, word)
            assert word.top >= safe - word.size * 0.4, (number, word)
            assert word.bottom <= height - safe + word.size * 0.4, (number, word)


def spoken(pdf: bytes) -> list[tuple[str, str]]:
    """What a screen reader says, in its order: the type of each element with the words of its figure, or nothing."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    said: list[tuple[str, str]] = []
    _hear(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], said)  # type: ignore[index]
    return said


def _hear(node: object, said: list[tuple[str, str]]) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, pypdf.generic.ArrayObject):
        for kid in node:
            _hear(kid, said)
    elif isinstance(node, pypdf.generic.DictionaryObject) and "/S" in node:
        said.append((str(node["/S"])[1:], str(node.get("/Alt", ""))))
        _hear(node.get("/K"), said)
