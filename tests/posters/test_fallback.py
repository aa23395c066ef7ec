"""Letters that our typeface lacks are set in the font that an organisation names, or named as missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import CannotReadError
from store.open import create_store
from store.organisation import Brand, Organisation, Team
from tests.factories.commands import complaint, run
from tests.posters.reading import read

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
needs_dejavu = pytest.mark.skipif(not DEJAVU.exists(), reason="needs DejaVu Sans (Debian: fonts-dejavu-core)")

# Fonts are known to a whole process, so each of these has one of its own.
SET = """
import sys
from pathlib import Path
from posters.drawing.fallback import register_fallback
from tests.posters.checks import faults
from tests.posters.reading import read
from tests.posters.scorecards import scorecard
from tests.posters.wall import notes_of, wall_poster
register_fallback(Path(sys.argv[1]))
pdf = wall_poster(scorecard(sys.argv[2]))
print(sorted(faults(pdf, Path(sys.argv[3]))))
print(notes_of(scorecard(sys.argv[2])))
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


def found(folder: Path, name: str, font: Path) -> None:
    """An organisation with one team and a fallback font."""
    teams, brand = (Team(key="lab", name=name),), Brand(fallback_font=str(font))
    create_store(folder, Organisation("Riverside", teams=teams, brand=brand)).close()


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


@needs_dejavu
def test_the_font_that_the_organisation_names_is_used(tmp_path: Path) -> None:
    team = Team(key="lab", name="ლაბორატორია")
    create_store(
        tmp_path / "data", Organisation("Riverside", teams=(team,), brand=Brand(fallback_font=str(DEJAVU)))
    ).close()
    done = run("posters", "team", "lab", "-o", tmp_path / "lab.pdf", "--data", tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert "ლაბორატორია" in read((tmp_path / "lab.pdf").read_bytes()).text


def test_a_font_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    brand = Brand(fallback_font=str(tmp_path / "gone.ttf"))
    create_store(
        tmp_path / "data", Organisation("Riverside", teams=(Team(key="lab", name="Lab"),), brand=brand)
    ).close()
    done = run("posters", "team", "lab", "-o", tmp_path / "lab.pdf", "--data", tmp_path / "data")
    assert "fallback font" in complaint(done, 1)
    assert not (tmp_path / "lab.pdf").exists()
