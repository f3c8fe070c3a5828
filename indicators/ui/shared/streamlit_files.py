"""The files of Streamlit's interface: its page, scripts and style sheets, and which addresses are its own."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import streamlit as st


def static_folder() -> Path:
    """The folder of Streamlit's page, scripts and style sheets."""
    return Path(st.__file__).parent / "static"


def index_page() -> str:
    """The text of Streamlit's page; raises OSError where there is no such file."""
    return (static_folder() / "index.html").read_text(encoding="utf-8")


def typeface() -> str:
    """The address of the typeface that Streamlit's page loads first; empty where it names none."""
    found = re.search(r'href="\./(static/media/[^"]+\.woff2)"', index_page())
    return found[1] if found else ""


def static_files(*suffixes: str) -> list[Path]:
    """Streamlit's scripts and style sheets: files with a digest of their content in the name."""
    return [path for path in (static_folder() / "static").glob("*/*") if path.suffix in suffixes]


def is_streamlits(path: str) -> bool:
    """Whether Streamlit answers a path, without the slash before it: one of its endpoints, or a file of its own."""
    return path.startswith(("_stcore/", "media/", "component/", "app/static/", "oauth2callback")) or path in _files()


@cache
def _files() -> frozenset[str]:
    folder = static_folder()
    return frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def inline_scripts(page: str) -> list[str]:
    """The scripts written inside a page."""
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def first_scripts() -> Iterator[Path]:
    """The scripts that Streamlit's page names, its main script first: those that every visit loads."""
    addresses = re.findall(r'(?:src|href)="\./(static/js/[^"]+\.js)"', index_page())
    return (static_folder() / address for address in addresses)


def mention(names: Iterable[str], scripts: Iterable[Path]) -> bool:
    """Whether each of the names stands in one of the scripts."""
    missing = {name.encode() for name in names}
    for script in scripts:
        content = script.read_bytes()
        missing = {name for name in missing if name not in content}
        if not missing:
            return True
    return False
