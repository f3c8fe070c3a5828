"""How the report stands on a screen and on paper."""

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection
from indicators.render import report


def test_a_chart_much_higher_than_the_others_stands_beside_all_of_them(shipped: Catalogue) -> None:
    assert '<div class="charts two">' in report.page(shipped, Selection(record=True))


def test_charts_none_of_which_is_much_higher_stand_in_three_columns(jobs: Catalogue) -> None:
    assert '<div class="charts">' in report.page(jobs, Selection())


def test_a_summary_is_hidden_on_paper_only_where_the_browser_prints_what_it_opens(shipped: Catalogue) -> None:
    page = report.page(shipped, Selection())
    hidden = [line for line in page.splitlines() if "summary {" in line and "display: none" in line]
    assert hidden
    assert all("@supports selector(::details-content)" in line for line in hidden)
