"""How to read a chart of a series: what its key says of values that another replaced."""

from pathlib import Path

from indicators._load import load
from indicators.charts import build
from indicators.figures.selection import Selection, select
from tests.support.charted_release import make_charted_release


def test_an_earlier_value_is_called_the_first_only_where_that_is_stated(tmp_path: Path) -> None:
    folder = make_charted_release(tmp_path / "release").folder
    table = folder / "observations.csv"
    table.write_text(table.read_text("utf-8").replace("first_published", ""), "utf-8")
    catalogue = load(folder)
    chart = build.chart(catalogue, select(catalogue, Selection()), "series-gain")
    assert chart is not None
    assert chart.key == ("Diamond: an earlier value, since revised.",)
