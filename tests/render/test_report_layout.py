"""How the report stands on a screen and on paper."""

from dataclasses import replace

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.selection import Selection, select
from indicators.render import report, report_charts


def test_a_chart_much_higher_than_the_others_stands_beside_all_of_them(shipped: Catalogue) -> None:
    page = report.page(shipped, Selection(record=True))
    columns = page.partition('<div class="charts two"')[2].partition("</section>")[0]
    first, second = columns.split("</figure></div><div><figure>")
    assert first.count("<figure") > 1
    assert second.count("<h3>") == 1
    assert [look in columns for look in ('class="narrow"', 'class="broad"')] == [True, True]


@pytest.mark.parametrize(
    ("heights", "first", "wider"),
    [((300, 300, 600), 2, "1.09"), ((600, 100, 500), 1, "0.92"), ((400, 400, 600), 2, "1.25"), ((900, 300), 1, "1.25")],
)
def test_two_columns_are_as_wide_as_makes_them_equally_high(
    heights: tuple[int, ...], first: int, wider: str, infections: Catalogue
) -> None:
    """A chart has 57 pixels of words here."""
    chart = next(build.charts(infections, select(infections, Selection())))
    shown = [replace(chart, title="", unit="", key=(), spec={**chart.spec, "height": height}) for height in heights]
    page = report_charts.in_columns(shown)
    assert page.partition("</figure></div>")[0].count("<figure") == first
    assert f"minmax(0, {wider}fr)" in page


def test_charts_none_of_which_is_much_higher_stand_in_three_columns(jobs: Catalogue) -> None:
    assert '<div class="charts">' in report.page(jobs, Selection())


def test_a_summary_is_hidden_on_paper_only_where_the_browser_prints_what_it_opens(shipped: Catalogue) -> None:
    page = report.page(shipped, Selection())
    hidden = [line for line in page.splitlines() if "summary {" in line and "display: none" in line]
    assert hidden
    assert all("@supports selector(::details-content)" in line for line in hidden)
