"""The command `posters`: what can be printed."""

from typing import NoReturn

from posters.commands import requests
from posters.commands.blank import print_blank
from posters.commands.chain import print_chain
from posters.commands.draw import draw
from posters.commands.form import print_form
from posters.commands.handout import print_handout
from posters.commands.notice import print_notice
from posters.commands.organisation import print_organisation
from posters.commands.pack import print_pack
from posters.commands.privacy import print_privacy_report
from posters.commands.progress import print_progress
from posters.commands.slips import print_slips
from posters.commands.team import print_team
from store.command_line import new_app, run

app = new_app("posters", "Print what the teams' check-ins say, to hang where people stand every day.")


def main() -> NoReturn:
    """Run `posters` with the arguments of this process.

    Raises:
        SystemExit: Always, with the exit code.
    """
    run(app)


@app.callback(epilog='Example: posters team "North Ward" -o north-ward.pdf')
def posters() -> None:
    """Print what the teams' check-ins say, to hang where people stand every day."""


app.command("team", epilog="Example: posters team --all -o october --for review --on 2026-10-31")(print_team)
app.command("blank", epilog="Example: posters blank --number 20 -o blank.pdf --paper letter")(print_blank)
app.command("handout", epilog='Example: posters handout "Be Polite" -o be-polite.pdf --paper a4')(print_handout)
app.command("pack", epilog="Example: posters pack -o booklet.pdf --lang es --paper a4")(print_pack)
app.command("organisation", epilog="Example: posters organisation -o all-teams.pdf --paper a3")(print_organisation)
app.command("notice", epilog="Example: posters notice -o notice.pdf --lang de")(print_notice)
app.command("privacy-report", epilog="Example: posters privacy-report -o privacy.pdf --paper a4")(print_privacy_report)
app.command("slips", epilog="Example: posters slips --count 60 -o slips.pdf --also es")(print_slips)
app.command("chain", epilog="Example: posters chain -o chain.pdf")(print_chain)
app.command("progress", epilog='Example: posters progress "North Ward" -o progress.pdf --lang de')(print_progress)
app.command("form", epilog='Example: posters form --team "North Ward" -o form.pdf --large')(print_form)
app.command("draw", epilog='Example: posters draw --prize "Lunch for two" -o draw.json')(draw)
requests.add_to(app)
