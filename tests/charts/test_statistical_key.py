"""How to read a chart of a series: what its key says of values that another replaced."""

from pathlib import Path

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.charts import build
from indicators.figures.selection import Selection, select
from tests.support.charted_release import make_charted_release
from tests.support.edits import Edited
from tests.support.places import EXAMPLES


def test_an_earlier_value_is_called_the_first_only_where_that_is_stated(tmp_path: Path) -> None:
    folder = make_charted_release(tmp_path / "release").folder
    table = folder / "observations.csv"
    table.write_text(table.read_text("utf-8").replace("first_published", ""), "utf-8")
    catalogue = load(folder)
    chart = build.chart(catalogue, select(catalogue, Selection()), "series-gain")
    assert chart is not None
    assert chart.key == ("Diamond: an earlier value, since revised.",)


def keys_by_industry(catalogue: Catalogue) -> list[str]:
    chart = build.chart(catalogue, select(catalogue, Selection()), "groups-gain.industry")
    assert chart is not None
    return [line for line in chart.key if line.startswith("Industry")]


def test_a_chart_by_group_says_which_groups_it_lacks_and_never_more_than_is_declared(
    jobs: Catalogue, edited: Edited
) -> None:
    (whole,) = keys_by_industry(jobs)
    assert whole == "Industry: this chart has 8 of the 11 groups listed here; together they are not the whole."
    declared = edited(EXAMPLES / "jobs", "dimensions.csv", lambda csv: csv.replace("Industry,,yes,", "Industry,,no,"))
    (undeclared,) = keys_by_industry(declared)
    assert undeclared.endswith("; groups may overlap, and there may be more.")
    chart = build.chart(jobs, select(jobs, Selection()), "groups-rate.sex")
    assert chart is not None
    assert not [line for line in chart.key if line.startswith("Sex")], "all groups of an exhaustive dimension"


def test_a_value_has_one_length_in_all_charts_by_group_of_its_indicator(jobs: Catalogue) -> None:
    charts = {chart.name: chart for chart in build.charts(jobs, select(jobs, Selection()))}
    ends = [
        {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in charts[name].spec["layer"][:1]}
        for name in ("groups-rate.sex", "groups-rate.age")
    ]
    assert ends[0] == ends[1]


def test_the_unit_of_a_chart_whose_labels_have_it_is_no_title_of_an_axis(jobs: Catalogue) -> None:
    charts = {chart.name: chart for chart in build.charts(jobs, select(jobs, Selection()))}
    for name in ("groups-gain.industry", "series-gain"):
        channels = (layer["encoding"].get(axis, {}) for layer in charts[name].spec["layer"] for axis in ("x", "y"))
        assert charts[name].unit not in {channel.get("title") for channel in channels}
