"""The command `store`: its subcommands, put together."""

from typing import NoReturn

from store.command_line import new_app, run

app = new_app("store", "Keep what colleagues answered, and score it.")


def main() -> NoReturn:
    """Run `store` with the arguments of this process.

    Raises:
        SystemExit: Always, with the exit code.
    """
    run(app)
