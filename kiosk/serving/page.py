"""What a browser is given: our page, and the script, style and font that textual-serve brings; all from here."""

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from kiosk.serving.words import FULL, LOST, spoken
from kiosk.theme import kiosk_theme
from store.organisation import Organisation

_PAGE = Path(__file__).parent / "page"
_COLORS = ("night", "text", "soft", "accent", "tile-edge")


def static_files() -> Mapping[str, Path]:
    """Every file that is served as it is, by the path that a browser asks for."""
    theirs = Path(str(files("textual_serve"))) / "static"
    return {
        "/page/icon.svg": _PAGE / "icon.svg",
        "/page/page.css": _PAGE / "page.css",
        "/page/page.js": _PAGE / "page.js",
        "/textual/textual.js": theirs / "js" / "textual.js",
        "/textual/xterm.css": theirs / "css" / "xterm.css",
        "/textual/roboto-mono.ttf": theirs / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    }


def page(organisation: Organisation) -> str:
    """The page, in the organisation's colours and languages, with its name on the tab."""
    colors = kiosk_theme(organisation.brand).variables
    languages = spoken(organisation.languages)

    def said(text: str) -> str:
        return "".join(f'<li lang="{language.code}">{escape(language.say(text))}</li>' for language in languages)

    return Template((_PAGE / "index.html").read_text("utf-8")).substitute(
        title=escape(f"{organisation.name} · Seven Ways"),
        night=colors["night"],
        colors=" ".join(f"--{name}: {colors[name]};" for name in _COLORS),
        lost=said(LOST),
        full=said(FULL),
    )


def headers(host: str) -> Mapping[str, str]:
    """What a browser is told with every answer: take nothing from elsewhere, show it in no other page, keep no copy.

    Args:
        host: Where the page comes from, for browsers that do not count a web socket as the same origin.
    """
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
        f"connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )  # xterm.js writes style sheets of its own into the page
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
        "Server": "Seven Ways",
    }
