"""The charts for which the first page has no room."""

import re

from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.selection import Selection, select
from indicators.ui.shared import cached_charts, chart_section


def test_the_charts_for_which_a_page_has_no_room_are_named_with_links(jobs: Catalogue) -> None:
    everything = Selection()
    titles = [each.title for each in build.planned_charts(jobs, select(jobs, everything), "printed")]
    others = chart_section.others(jobs, everything, "printed")
    assert re.findall(r'href="data/charts/[^"]+\.html">([^<]+)</a>', others) == titles[cached_charts.MOST :] != []
    assert not chart_section.others(jobs, Selection(search="participation"), "printed")
