"""From settings to everything that an appliance needs; nothing is read or written here."""

from kiosk.appliance.account import account_files, account_steps
from kiosk.appliance.console import LANGUAGES, console_files
from kiosk.appliance.parts import ACCOUNT, DATA, Plan, Step
from kiosk.appliance.settings import Settings
from kiosk.appliance.terminal import terminal_files
from kiosk.appliance.unit import UNIT, unit_files
from kiosk.appliance.ways_out import ways_out

# foot, not Chromium on `kiosk serve`: on one core it shows the welcome in a fraction of the time and of the memory,
# has no address bar, no network port and no page to open, and one program serves touch, keypad and keyboard. foot
# takes fingers since 1.16, so Debian 13 is the oldest that will do.
_TERMINAL_PACKAGES = {
    "cage": "shows one program on the whole screen",
    "foot": "the terminal, with touch",
    "seatd": "hands it the screen and the keys",
    "fonts-dejavu-core": "letters for all eight languages",
}
_CONSOLE_PACKAGES = {
    "kbd": "sets the console's font and keys",
    "console-setup-linux": "the console's fonts",
}
_SPEECH_PACKAGES = {
    "espeak-ng": "speaks all eight languages, without a service in the background",
    "alsa-utils": "sets the volume (alsamixer)",
}
_RELOAD = Step(("systemctl", "daemon-reload"), "Tells systemd about new and removed units.")


def plan(settings: Settings) -> Plan:
    """All that makes a Debian-like machine a kiosk."""
    own = console_files() if settings.console else terminal_files(settings.letters)
    return Plan(
        title=_title(settings),
        before=(_packages(settings),),
        items=(*account_files(), *own, *ways_out(), *unit_files(settings)),
        after=(*account_steps(), _RELOAD),
        by_hand=_by_hand(settings),
    )


def removal() -> Plan:
    """The commands around removing what was written; what was written is known from the list of it."""
    return Plan(
        title="No kiosk any more",
        before=(Step(("systemctl", "stop", UNIT), "Ends the kiosk."),),
        items=(),
        after=(_RELOAD,),
        by_hand=(
            "reboot    # login prompts and keys are back then",
            f"# The data in {DATA}, the account {ACCOUNT} and the packages stay; remove them if nobody needs them.",
        ),
    )


def _title(settings: Settings) -> str:
    if settings.console:
        return f"Seven Ways on the text console: keypad only, 16 colours, languages {', '.join(LANGUAGES)}"
    return "Seven Ways on a graphical terminal: touch, keypad and keyboard, all languages"


def _packages(settings: Settings) -> Step:
    packages = {
        **(_CONSOLE_PACKAGES if settings.console else _TERMINAL_PACKAGES),
        **(_SPEECH_PACKAGES if settings.speech else {}),
    }
    why = "; ".join(f"{name}: {what}" for name, what in packages.items())
    command = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    return Step(command, f"Installs what Debian has for it ({why}).")


def _by_hand(settings: Settings) -> tuple[str, ...]:
    store = f"sudo -u {ACCOUNT} {settings.program.parent / 'store'}"
    found = f'{store} init --data {DATA} --name "St. Mary" --team "North Ward" --team Pharmacy'
    spoken = ", ".join(f'"{code}"' for code in LANGUAGES)
    restrict = (
        f"sudoedit {DATA}/organisation.toml    # languages = [{spoken}]: the console's font has no letters for others"
    )
    return (
        f"{found}    # once: who you are; a locked kiosk never offers set-up",
        *((restrict,) if settings.console else ()),
        "reboot    # the kiosk comes up by itself",
    )
