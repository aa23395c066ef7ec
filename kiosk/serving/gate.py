"""Who may talk to this server: pages that came from it, under a name that it goes by."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Gate:
    """Tells our own page from a foreign one.

    Names are checked because a foreign page can have its own name point to this machine; then it would share our
    origin. It cannot do so with an address in digits.

    Attributes:
        names: Host names that this server goes by, in small letters; addresses in digits are always let in.
    """

    names: frozenset[str]

    def knows(self, host: str) -> bool:
        """Whether a ``Host`` header names this server."""
        place = _split(f"//{host}")
        return place is not None and (_is_address(place.hostname) or place.hostname in self.names)

    def lets_in(self, origin: str | None, host: str) -> bool:
        """Whether a page of this origin may drive a kiosk: only if it came from the very same host and port."""
        page = _split(origin or "")
        if page is None or page.scheme not in _PORTS or not self.knows(host):
            return False
        ours = _split(f"{page.scheme}://{host}")
        return ours is not None and (page.hostname, _port(page)) == (ours.hostname, _port(ours))


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine reach a server at this address."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def own_names(host: str, further: Iterable[str]) -> frozenset[str]:
    """The names of a server that listens on this host, and those that were given to it."""
    machine = socket.gethostname()
    return frozenset(name.lower() for name in ("localhost", host, machine, f"{machine}.local", *further))


def _split(address: str) -> SplitResult | None:
    """The parts of an address; None if it is none, or has more than a host and a port."""
    try:
        parts = urlsplit(address)
        plain = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts if plain and parts.hostname and not (parts.path or parts.username or parts.query) else None


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _is_address(host: str | None) -> bool:
    try:
        ip_address(host or "")
    except ValueError:
        return False
    return True
