"""The command `store`: its subcommands, put together."""

from typing import NoReturn

from store.command_line import new_app, run
from store.commands import exchange, held, init, notes, pin, privacy, safekeeping, scores, teams, upkeep

app = new_app("store", "Keep what colleagues answered, and score it.")


@app.callback(epilog='Example: store init --name "St. Mary" --team "North Ward" --team Pharmacy')
def store() -> None:
    """Keep what colleagues answered, and score it."""


init.add_to(app)
teams.add_to(app)
notes.add_to(app)
held.add_to(app)
pin.add_to(app)
scores.add_to(app)
exchange.add_to(app)
upkeep.add_to(app)
safekeeping.add_to(app)
privacy.add_to(app)


def main() -> NoReturn:
    """Run `store` with the arguments of this process.

    Raises:
        SystemExit: Always, with the exit code.
    """
    run(app)
