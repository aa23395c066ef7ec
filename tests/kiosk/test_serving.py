"""Who may open a kiosk in a browser, and what its process and its page are given."""

import pytest

from kiosk.serving.environment import clean_environment
from kiosk.serving.gate import Gate, is_loopback, own_names
from kiosk.serving.page import headers, page
from store.organisation import Organisation

GATE = Gate(own_names("127.0.0.1", ["Kiosk.Example.org"]))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "192.168.1.20:80", "[::1]:8000", "kiosk.example.org"])
def test_addresses_in_digits_and_own_names_are_known(host: str) -> None:
    assert GATE.knows(host)


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8000", "localhost.evil.example", "a@localhost", "localhost/x", "[::1", "x:y"],
)
def test_other_names_are_not_known(host: str) -> None:
    assert not GATE.knows(host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("https://kiosk.example.org", "kiosk.example.org"),
        ("https://kiosk.example.org", "kiosk.example.org:443"),
        ("http://[::1]:8000", "[::1]:8000"),
    ],
)
def test_a_page_from_here_is_let_in(origin: str, host: str) -> None:
    assert GATE.lets_in(origin, host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, "127.0.0.1:8000"),
        ("null", "127.0.0.1:8000"),
        ("http://evil.example", "127.0.0.1:8000"),
        ("http://localhost:8000", "127.0.0.1:8000"),
        ("http://127.0.0.1:9000", "127.0.0.1:8000"),
        ("http://evil.example:8000", "evil.example:8000"),
        ("file://127.0.0.1", "127.0.0.1"),
        ("http://127.0.0.1:99999", "127.0.0.1:99999"),
    ],
)
def test_a_page_from_elsewhere_is_not(origin: str | None, host: str) -> None:
    assert not GATE.lets_in(origin, host)


@pytest.mark.parametrize(("host", "own"), [("127.0.0.2", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)])
def test_only_this_machine_reaches_a_loopback_address(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_a_kiosk_s_process_knows_only_what_it_needs() -> None:
    around = {"PATH": "/bin", "LANG": "pl_PL.UTF-8", "TEXTUAL_DRIVER": "x", "PYTHONPATH": "/evil", "TOKEN": "t"}
    ours = {"SEVENWAYS_DATA": "/data", "SEVENWAYS_TOKEN": "t"}
    assert clean_environment({**around, **ours, "XDG_RUNTIME_DIR": "/run/user/7"}, 116, 32) == {
        "PATH": "/bin",
        "LANG": "pl_PL.UTF-8",
        "SEVENWAYS_DATA": "/data",
        "XDG_RUNTIME_DIR": "/run/user/7",
        "COLUMNS": "116",
        "ROWS": "32",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "$title ${night}", '" onload="x', "[/foo]", "\u202egnirb"]
)
def test_a_page_shows_a_hostile_name_as_text(name: str) -> None:
    text = page(Organisation(name, languages=("en",)))
    assert text.count("<script") == 1
    assert "onload=" not in text.replace("&quot; onload=&quot;x", "")
    assert text.count("<title>") == 1


def test_a_page_says_how_to_go_on_in_every_language_of_the_organisation() -> None:
    text = page(Organisation("St. Brigid"))
    for code in Organisation("St. Brigid").languages:
        assert text.count(f'<li lang="{code}">') == 2


def test_a_browser_is_told_to_take_nothing_from_elsewhere() -> None:
    policy = headers("127.0.0.1:8000")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "https:" not in policy
    assert "frame-ancestors 'none'" in policy
