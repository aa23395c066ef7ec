"""Inserts through TinyDB as it is shipped."""

import json
from time import perf_counter

from tinydb import TinyDB


def run(path: str, table: str, document: str, count: str) -> list[float]:
    """Seconds of each of some inserts of one document (JSON)."""
    example = json.loads(document)
    times = []
    with TinyDB(path) as db:
        documents = db.table(table)
        documents.insert(example)  # the first one looks for the highest id and does not count
        for _ in range(int(count)):
            start = perf_counter()
            documents.insert(example)
            times.append(perf_counter() - start)
    return times
