"""Places of labels in charts over time."""

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
        ("left", -10, -18),
        ("center", 0, -32),  # above its arrow
        ("right", 10, -18),
    ]
