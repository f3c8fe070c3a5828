"""The example catalogues: their texts agree with them, and every page and file can be made of them."""

import pytest

from indicators.audit.report import audit
from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.ui.shared.file import Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import parse_strictly
from tests.support.pages import PAGES, run_page, text
from tests.support.places import EXAMPLES

NAMES = ("jobs", "infections")


@pytest.mark.parametrize("catalogue", NAMES, indirect=True)
def test_the_audit_finds_nothing_and_is_saved(catalogue: Catalogue) -> None:
    report = audit(catalogue, (catalogue.folder / "text.txt").read_text(encoding="utf-8"))
    assert list(report.findings) == []
    assert [sum(saved.findings.values()) for saved in catalogue.audits] == [0]


@pytest.mark.parametrize("catalogue", [pytest.param("jobs", marks=pytest.mark.external), "infections"], indirect=True)
def test_every_file_can_be_made(catalogue: Catalogue) -> None:
    names = build.chart_names(catalogue, catalogue.figures)
    assert len(names) > 3
    for path, file in FILES.items():
        # One figure and one chart for each form: pictures take long, and tests of charts draw all kinds.
        of = "" if "{id}" not in path else names[0] if "/charts/" in path else catalogue.figures["id"].iat[0]
        query = parse_strictly(catalogue, b"", file.options, selects=file.selects)
        request = Request(catalogue=catalogue, query=query, root="https://example.org", id=of)
        assert b"".join(file.make(request)), path


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("jobs", "overview"),
        ("jobs", "what_follows"),
        ("infections", "overview"),
        *(pytest.param("jobs", page, marks=pytest.mark.external) for page in PAGES),
        *(pytest.param("infections", page, marks=pytest.mark.external) for page in PAGES),
    ],
)
def test_every_page_can_be_made(
    name: str, page: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(EXAMPLES / name))
    app = run_page(page)
    assert len(app.title) == 1
    title: str = request.getfixturevalue(name).descriptor.title
    assert title in text(app) or page != "overview"
