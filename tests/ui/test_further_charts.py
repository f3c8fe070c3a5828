"""The charts for which the first page has no room."""

import re
from dataclasses import replace

import pyarrow as pa
import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.selection import Selection, select
from indicators.ui.shared import cached_charts, chart_section
from tests.support.blanks import plain


def test_the_charts_for_which_a_page_has_no_room_are_named_with_links(jobs: Catalogue) -> None:
    everything = Selection()
    titles = [each.title for each in build.planned_charts(jobs, select(jobs, everything), "printed")]
    others = plain(chart_section.others(jobs, everything, "printed"))
    assert re.findall(r'href="data/charts/[^"]+\.html">([^<]+)</a>', others) == titles[cached_charts.MOST :] != []
    assert not chart_section.others(jobs, Selection(search="participation"), "printed")


@pytest.mark.parametrize(
    ("heights", "alone"),
    [
        ([], []),
        ([280, 280], [False, False]),
        ([280, 280, 280], [False, False, True]),
        ([100, 300, 280], [True, False, False]),
        ([200, 300, 301, 200], [False, False, True, True]),
    ],
)
def test_two_charts_share_a_row_where_one_is_at_most_half_as_high_again(
    heights: list[int], alone: list[bool], jobs: Catalogue
) -> None:
    chart = next(build.charts(jobs, select(jobs, Selection())))
    charts = [replace(chart, spec={**chart.spec, "height": height}) for height in heights]
    assert cached_charts.have_own_rows(charts) == alone


def test_the_data_of_a_chart_arrive_as_they_are(jobs: Catalogue) -> None:
    for chart, sent in cached_charts.specs(jobs, Selection(), "printed"):
        arrived = {name: pa.ipc.open_stream(data).read_all().to_pylist() for name, data in sent["datasets"].items()}
        assert arrived == chart.spec["datasets"]
