"""Which letters the codes of a font stand for, so that text can be read back (PDF 1.7, 9.10.3)."""

from collections.abc import Sequence

_MOST_AT_ONCE = 100
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def unicode_map(letters: Sequence[int]) -> str:
    """A ToUnicode CMap.

    Args:
        letters: The code point of each code, from code 0; 0 where it stands for none.
    """
    pairs = [f"<{code:02X}> <{_utf16(letter)}>" for code, letter in enumerate(letters) if letter]
    blocks = (pairs[at : at + _MOST_AT_ONCE] for at in range(0, len(pairs), _MOST_AT_ONCE))
    lines = (line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar\n"))
    return "".join((_HEAD, "\n".join(lines), _FOOT))


def _utf16(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
