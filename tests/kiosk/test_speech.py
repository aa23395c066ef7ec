"""The voice speaks every language through a real program, takes no orders from a text, and never makes anybody wait."""

import shutil
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.speech import LONGEST, Voice, find_voice, speakable
from store.language import LANGUAGES

_ESPEAK = shutil.which("espeak-ng")
needs_espeak = pytest.mark.skipif(_ESPEAK is None, reason="espeak-ng (Debian) is not installed")

_SENTENCES = {
    "en": "They did what they promised.",
    "es": "Cumplieron lo que prometieron.",
    "fr": "Ils ont tenu leurs promesses.",
    "de": "Sie haben Wort gehalten.",
    "pt": "Eles cumpriram o que prometeram.",
    "pl": "Zrobili to, co obiecali.",
    "uk": "Вони зробили те, що обіцяли.",
    "vi": "Họ đã làm điều họ hứa.",
}


@pytest.fixture
def programs(tmp_path: Path) -> Callable[[str, str], Path]:
    """Puts a program of this name and these lines of shell into a folder that stands for $PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def put(name: str, lines: str) -> Path:
        program = folder / name
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
        return folder

    return put


def _until(is_so: Callable[[], bool], seconds: float = 15.0) -> bool:
    """Whether something becomes so in time."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


def _heard(voice: Voice, text: str, language: str) -> None:
    voice.say(text, language)
    assert _until(lambda: not voice.is_speaking)


def _voice(folder: Path) -> Voice:
    voice = find_voice(str(folder))
    assert voice
    return voice


@needs_espeak
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_real_program_speaks_each_language(
    language: str, tmp_path: Path, programs: Callable[[str, str], Path]
) -> None:
    spoken, complaints = tmp_path / "spoken.wav", tmp_path / "complaints"
    folder = programs("espeak-ng", f'exec {_ESPEAK} -w {spoken} "$@" 2>{complaints}')
    _heard(_voice(folder), _SENTENCES[language], language)
    with wave.open(str(spoken)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        assert 0.8 < seconds < 6
        assert max(sound.readframes(sound.getnframes())) > 0
    assert complaints.read_text() == ""


def test_without_a_program_there_is_no_voice(tmp_path: Path) -> None:
    assert find_voice(str(tmp_path)) is None


def test_speech_dispatcher_speaks_where_there_is_nothing_else(
    tmp_path: Path, programs: Callable[[str, str], Path]
) -> None:
    folder = programs("spd-say", f'echo "$@" > {tmp_path}/asked; cat > {tmp_path}/words')
    _heard(_voice(folder), "Cześć", "pl")
    assert "--language pl" in (tmp_path / "asked").read_text()
    assert (tmp_path / "words").read_text(encoding="utf-8") == " Cześć\n"


def test_espeak_is_asked_first(tmp_path: Path, programs: Callable[[str, str], Path]) -> None:
    folder = programs("spd-say", f"touch {tmp_path}/dispatcher")
    shutil.copy(folder / "spd-say", folder / "espeak-ng")
    (folder / "espeak-ng").write_text(f"#!/bin/sh\ntouch {tmp_path}/espeak\n")
    _heard(_voice(folder), "Hello.", "en")
    assert (tmp_path / "espeak").exists()
    assert not (tmp_path / "dispatcher").exists()


@pytest.mark.parametrize("name", ["spd-say", "espeak-ng"])
@pytest.mark.parametrize(
    "text",
    [
        "--version",
        "$(touch oops)",
        "`touch oops`; touch oops",
        "!-!SET self LANGUAGE de",
        "[[hE'loU]]",
        "a\n!-!b\x1b]0;x\x07",
    ],
)
def test_a_hostile_text_is_only_ever_read_out(
    text: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: Callable[[str, str], Path]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = programs(name, f'echo "$@" > {tmp_path}/asked; cat > {tmp_path}/words')
    _heard(_voice(folder), text, "en")
    words = (tmp_path / "words").read_text(encoding="utf-8")
    assert "oops" not in (tmp_path / "asked").read_text()
    assert "--version" not in (tmp_path / "asked").read_text()
    assert not (tmp_path / "oops").exists()
    assert words.startswith(" ")
    assert words.count("\n") == 1
    assert not {"[[", "!-!"} & {words[at : at + length] for at in range(len(words)) for length in (2, 3)}
    assert all(letter.isprintable() for letter in words.rstrip("\n"))


def test_a_text_without_end_is_cut() -> None:
    assert len(speakable("word " * 20_000).strip()) <= LONGEST


@pytest.mark.parametrize("text", ["", "  \n ", "\x07\x1b"])
def test_nothing_to_say_starts_nothing(text: str, tmp_path: Path, programs: Callable[[str, str], Path]) -> None:
    voice = _voice(programs("espeak-ng", f"touch {tmp_path}/started"))
    voice.say(text, "en")
    assert not voice.is_speaking
    assert not (tmp_path / "started").exists()


def test_nobody_waits_for_a_program_that_neither_reads_nor_ends(programs: Callable[[str, str], Path]) -> None:
    voice = _voice(programs("espeak-ng", "exec sleep 60"))
    begun = time.monotonic()
    voice.say("One sentence.", "en")
    assert voice.is_speaking
    voice.stop()
    assert time.monotonic() - begun < 1
    assert not voice.is_speaking


def test_a_new_sentence_ends_the_one_before(tmp_path: Path, programs: Callable[[str, str], Path]) -> None:
    voice = _voice(programs("espeak-ng", f"echo $$ >> {tmp_path}/numbers; exec sleep 60"))
    started = tmp_path / "numbers"
    voice.say("First.", "en")
    assert _until(lambda: started.exists() and len(started.read_text().split()) == 1)
    voice.say("Second.", "en")
    assert _until(lambda: len(started.read_text().split()) == 2)
    first, second = map(int, started.read_text().split())
    assert _until(lambda: not Path(f"/proc/{first}").exists())
    assert Path(f"/proc/{second}").exists()
    voice.stop()
    assert _until(lambda: not Path(f"/proc/{second}").exists())


def test_stopping_also_silences_the_daemon_of_speech_dispatcher(
    tmp_path: Path, programs: Callable[[str, str], Path]
) -> None:
    folder = programs("spd-say", f'case "$1" in --cancel) touch {tmp_path}/silent;; *) exec sleep 60;; esac')
    voice = _voice(folder)
    voice.say("A long sentence.", "en")
    voice.stop()
    assert _until((tmp_path / "silent").exists)


def test_a_program_that_fails_or_has_gone_only_means_silence(programs: Callable[[str, str], Path]) -> None:
    folder = programs("espeak-ng", "exit 1")
    voice = _voice(folder)
    _heard(voice, "Hello.", "en")
    (folder / "espeak-ng").unlink()
    voice.say("Hello.", "en")
    assert not voice.is_speaking
    voice.stop()


def test_what_is_said_stands_in_no_list_of_processes(tmp_path: Path, programs: Callable[[str, str], Path]) -> None:
    voice = _voice(programs("espeak-ng", f"echo $$ > {tmp_path}/number; exec sleep 60"))
    voice.say("A secret.", "en")
    number = tmp_path / "number"
    assert _until(lambda: number.exists() and number.read_text() != "")
    process = Path("/proc", number.read_text().strip())
    assert b"secret" not in (process / "cmdline").read_bytes()
    assert b"secret" not in (process / "environ").read_bytes()
    voice.stop()
    assert {path.name for path in tmp_path.iterdir()} == {"bin", "number"}
