"""The documents among a journal's good lines, as typed values."""

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class _Line(msgspec.Struct, Generic[T]):
    d: T


class Documents(Generic[T]):
    """Decodes many lines in one go; what is no such document is passed over, and `store check` names it."""

    def __init__(self, kind: type[T]) -> None:
        self._decoder = msgspec.json.Decoder(_Line[kind])  # type: ignore[valid-type]

    def among(self, lines: bytes) -> Iterator[T]:
        """The documents of whole lines, in their order."""
        try:
            yield from (line.d for line in self._decoder.decode_lines(lines))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            for line in lines.splitlines():
                try:
                    yield self._decoder.decode(line).d
                except (msgspec.MsgspecError, UnicodeDecodeError):
                    continue
