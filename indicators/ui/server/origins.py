"""The address by which readers know the server, and the addresses whose pages may connect, directly or by a proxy.

A browser names the address of a page in `Origin`, and the server that it asks in `Host`. A proxy may change the second.
"""

import logging
import os
import re
import socket
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.text.sentences import in_quotes
from indicators.ui.shared import hooks

TRUSTED_PROXIES = "INDICATORS_TRUSTED_PROXIES"
"""Environment variable with the addresses or networks of proxies whose X-Forwarded headers are believed."""

_LOG = logging.getLogger("indicators")
_FORWARDED = "indicators.forwarded"
"""Key of an ASGI scope: the prefix that a trusted proxy takes off every path."""
_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.IGNORECASE)
_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)+")
_MOST_LOGGED = 100
_logged: set[str] = set()


class TrustedProxies:
    """ASGI middleware that believes X-Forwarded-Host, -Proto and -Prefix of the proxies in TRUSTED_PROXIES."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, as the proxy received it."""
        if scope["type"] in ("http", "websocket") and _trusts(_peer(receive)):
            scope = _as_forwarded(scope)
        await self.app(scope, receive, send)


def _as_forwarded(scope: Scope) -> Scope:
    """The scope with host, scheme and prefix as the proxy says, each as it was where the proxy says nothing."""
    scope = {**scope, "headers": [*scope["headers"]]}
    headers = MutableHeaders(scope=scope)
    host, proto, prefix = (_last(headers, name) for name in ("host", "proto", "prefix"))
    if _HOST.fullmatch(host):
        headers["host"] = host
        scope[_FORWARDED] = ""
    if proto in ("http", "https"):
        scope["scheme"] = proto.replace("http", "ws") if scope["type"] == "websocket" else proto
    if _FORWARDED in scope and _PREFIX.fullmatch(prefix.rstrip("/")):
        scope[_FORWARDED] = prefix.rstrip("/")
    return scope


def _last(headers: Headers, name: str) -> str:
    """What the nearest proxy says, which stands last."""
    return headers.get(f"x-forwarded-{name}", "").rpartition(",")[2].strip()


def _peer(receive: Receive) -> str:
    """The address of whoever opened the connection, whatever the headers say; empty where it is unknown."""
    connection = hooks.connection(receive)
    if connection is None or connection.family not in (socket.AF_INET, socket.AF_INET6):
        return ""
    try:
        return str(connection.getpeername()[0])
    except OSError:  # it has gone
        return ""


def _trusts(peer: str) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in _networks(os.environ.get(TRUSTED_PROXIES, "")))


@cache
def _networks(named: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """The networks that the variable names; one that cannot be read is logged, and trusted by nobody."""
    networks = []
    for name in filter(None, map(str.strip, named.split(","))):
        try:
            networks.append(ip_network(name, strict=False))
        except ValueError:
            _LOG.warning("%s: %s is neither an address nor a network.", TRUSTED_PROXIES, in_quotes(name))
    return tuple(networks)


def root(scope: Scope) -> str:
    """The address of the server before its base path; empty where nobody vouches for the host that the client names.

    A host is vouched for by a trusted proxy, by a setting that names it, or by being the address that was connected to.
    """
    host = Headers(scope=scope).get("host", "")
    if not _HOST.fullmatch(host) or not (_FORWARDED in scope or _is_known(host, scope)):
        return ""
    return f"{scope['scheme']}://{host}{scope.get(_FORWARDED, '')}"


def _is_known(host: str, scope: Scope) -> bool:
    name = _name(host)
    local = str((scope.get("server") or ("",))[0])
    loopback = name == "localhost" and local in ("127.0.0.1", "::1")
    named = {local, str(st.get_option("server.address")), *map(_name, _allowed_origins())}
    return loopback or name in named or _matches(name, [each for each in _allowed_hosts() if each != "*"])


def refusal(origin: str, scope: Scope) -> str:
    """Why a page of this origin may not connect, and what to set; empty where it may. Other programs send no origin."""
    host = Headers(scope=scope).get("host", "")
    patterns = _allowed_hosts()
    if patterns and not _matches(_name(host), patterns):
        return (
            f"The server was asked as {in_quotes(host)}, which is not among the hosts that it allows. "
            "Name the host in --server.allowedHosts."
        )
    if not origin or origin.partition("://")[2] == host or not st.get_option("server.enableCORS"):
        return ""
    if _name(origin) in map(_name, _allowed_origins()):
        return ""
    return (
        f"The page is at {in_quotes(origin)}, but the server was asked as {in_quotes(host)}, and connects pages of "
        f"its own address only. If a proxy stands between, have it pass on the header Host, or name the proxy in "
        f"{TRUSTED_PROXIES} and have it send X-Forwarded-Host, or name the page's address in "
        "--server.corsAllowedOrigins, or set --server.enableCORS false to connect pages of any address."
    )


def log_once(reason: str) -> None:
    """Logs why a page was refused; each reason once, and not more than a hundred of them."""
    if reason not in _logged and len(_logged) < _MOST_LOGGED:
        _logged.add(reason)
        _LOG.warning("A page was refused. %s", reason)


def _allowed_origins() -> list[str]:
    return [str(origin).strip() for origin in st.get_option("server.corsAllowedOrigins") or ()]


def _allowed_hosts() -> list[str]:
    return [str(host).strip().lower().rstrip(".") for host in st.get_option("server.allowedHosts") or ()]


def _matches(name: str, patterns: list[str]) -> bool:
    """Whether a host has one of the names; *.example.org stands for every host below it, * for any."""
    return any(
        pattern in ("*", name) or (pattern.startswith("*.") and name.endswith(pattern[1:])) for pattern in patterns
    )


def _name(address: str) -> str:
    """The name of the host in an address or in a header, in small letters; empty where there is none."""
    try:
        return (urlsplit(address if "://" in address else f"//{address}").hostname or "").rstrip(".")
    except ValueError:
        return ""
