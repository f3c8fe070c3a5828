"""Places of labels in charts over time."""

from indicators.charts import axes
from indicators.charts.axes import DAY
from indicators.charts.labels import labels_above


def test_a_label_stands_at_its_mark_and_inside_the_plot() -> None:
    times = [0.0, 150.0 * DAY]
    values = [
        {"middle": time, "value": number, "short": "13,000 containers", "above": above}
        for time, number, above in ((times[0], 4000, False), (75.0 * DAY, 7000, True), (times[1], 13000, False))
    ]
    placed, lines = labels_above(values, times)
    assert lines == 0
    assert [(value["align"], value["dx"], value["dy"]) for value in placed] == [
        ("left", -10, -21),  # above the line of the grid at 5,000
        ("center", 0, -45),  # above its arrow, too
        ("right", 10, -15),  # below the line at 15,000
    ]


def test_no_line_of_the_grid_strikes_a_label_through() -> None:
    times = [0.0, 150.0 * DAY]
    for number in range(500, 13000, 500):
        values = [
            {"middle": 75.0 * DAY, "value": value, "short": "13,000 containers", "above": False}
            for value in (number, 13000)
        ]
        placed, lines = labels_above(values, times)
        highest = axes.top_of_axis(values, lines)
        pixels = 204 / highest
        for value in placed:
            if value["lifted"] is not None:
                middle = value["value"] * pixels - value["dy"]
                to_line = middle % (axes.step((0, highest)) * pixels)
                assert min(to_line, axes.step((0, highest)) * pixels - to_line) > 8
