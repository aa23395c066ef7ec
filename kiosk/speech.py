"""The voice of "Hear it": a sentence is handed to Debian's speech programs, and never waited for."""

import os
import shutil
import subprocess
from threading import Thread

import msgspec

from store.plain_text import printable

#: More characters than any question has; a hostile team name is not read out for minutes.
LONGEST = 600
# Seconds after which a program that is still there is taken to hang: spd-say does where there is no sound.
_LONGEST_SECONDS = 90
_WORDS_A_MINUTE = 150
# Where a program's name for a language is not the language's own code. Vietnamese is the northern one.
_ESPEAK_VOICES = {"en": "en-us", "fr": "fr-fr"}


class _Speaker(msgspec.Struct, frozen=True):
    """One program that speaks what it reads from standard input, so that no list of processes shows the words.

    Attributes:
        speak: The program and its arguments; ``{language}`` stands for the language.
        hush: What silences it where ending the program is not enough.
        voices: Its own names of languages, where they differ from the code.
    """

    speak: tuple[str, ...]
    hush: tuple[str, ...] = ()
    voices: tuple[tuple[str, str], ...] = ()

    def command(self, language: str) -> list[str]:
        """The command line for a language, for a program and never for a shell."""
        voice = dict(self.voices).get(language, language)
        return [part.format(language=voice) for part in self.speak]


# espeak-ng first: it needs no sound server, falls silent the moment it is ended, and leaves nothing running behind.
# The daemon of spd-say speaks on when the command has ended: silence is a command of its own, and a new sentence of
# the same (default) priority ends the one before.
_SPEAKERS = {
    "espeak-ng": _Speaker(
        ("-v", "{language}", "-s", str(_WORDS_A_MINUTE), "-b", "1", "--stdin"), voices=tuple(_ESPEAK_VOICES.items())
    ),
    "spd-say": _Speaker(("--wait", "--language", "{language}", "--pipe-mode"), hush=("--cancel",)),
}


class Voice:
    """Speaks one sentence at a time; a new one silences the one before.

    Nothing that is said is written anywhere. If the program fails, nobody hears anything, and nothing else happens.

    Args:
        program: The program's full path; its name is one that `find_voice` knows.
    """

    def __init__(self, program: str) -> None:
        self._program = program
        self._speaker = _SPEAKERS[os.path.basename(program)]  # noqa: PTH119 - a name in a table, not a file
        self._process: subprocess.Popen[bytes] | None = None
        self._hushing: subprocess.Popen[bytes] | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is being spoken."""
        return self._process is not None and self._process.poll() is None

    def say(self, text: str, language: str) -> None:
        """Speak a text, and return at once.

        Args:
            text: Any text; control characters are left out, and what is longer than `LONGEST` is cut.
            language: An ISO 639-1 code such as ``pl``.
        """
        words = speakable(text)
        if not words:
            self.stop()
            return
        self._end()
        self._process = self._run(self._speaker.command(language), words)

    def stop(self) -> None:
        """Be silent at once."""
        if self._end() and self._speaker.hush:
            _kill(self._hushing)  # it never returns where there is no sound
            self._hushing = self._run([*self._speaker.hush], "")

    def _end(self) -> bool:
        """End the program if it is still speaking; whether it was."""
        process, self._process = self._process, None
        return _kill(process)

    def _run(self, arguments: list[str], words: str) -> subprocess.Popen[bytes] | None:
        """Start the program with words to read; None if it is gone or the machine has no room for it."""
        try:
            process = subprocess.Popen(  # noqa: S603 - a list of arguments from the table above, no shell
                [self._program, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return None
        # Handing over the words and waiting for the end could take as long as the sound card likes.
        Thread(target=_hand_over, args=(process, words.encode()), daemon=True).start()
        return process


def _kill(process: subprocess.Popen[bytes] | None) -> bool:
    """End a program at once; whether it was still there."""
    if process is None or process.poll() is not None:
        return False
    process.kill()
    return True


def _hand_over(process: subprocess.Popen[bytes], words: bytes) -> None:
    """Give a program its words and wait for its end; one that never ends is ended."""
    try:
        process.communicate(words, timeout=_LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def speakable(text: str) -> str:
    """A text as one short line that a speech program takes for words and for nothing else.

    Two brackets would start phonemes in espeak-ng, and ``!-!`` at the start of a line a command in spd-say.
    """
    words = " ".join(printable(text).replace("\N{REPLACEMENT CHARACTER}", " ").split())[:LONGEST]
    return f" {words.replace('[[', '[ [').replace('!-!', '! - !')}\n" if words else ""


def find_voice(path: str | None = None) -> Voice | None:
    """The voice of this machine, or None if it has none.

    Args:
        path: Folders to look in, as in ``$PATH``, which is the default.
    """
    found = (shutil.which(name, path=path) for name in _SPEAKERS)
    return next((Voice(program) for program in found if program), None)
