"""The account that the kiosk runs under, and its data folder."""

from pathlib import PurePosixPath

from kiosk.appliance.parts import ACCOUNT, DATA, Item, Step, TextFile

_ACCOUNT_FILE = PurePosixPath(f"/etc/sysusers.d/{ACCOUNT}.conf")
_FOLDER_FILE = PurePosixPath(f"/etc/tmpfiles.d/{ACCOUNT}.conf")


def account_files() -> tuple[Item, ...]:
    """Who the kiosk is, and where its data lives: both are made at boot, too, so an image needs no commands."""
    account = f"""\
# An account of its own: the kiosk can change its own data and nothing else. It has no password and no shell,
# so nobody logs in with it.
u {ACCOUNT} - "Seven Ways kiosk" {DATA} /usr/sbin/nologin
"""
    folder = f"""\
# The data folder: only the kiosk's account may look inside (what waits there is not released yet).
d {DATA} 0700 {ACCOUNT} {ACCOUNT} -
"""
    return (
        TextFile(_ACCOUNT_FILE, "The account that the kiosk runs under.", account),
        TextFile(_FOLDER_FILE, "The folder that keeps the data.", folder),
    )


def account_steps() -> tuple[Step, ...]:
    """The commands that make both without waiting for the next boot."""
    return (
        Step(("systemd-sysusers", str(_ACCOUNT_FILE)), "Makes the account now; at each boot this happens by itself."),
        Step(("systemd-tmpfiles", "--create", str(_FOLDER_FILE)), "Makes its data folder now."),
    )
