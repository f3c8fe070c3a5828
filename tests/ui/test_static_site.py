"""The dashboard as plain files."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.errors import IndicatorsError
from indicators.export import bundle
from indicators.figures.selection import Selection
from indicators.ui.shared import static_site
from indicators.ui.shared.files import FILES
from tests.support.command_line import run
from tests.support.places import ROOT, WARDS

SERVER = "https://dash.example.org"
_LINK = re.compile(r'<(?:a|link|img|iframe)\b[^>]*? (?:href|src)="([^"]*)"')
_RUNS = re.compile(r'<script(?! type="application/ld\+json")|<[^>]* on[a-z]+=|javascript:', re.IGNORECASE)


def _check(folder: Path) -> Mapping[str, bytes]:
    """The files of a site by path, in which every link leads to one of them, no script runs, and no folder is named."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name, content in files.items():
        assert str(ROOT).encode() not in content, name
        assert str(folder).encode() not in content, name
        if not name.endswith(".html"):
            continue
        page = content.decode()
        assert not _RUNS.search(page), name
        assert ' style="' not in page or "style-src-attr 'unsafe-inline'" in page, name
        for link in _LINK.findall(page):
            address, anchor = urldefrag(link)
            if urlsplit(address).scheme:
                continue
            target = (folder / name).parent / unquote(address) if address else folder / name
            found = str(target.resolve().relative_to(folder.resolve()))
            assert found in files, (name, link)
            assert not anchor or f'id="{anchor}"' in files[found].decode(), (name, link)
    return files


@pytest.fixture
def few(wards: Catalogue, tmp_path: Path) -> Path:
    """A catalogue of a few figures of the made-up one."""
    with zipfile.ZipFile(io.BytesIO(bundle.make(wards, Selection(source=("officials",))))) as file:
        file.extractall(tmp_path / "few")
    return tmp_path / "few"


def test_a_site_has_the_pages_and_files_of_the_server_and_links_that_hold(few: Path, tmp_path: Path) -> None:
    made = run("site", str(tmp_path / "site"), "--data", str(few), "--server", f"{SERVER}/")
    assert (made.returncode, made.stderr) == (0, "")
    files = _check(tmp_path / "site")
    assert made.stdout.endswith(f": {len(files)} files\n")
    pages = ("", "figures/", "what_follows/", "sources/", "method/", "report/", "data/")
    assert {f"{page}index.html" for page in pages} <= set(files)
    for figure in load(few).figures["id"]:
        assert {f"figures/{figure}/index.html", f"embed/figures/{figure}/index.html"} <= set(files)
        assert {f"data/figures/{figure}.{form}" for form in ("json", "html", "csv", "md", "svg", "png")} <= set(files)
    left_out = {path for path in FILES if "{id}" not in path and path.strip("/") not in files}
    assert left_out == {"/report", "/data/openapi.json", "/robots.txt", "/sitemap.xml"}
    overview = files["index.html"].decode()
    assert "<svg" in overview
    assert f'href="{SERVER}/compare"' in overview


def test_a_site_is_written_into_a_new_folder_only(wards: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "kept.txt").touch()
    made = run("site", str(tmp_path / "site"), "--data", str(WARDS))
    assert (made.returncode, made.stderr) == (2, f'indicators: "{tmp_path / "site"}" is not empty; name a new folder\n')
    with pytest.raises(IndicatorsError, match="no address of a server"):
        static_site.write(wards, tmp_path / "other", "javascript:alert(1)")
    assert not (tmp_path / "other").exists()


@pytest.mark.external
def test_the_same_catalogue_gives_the_same_site(tmp_path: Path) -> None:
    for name in ("first", "second"):
        static_site.write(load(WARDS), tmp_path / name)
    first, second = (_check(tmp_path / name) for name in ("first", "second"))
    assert first == second
    assert b"/compare" not in first["index.html"]
