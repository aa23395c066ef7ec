"""Draws Textual's exported SVG again so that it is small, clean, and the same whenever the screen is the same.

Textual numbers its drawings, loads a font from elsewhere, and sets block characters as text, with hairlines between
them. Here blocks are shapes on whole numbers, and the font is one that the reader has.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from rich.cells import cell_len

from tests.pictures.shapes import CELL_HEIGHT, CELL_WIDTH, Layer, Paint, Shape, block

# A cell of the export, and where its ground and its letters begin below the cell's top.
_OLD_WIDTH, _OLD_HEIGHT, _OLD_GROUND, _OLD_BASELINE = 12.2, 24.4, 1.5, 20
_BASELINE, _FONT_SIZE = 12, 13
_SHOWN_AT = 1.25
_FONTS = "'DejaVu Sans Mono', 'Fira Code', Menlo, Consolas, monospace"
_SVG = "{http://www.w3.org/2000/svg}"
# Words of a line, with no more than one space between them.
_PHRASE = re.compile(r"\S+(?: \S+)*")


def redrawn(exported: str) -> str:
    """The screen that `App.export_screenshot` gave."""
    root = ElementTree.fromstring(exported)
    ground, front, phrases = Layer(), Layer(), dict[str, list[str]]()
    columns = rows = 0
    for fill, column, row, cells in _grounds(root):
        shape = Shape(column * CELL_WIDTH, row * CELL_HEIGHT, cells * CELL_WIDTH, CELL_HEIGHT)
        ground.add(Paint(fill), shape)
        columns, rows = max(columns, column + cells), max(rows, row + 1)
    for css, column, row, text in _texts(root):
        for at, character in enumerate(text):
            for opacity, shape in block(character, column + cell_len(text[:at]), row):
                front.add(Paint(_fill(css), opacity), shape)
        for found in _PHRASE.finditer(_without_blocks(text)):
            phrases.setdefault(css, []).append(_phrase(found[0], column + cell_len(text[: found.start()]), row))
    return "\n".join([*_opening(columns, rows), *ground.drawn(), *front.drawn(), *_lettering(phrases), "</svg>\n"])


def _grounds(root: ElementTree.Element) -> Iterator[tuple[str, int, int, int]]:
    """Colour, column, row and number of cells of every ground."""
    for rect in root.iter(f"{_SVG}rect"):
        if rect.get("shape-rendering"):
            yield rect.get("fill", ""), *_cell(rect, _OLD_GROUND), _columns(rect, "width")


def _texts(root: ElementTree.Element) -> Iterator[tuple[str, int, int, str]]:
    """Style, column, row and characters of everything that is written on the screen."""
    styles = dict(re.findall(r"\.(\S+) \{ (fill: .*?) \}", root.findtext(f"{_SVG}style", "")))
    for element in root.iter(f"{_SVG}text"):
        css = styles.get(element.get("class", ""))
        if css and element.text and element.text.strip():
            yield css, *_cell(element, _OLD_BASELINE), element.text.replace("\N{NO-BREAK SPACE}", " ")


def _cell(element: ElementTree.Element, below: float) -> tuple[int, int]:
    """Column and row of something."""
    return _columns(element, "x"), round((float(element.get("y", 0)) - below) / _OLD_HEIGHT)


def _columns(element: ElementTree.Element, attribute: str) -> int:
    return round(float(element.get(attribute, 0)) / _OLD_WIDTH)


def _fill(css: str) -> str:
    return css.removeprefix("fill: ").split(";")[0]


def _without_blocks(text: str) -> str:
    return "".join(" " if any(block(character, 0, 0)) else character for character in text)


def _phrase(words: str, column: int, row: int) -> str:
    """Words that take exactly their cells, whatever the font."""
    x, y, length = column * CELL_WIDTH, row * CELL_HEIGHT + _BASELINE, cell_len(words) * CELL_WIDTH
    return f'<text x="{x}" y="{y}" textLength="{length}">{escape(words)}</text>'


def _lettering(phrases: dict[str, list[str]]) -> Iterator[str]:
    for css, texts in phrases.items():
        yield "\n".join([f'<g style="{css}">', *texts, "</g>"])


def _opening(columns: int, rows: int) -> Iterator[str]:
    width, height = columns * CELL_WIDTH, rows * CELL_HEIGHT
    shown = f'width="{width * _SHOWN_AT:.0f}" height="{height * _SHOWN_AT:.0f}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {shown} viewBox="0 0 {width} {height}">'
    yield f"<style>svg {{ font: {_FONT_SIZE}px {_FONTS} }} path {{ shape-rendering: crispEdges }}</style>"
