"""The commands of CUPS, run with a deadline and without a shell."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from store.errors import RefusedError
from store.plain_text import shortened


@dataclass(frozen=True, slots=True)
class Cups:
    """The printing system of this machine.

    Attributes:
        patience: Seconds to wait for an answer; printers on the network are looked for anew each time.
    """

    patience: float = 20.0

    def ask(self, command: str, *arguments: str, document: bytes = b"") -> str:
        """What a command of CUPS prints, in English.

        Args:
            command: Its name.
            arguments: As they are: no shell reads them.
            document: What it reads.

        Raises:
            RefusedError: It is not there, takes too long or fails.
        """
        try:
            done = subprocess.run(  # noqa: S603 - fixed commands, no shell
                [_program(command), *arguments],
                input=document,
                capture_output=True,
                check=False,
                timeout=self.patience,
                env={**os.environ, "LC_ALL": "C"},
            )
        except subprocess.TimeoutExpired as error:
            message = (
                f"The printing system did not answer within {self.patience:g} seconds; look with `lpstat -o` whether "
                "there is a job, then try again."
            )
            raise RefusedError(message) from error
        if done.returncode:
            message = f"The printing system refused: {_complaint(done.stderr)}; look at the printer, then try again."
            raise RefusedError(message)
        return done.stdout.decode(errors="replace")


def _program(command: str) -> str:
    """Where a command stands.

    Raises:
        RefusedError: Nowhere.
    """
    if sys.platform == "win32":
        raise RefusedError("On Windows, open the PDF and print it from there.")
    if program := shutil.which(command):
        return program
    message = (
        f"There is no printing system here (CUPS with its command {command}): open the PDF and print it from there, "
        "or install CUPS."
    )
    raise RefusedError(message)


def _complaint(said: bytes) -> str:
    lines = said.decode(errors="replace").split("\n")
    first = next((line for line in lines if line.strip()), "it does not say why")
    return shortened(first.strip().rstrip("."), 200)
