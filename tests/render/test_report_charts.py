"""How the charts stand in the report."""

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection
from indicators.render import report


def test_a_chart_much_higher_than_the_others_stands_beside_all_of_them(shipped: Catalogue) -> None:
    assert '<div class="charts two">' in report.page(shipped, Selection(record=True))


def test_charts_none_of_which_is_much_higher_stand_in_three_columns(jobs: Catalogue) -> None:
    assert '<div class="charts">' in report.page(jobs, Selection())
