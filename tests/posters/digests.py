"""What is inside every sheet, as one number each: ``python -m tests.posters.digests`` takes them anew.

A difference is either meant, and seen on the sheet, or a fault.
"""

import hashlib
import json
import re
import zlib
from base64 import a85decode
from collections.abc import Iterator
from pathlib import Path

from posters import render
from posters.drawing.paper import PAPERS
from posters.output.setup import Setup
from posters.sheets.look import look_of
from posters.shelf import SHELF, Item, Order
from store.behaviors import Behavior
from store.language import LANGUAGES
from store.open import Store
from tests.factories.folders import scratch
from tests.factories.sample import DAY, sample_store

DIGESTS = Path(__file__).with_name("digests.json")
_STREAM = re.compile(rb"(<<[^<>]*/Length (\d+)[^<>]*>>)\s*stream\r?\n")


def made(store: Store, item: Item, language: str, *, for_review: bool = False) -> bytes:
    """A sheet of the sample hospital."""
    look = look_of(store.organisation.brand, language, PAPERS[item.papers[0]])
    order = Order(DAY, look, "north-ward", Behavior.NEGOTIATE_EXPECTATIONS, for_review)
    return render.pdf_of(item.make(store, order), Setup(PAPERS[item.papers[0]]))


def every_sheet(store: Store, language: str) -> Iterator[tuple[str, bytes]]:
    """Each sheet on the shelf with its name."""
    for item in SHELF:
        yield item.name, made(store, item, language)
        if item.has_review:
            yield f"{item.name} for review", made(store, item, language, for_review=True)


def digest(pdf: bytes) -> str:
    """SHA-256 of a PDF with its streams unpacked: how well they are packed differs between releases of zlib."""
    objects = pdf[: pdf.rindex(b"xref\n")]  # what follows counts packed bytes
    whole, at = hashlib.sha256(), 0
    for stream in _STREAM.finditer(objects):
        end = stream.end() + int(stream[2])
        whole.update(objects[at : stream.start()])
        whole.update(_unpacked(stream[1], objects[stream.end() : end]))
        at = end
    whole.update(objects[at:])
    return whole.hexdigest()


def _unpacked(packing: bytes, stream: bytes) -> bytes:
    packed = a85decode(b"<~" + stream, adobe=True) if b"/ASCII85Decode" in packing else stream
    return zlib.decompress(packed) if b"/FlateDecode" in packing else packed


def main() -> None:
    """Write the digests of all sheets in all languages."""
    with scratch() as folder, sample_store(folder / "data") as store:
        taken = {
            f"{name}, {language}": digest(pdf) for language in LANGUAGES for name, pdf in every_sheet(store, language)
        }
    DIGESTS.write_text(json.dumps(taken, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
