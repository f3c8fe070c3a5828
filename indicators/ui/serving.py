"""What all that answers addresses shares: below which path they are, where the interface lies, who reads gzip."""

import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers

INTERFACE = Path(st.__file__).parent / "static"
"""The folder of Streamlit's page, scripts and style sheets."""


def base() -> str:
    """The path that the server has before every address, without a slash at its end; empty where it has none."""
    path = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{path}" if path else ""


def reads_gzip(headers: Headers) -> bool:
    """Whether whoever sends a request with these headers takes gzip."""
    for one in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return False
