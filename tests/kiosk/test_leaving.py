"""Who tells it to end is obeyed, whatever else is waiting to be done."""

from functools import partial
from pathlib import Path

from textual.events import Key

from kiosk.running import keep_running
from kiosk.screens.welcome import WelcomeScreen
from tests.kiosk.standing import a_kiosk, a_store, standing


async def test_keys_that_wait_when_it_is_told_to_end_bring_nothing_up_and_are_no_crash(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))
    async with standing(app) as pilot:
        for key in ("space", "a", "1"):
            app.post_message(Key(key, None))
        app.exit()
        await pilot.pause()
        assert isinstance(app.up, WelcomeScreen)
    assert app.crash is None


def test_one_that_crashes_on_its_way_out_is_not_started_again(tmp_path: Path) -> None:
    app = a_kiosk(a_store(tmp_path / "data"))

    def leave_and_crash() -> None:
        app.exit()
        raise ZeroDivisionError

    app.call_later(leave_and_crash)
    app.run = partial(app.run, headless=True)  # type: ignore[method-assign]
    keep_running(app, lambda: a_kiosk(a_store(tmp_path / "never")), tmp_path)
    assert "ZeroDivisionError" in (tmp_path / "crashes.txt").read_text("utf-8")
    assert not (tmp_path / "never").exists()
