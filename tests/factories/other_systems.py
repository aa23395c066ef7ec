"""Takes from a fresh interpreter what Windows or macOS does not have, and makes files as stubborn as Windows does.

It is neither of them: paths, names and the terminal stay those of this machine. What is hidden follows the lines
"Availability" of Python's manual; what is added is `msvcrt.locking` and `os.O_BINARY`, by their documented behavior.
Run a command so: ``python -m tests.factories.other_systems windows store status``.
"""

import ctypes
import os
import runpy
import shutil
import signal
import stat
import subprocess  # before there is an msvcrt, by which it would recognize Windows
import sys
import tempfile
from collections.abc import Callable, Iterable
from errno import EACCES
from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import platformdirs
import typer
import tzlocal

MODULES = (
    "_curses", "_posixshmem", "crypt", "curses", "fcntl", "grp", "nis", "ossaudiodev", "pty", "pwd", "readline",
    "resource", "spwd", "syslog", "termios", "tty",
)  # fmt: skip
FUNCTIONS = (
    "chown", "chroot", "confstr", "copy_file_range", "ctermid", "eventfd", "fchdir", "fchmod", "fchown", "fdatasync",
    "fork", "forkpty", "fpathconf", "fstatvfs", "getegid", "geteuid", "getgid", "getgroups", "getloadavg", "getpgid",
    "getpgrp", "getpriority", "getresgid", "getresuid", "getsid", "getuid", "getxattr", "initgroups", "killpg",
    "lchown", "listxattr", "lockf", "major", "makedev", "memfd_create", "minor", "mkfifo", "mknod", "nice", "openpty",
    "pathconf", "pidfd_open", "pipe2", "posix_fadvise", "posix_fallocate", "posix_spawn", "posix_spawnp", "pread",
    "preadv", "pwrite", "pwritev", "readv", "register_at_fork", "removexattr", "sched_getaffinity",
    "sched_setaffinity", "sched_yield", "sendfile", "setegid", "seteuid", "setgid", "setgroups", "setpgid",
    "setpriority", "setsid", "setuid", "setxattr", "splice", "statvfs", "sync", "sysconf", "tcgetpgrp", "tcsetpgrp",
    "ttyname", "uname", "wait", "wait3", "wait4", "waitid", "writev",
)  # fmt: skip
FLAGS = (
    "O_ASYNC", "O_CLOEXEC", "O_DIRECT", "O_DIRECTORY", "O_DSYNC", "O_LARGEFILE", "O_NDELAY", "O_NOATIME", "O_NOCTTY",
    "O_NOFOLLOW", "O_NONBLOCK", "O_PATH", "O_RSYNC", "O_SYNC", "O_TMPFILE",
)  # fmt: skip
SIGNALS = (
    "SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGSTOP", "SIGTSTP", "SIGUSR1",
    "SIGUSR2", "SIGWINCH", "alarm", "getitimer", "pause", "pthread_kill", "pthread_sigmask", "setitimer",
    "siginterrupt", "sigpending", "sigtimedwait", "sigwait", "sigwaitinfo",
)  # fmt: skip
NOT_ON_A_MAC = (
    "O_DIRECT", "O_LARGEFILE", "O_NOATIME", "O_PATH", "O_RSYNC", "copy_file_range", "eventfd",
    "fdatasync", "getresgid", "getresuid", "getxattr", "listxattr", "memfd_create", "pidfd_open", "pipe2",
    "posix_fadvise", "posix_fallocate", "removexattr", "sched_getaffinity", "sched_setaffinity", "setxattr", "splice",
)  # fmt: skip
_O_BINARY = 0x8000


def pretend(system: str) -> None:
    """Turns this interpreter into one of another system, for good.

    Args:
        system: "windows" or "macos".
    """
    {"windows": _pretend_windows, "macos": _pretend_macos}[system]()


def _pretend_macos() -> None:
    for name in NOT_ON_A_MAC:
        if hasattr(os, name):
            delattr(os, name)
    ctypes.CDLL = _library_without_renameat2  # type: ignore[misc,assignment]


def _library_without_renameat2(*_: Any, **__: Any) -> object:
    return object()


