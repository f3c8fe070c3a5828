"""The example catalogues: their texts agree with them, and every page and file can be made of them."""

import pytest

from indicators._load import load
from indicators.audit.report import audit
from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.ui.shared.file import Request
from indicators.ui.shared.files import FILES
from indicators.ui.shared.query import parse_strictly
from tests.support.places import EXAMPLES
from tests.ui.test_pages import PAGES, text, visit

NAMES = ("jobs", "infections")


@pytest.fixture(scope="module", params=NAMES)
def example(request: pytest.FixtureRequest) -> Catalogue:
    return load(EXAMPLES / str(request.param))


def test_the_audit_finds_nothing_and_is_saved(example: Catalogue) -> None:
    report = audit(example, (example.folder / "text.txt").read_text(encoding="utf-8"))
    assert list(report.findings) == []
    assert [sum(saved.findings.values()) for saved in example.audits] == [0]


@pytest.mark.parametrize("name", [pytest.param("jobs", marks=pytest.mark.external), "infections"])
def test_every_file_can_be_made(name: str) -> None:
    example = load(EXAMPLES / name)
    names = build.chart_names(example, example.figures)
    assert len(names) > 3
    for path, file in FILES.items():
        # One figure and one chart for each form: pictures take long, and tests of charts draw all kinds.
        of = "" if "{id}" not in path else names[0] if "/charts/" in path else example.figures["id"].iat[0]
        query = parse_strictly(example, b"", file.options, selects=file.selects)
        request = Request(catalogue=example, query=query, root="https://example.org", id=of)
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
def test_every_page_can_be_made(name: str, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_DATA", str(EXAMPLES / name))
    app = visit(page)
    assert len(app.title) == 1
    assert load(EXAMPLES / name).descriptor.title in text(app) or page != "overview"
