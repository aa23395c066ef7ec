"""Letters that our typeface lacks are set in the font that an organisation names, or named as missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import CannotReadError

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
needs_dejavu = pytest.mark.skipif(not DEJAVU.exists(), reason="needs DejaVu Sans (Debian: fonts-dejavu-core)")

# Fonts are known to a whole process, so each of these has one of its own.
SET = """
import sys
from pathlib import Path
from posters import render
from posters.drawing.fallback import register_fallback
from tests.posters.checks import faults
from tests.posters.reading import read
from tests.posters.scorecards import scorecard
register_fallback(Path(sys.argv[1]))
pdf = render.team_poster(scorecard(sys.argv[2]))
print(sorted(faults(pdf, Path(sys.argv[3]))))
print(render.notes(scorecard(sys.argv[2])))
print(read(pdf).text)
"""


def printed(name: str, folder: Path) -> tuple[str, str, str]:
    """Faults, notes and text of a poster with DejaVu at hand."""
    done = subprocess.run(
        [sys.executable, "-c", SET, DEJAVU, name, folder],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    faults, notes, text = done.stdout.split("\n", 2)
    return faults, notes, text


@needs_dejavu
def test_a_name_in_another_script_is_set_and_can_be_read_back(tmp_path: Path) -> None:
    faults, notes, text = printed("ლაბორატორია Nord", tmp_path)
    assert faults == "[]"
    assert notes == "()"
    assert "ლაბორატორია" in text
    assert "□" not in text


@needs_dejavu
def test_letters_that_need_shaping_stay_missing_and_are_named(tmp_path: Path) -> None:
    faults, notes, text = printed("المختبر Nord", tmp_path)
    assert faults == "[]"
    assert "has no U+0627" in notes
    assert "Nord" in text


@pytest.mark.parametrize("content", [None, b"", b"OTTO no outlines that we can embed"])
def test_what_is_no_font_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    from posters.drawing.fallback import register_fallback  # noqa: PLC0415 - see above

    path = tmp_path / "letters.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotReadError, match=r"letters\.ttf cannot be used: .*\[brand\] fallback_font") as raised:
        register_fallback(path)
    assert "\n" not in str(raised.value)