def _pretend_windows() -> None:
    _disk_usage_without_statvfs()
    typer.progressbar(())  # loads the part of typer that knows the terminal
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in (*FUNCTIONS, *FLAGS):
        if hasattr(os, name):
            delattr(os, name)
    for name in SIGNALS:
        if hasattr(signal, name):
            delattr(signal, name)
    tempfile.TemporaryFile = tempfile.NamedTemporaryFile  # type: ignore[assignment]  # as there
    os.O_BINARY = _O_BINARY  # type: ignore[attr-defined]
    _make_files_stubborn()
    sys.modules["msvcrt"] = _msvcrt()


def _disk_usage_without_statvfs() -> None:
    """Windows has another call for it, which `shutil` uses there."""
    statvfs, usage = os.statvfs, shutil.disk_usage

    def disk_usage(path: Any) -> Any:
        with mock.patch.object(os, "statvfs", statvfs, create=True):
            return usage(path)

    shutil.disk_usage = disk_usage


def _msvcrt() -> ModuleType:
    """Locks of one byte that raise PermissionError at once where somebody else has them."""
    module = ModuleType("msvcrt")

    def locking(descriptor: int, mode: int, size: int) -> None:
        assert size == 1
        assert stat.S_ISREG(os.fstat(descriptor).st_mode)
        try:
            flock(descriptor, LOCK_UN if mode == 0 else LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise PermissionError(EACCES, "Permission denied") from None

    vars(module).update(locking=locking, LK_UNLCK=0, LK_LOCK=1, LK_NBLCK=2)
    return module


def _make_files_stubborn() -> None:
    """Folders cannot be opened; files opened as text get CR LF; what is open can be neither renamed nor removed."""
    as_text: set[int] = set()
    really_open, really_write, really_close, really_sync = os.open, os.write, os.close, os.fsync

    def open_(path: Any, flags: int, mode: int = 0o777, *, dir_fd: None = None) -> int:
        assert dir_fd is None, "os.open takes no dir_fd there"
        if os.path.isdir(path):  # noqa: PTH112
            raise PermissionError(EACCES, "Permission denied", os.fspath(path))
        descriptor = really_open(path, flags & ~_O_BINARY, mode)
        if not flags & _O_BINARY:
            as_text.add(descriptor)
        return descriptor

    def write(descriptor: int, content: Any) -> int:
        if descriptor not in as_text:
            return really_write(descriptor, content)
        really_write(descriptor, bytes(content).replace(b"\n", b"\r\n"))
        return len(content)

    def close(descriptor: int) -> None:
        as_text.discard(descriptor)
        really_close(descriptor)

    def fsync(descriptor: int) -> None:
        opened_for = Path(f"/proc/self/fdinfo/{descriptor}").read_text().split("flags:")[1].split()[0]
        if int(opened_for, 8) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(9, "Bad file descriptor")
        really_sync(descriptor)

    os.open, os.write, os.close, os.fsync = open_, write, close, fsync  # type: ignore[assignment]
    for name in ("rename", "replace", "remove", "unlink", "rmdir"):
        setattr(os, name, _refusing_what_is_open(getattr(os, name)))


def _refusing_what_is_open(really: Callable[..., None]) -> Callable[..., None]:
    def refuse_or_do(*paths: Any, **options: Any) -> None:
        for path in paths:
            _refuse_if_open(Path(os.fspath(path)))
        if really.__name__ == "replace" and os.path.isdir(paths[1]):  # noqa: PTH112
            raise PermissionError(EACCES, "Access is denied", str(paths[1]))
        if really.__name__ == "rename" and os.path.exists(paths[1]):  # noqa: PTH110
            raise FileExistsError(17, "Cannot create a file when that file already exists", str(paths[1]))
        really(*paths, **options)

    return refuse_or_do


def _refuse_if_open(path: Path) -> None:
    there = path.absolute()
    if any(each == there or there in each.parents for each in _open_files()):
        raise PermissionError(EACCES, "The process cannot access the file because it is being used", str(path))


def _open_files() -> Iterable[Path]:
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
        try:
            yield Path(os.readlink(f"/proc/self/fd/{name}"))  # noqa: PTH115
        except FileNotFoundError:  # the one that listed them
            continue


# These ask for the system's name, which is not changed, and take their parts for Unix while those are still there.
LOADED_BEFORE = (platformdirs, shutil, subprocess, tzlocal)

if __name__ == "__main__":
    pretend(sys.argv[1])
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
