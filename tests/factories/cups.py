"""A CUPS of the test's own: its files in one folder, on a port of the loopback, ended by its process id."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_DAEMON = shutil.which("cupsd") or "/usr/sbin/cupsd"
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_ASKS = Path(shutil.which("ipptool") or "/usr/bin/ipptool")
_SETTINGS = Path("/etc/cups")  # the only place where the PDF printer looks

_CUSTOM = re.compile(r"^(\*MaxMedia(?:Width|Height): |\*ParamCustomPageSize (?:Width|Height): \d points 36 )\d+", re.M)

_SCHEDULER = """\
Listen 127.0.0.1:{port}
LogLevel debug
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup root
Printcap
"""
_PDF_PRINTER = """\
Out {folder}/printed
AnonDirName {folder}/printed
Spool {folder}/pdf-spool
Log {folder}
Label 2
"""


def missing() -> str | None:
    """What a CUPS with a PDF printer needs and this machine lacks."""
    for need in (Path(_DAEMON), _BACKEND, _DRIVER, _ASKS):
        if not need.exists():
            return f"{need} is not here (Debian: cups, cups-ipp-utils, printer-driver-cups-pdf)"
    return None if os.geteuid() == 0 else "only root may start a CUPS that prints PDF files"


class Cups:
    """A running scheduler.

    Attributes:
        folder: Its files; what is printed goes to ``printed`` there.
        address: For ``$CUPS_SERVER``.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"127.0.0.1:{port}"

    def add(self, name: str, *, without: tuple[str, ...] = (), longest: int = 100_000) -> None:
        """Adds a PDF printer.

        Args:
            name: Of the printer.
            without: Papers that it shall not have, by the names of its driver.
            longest: The longest side of papers that have no name there, in points.
        """
        driver = self.folder / f"{name}.ppd"
        lines = _DRIVER.read_text(encoding="latin-1").splitlines(keepends=True)
        kept = "".join(line for line in lines if not _names(line, without))
        driver.write_text(_CUSTOM.sub(rf"\g<1>{longest}", kept), encoding="latin-1")
        self.run("lpadmin", "-p", name, "-v", f"cups-pdf:/{self.folder.name}", "-P", str(driver), "-E")

    def run(self, *command: str) -> str:
        """Runs a command of CUPS against this one."""
        environment = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=30).stdout

    def jobs(self) -> list[str]:
        """The ids of all jobs that there ever were."""
        return [line.split()[0] for line in self.run("lpstat", "-W", "all", "-o").splitlines()]

    def printed(self, job: str, deadline: float = 30) -> bytes:
        """What came out of the printer for a job."""
        end = time.monotonic() + deadline
        while time.monotonic() < end:
            done = job in self.run("lpstat", "-W", "completed", "-o")
            if done and (files := [*(self.folder / "printed").glob(f"*job_{job.rpartition('-')[2]}.pdf")]):
                return files[0].read_bytes()
            time.sleep(0.05)
        raise AssertionError((self.folder / "error.log").read_text(errors="replace")[-5000:])


def _names(line: str, papers: tuple[str, ...]) -> bool:
    """Whether a line of a driver is about one of these papers."""
    kinds = ("PageSize", "PageRegion", "ImageableArea", "PaperDimension")
    return any(line.startswith(f"*{kind} {paper}/") for kind in kinds for paper in papers)


@contextmanager
def running_cups() -> Iterator[Cups]:
    """Starts a CUPS without printers; nothing of it stays."""
    with TemporaryDirectory(prefix="sevenways-cups-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)  # its filters run as another user
        for part in ("root", "spool", "cache", "state", "tmp", "printed", "pdf-spool"):
            (folder / part).mkdir()
        shutil.chown(folder / "tmp", group="lp")
        (folder / "tmp").chmod(0o1770)
        port = _free_port()
        (folder / "cupsd.conf").write_text(_SCHEDULER.format(port=port))
        (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
        settings = _SETTINGS / f"cups-pdf-{folder.name}.conf"
        settings.write_text(_PDF_PRINTER.format(folder=folder))
        command = [_DAEMON, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            cups = Cups(folder, port)
            _wait_for(cups, process)
            yield cups
        finally:
            process.terminate()
            process.wait(30)
            settings.unlink()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(cups: Cups, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 30
    while "is running" not in cups.run("lpstat", "-r").replace("not running", ""):
        assert process.poll() is None, "cupsd has ended"
        assert time.monotonic() < end, "cupsd does not answer"
        time.sleep(0.05)
