"""The systemd unit that starts the kiosk, starts it again, and locks it in."""

from kiosk.appliance.console import FONT, KEYMAP_FILE
from kiosk.appliance.parts import ACCOUNT, DATA, UNITS, Item, Link, TextFile
from kiosk.appliance.settings import Settings
from kiosk.appliance.terminal import CAGE, FOOT, FOOT_FILE

UNIT = f"{ACCOUNT}.service"

_HARDENING = """\
# It can write to its data and its runtime folder, and to nothing else; of other people's files it sees none.
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
UMask=0077
# No program that it starts can gain rights, and it has none to begin with.
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
RestrictSUIDSGID=yes
RestrictNamespaces=yes
RestrictRealtime=yes
LockPersonality=yes
KeyringMode=private
RemoveIPC=yes
# It cannot change the system's settings, clock, name, modules or log.
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
# It sees its own processes only.
ProtectProc=invisible
ProcSubset=pid
# It has no network: sockets on this machine, and news of keypads being plugged in.
IPAddressDeny=any
RestrictAddressFamilies=AF_UNIX AF_NETLINK
# System calls that a service has no use for fail; so does memory that is both written and executed.
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
MemoryDenyWriteExecute=yes
# Answers are only ever in memory before they are stored: no core dump, no swap.
LimitCORE=0
MemorySwapMax=0
"""

_TERMINAL_DEVICES = """\
# seatd opens screen, keypad and touch for it; by itself it can open the screen alone.
SupplementaryGroups=video
DevicePolicy=closed
DeviceAllow=char-drm rw
"""

_CONSOLE_DEVICES = """\
# The first console is its screen and its keypad, and all that it can open.
DevicePolicy=closed
DeviceAllow=/dev/tty1 rw
StandardInput=tty
StandardOutput=tty
# The picture is painted on this one; in the journal it would keep what people answered.
StandardError=tty
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
"""


_SOUND = """\
# The sound card, for the spoken visit.
SupplementaryGroups=audio
DeviceAllow=char-alsa rw
"""


def unit_files(settings: Settings) -> tuple[Item, ...]:
    """The unit, and the link that starts it at boot."""
    return (
        TextFile(UNITS / UNIT, "Starts the kiosk, and starts it again whatever happens.", _unit(settings)),
        Link(UNITS / "multi-user.target.wants" / UNIT, "Starts the kiosk at boot.", str(UNITS / UNIT)),
    )


def _unit(settings: Settings) -> str:
    return f"""\
[Unit]
Description=Seven Ways kiosk
# The first screen belongs to the kiosk: no login prompt, no desktop.
Conflicts=getty@tty1.service display-manager.service
After=getty@tty1.service systemd-user-sessions.service plymouth-quit-wait.service
ConditionPathExists=/dev/tty0
{"" if settings.console else _SEATD}\
# It never gives up starting.
StartLimitIntervalSec=0

[Service]
User={ACCOUNT}
Group={ACCOUNT}
{_start(settings)}\
Restart=always
RestartSec=1
# Its data. The folder is made if it is missing, and belongs to the kiosk alone.
StateDirectory={ACCOUNT}
StateDirectoryMode=0700
Environment=SEVENWAYS_DATA={DATA}
WorkingDirectory={DATA}
# Counters against abuse live in memory only; they outlive a restart of the kiosk, not of the machine.
RuntimeDirectory={ACCOUNT}
RuntimeDirectoryMode=0700
RuntimeDirectoryPreserve=restart
Environment=XDG_RUNTIME_DIR=/run/{ACCOUNT}
Environment=HOME={DATA} LANG=C.UTF-8

{_devices(settings)}{_HARDENING}
[Install]
WantedBy=multi-user.target
"""


_SEATD = """\
# seatd hands out the screen and the keys, so that the kiosk needs no login session.
Wants=seatd.service
After=seatd.service
"""


def _start(settings: Settings) -> str:
    if settings.console:
        return f"""\
# "+" runs as root: only root may give the console its letters and keys. Then its screen never goes dark.
ExecStartPre=+/usr/bin/setfont -C /dev/tty1 {FONT}
ExecStartPre=+/usr/bin/loadkeys -C /dev/tty1 {KEYMAP_FILE}
ExecStartPre=/usr/bin/setterm --term linux --blank 0 --powerdown 0
Environment=TERM=linux
ExecStart={settings.program} run --locked
"""
    return f"""\
# cage shows one program and offers nothing else; no switching of consoles, no window, no menu.
# pixman paints without a graphics driver: less memory, and the same on every box.
Environment=WLR_RENDERER=pixman LIBSEAT_BACKEND=seatd
# It starts without keypad and touch, too: they may be plugged in, or found, later.
Environment=WLR_LIBINPUT_NO_DEVICES=1
# The keypad writes digits, whether NumLock is on or not (the name is an Apple keyboard's, which has no NumLock).
Environment=XKB_DEFAULT_OPTIONS=numpad:mac
ExecStart={CAGE} -d -- {FOOT} --config={FOOT_FILE} {settings.program} run --locked
StandardOutput=journal
StandardError=journal
"""


def _devices(settings: Settings) -> str:
    own = _CONSOLE_DEVICES if settings.console else _TERMINAL_DEVICES
    return own + (_SOUND if settings.speech else "")
