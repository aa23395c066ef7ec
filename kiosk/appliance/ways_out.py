"""Every way out of the kiosk that the system itself offers, closed."""

from pathlib import PurePosixPath

from kiosk.appliance.parts import UNITS, Item, Link, TextFile

_NOTHING = "/dev/null"

_LOGIND = """\
[Login]
# No login prompt appears when somebody switches to another console …
NAutoVTs=0
# … and none is kept ready on a reserved one.
ReserveVT=0
# The keys for power, sleep and reboot do nothing: staff pull the plug, which the store survives.
HandlePowerKey=ignore
HandlePowerKeyLongPress=ignore
HandleRebootKey=ignore
HandleRebootKeyLongPress=ignore
HandleSuspendKey=ignore
HandleHibernateKey=ignore
HandleLidSwitch=ignore
"""

_MANAGER = """\
[Manager]
# Ctrl+Alt+Del pressed seven times within two seconds would reboot at once, whatever else is masked.
CtrlAltDelBurstAction=none
"""

_SYSRQ = """\
# The kernel's magic keys (Alt+SysRq) could end the kiosk or show its memory; they are off.
kernel.sysrq = 0
# What the kernel has to say goes to the log; on the text console it would paint over the kiosk.
kernel.printk = 1 4 1 3
"""

_MASKED = {
    "getty@.service": "No login prompt on any screen.",
    "autovt@.service": "No login prompt where somebody switches to another console.",
    "serial-getty@.service": "No login prompt on a serial line.",
    "console-getty.service": "No login prompt on the system console.",
    "ctrl-alt-del.target": "Ctrl+Alt+Del does not reboot.",
}


def ways_out() -> tuple[Item, ...]:
    """Drop-ins that switch keys off, and masks for units that would ask somebody to log in.

    Remote maintenance (ssh) is not touched.
    """
    drop_ins = (
        TextFile(PurePosixPath("/etc/systemd/logind.conf.d/sevenways.conf"), "No other consoles, no keys.", _LOGIND),
        TextFile(PurePosixPath("/etc/systemd/system.conf.d/sevenways.conf"), "No reboot by keys.", _MANAGER),
        TextFile(PurePosixPath("/etc/sysctl.d/90-sevenways.conf"), "No magic keys, no messages on the screen.", _SYSRQ),
    )
    return (*drop_ins, *(Link(UNITS / unit, why, _NOTHING) for unit, why in _MASKED.items()))
