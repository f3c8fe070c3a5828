"""A time from one event to another is found wherever both are told, each on its side, whatever the number is."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import ROOT, catalogue_in

ARTICLE = "data"
CALLED = "called in the Russian ambassador"


@pytest.mark.parametrize(
    "text",
    [
        f"Two weeks after Seoul {CALLED}, it threatened to give Ukraine military aid.",
        f"South Korea {CALLED}. Four days later it threatened to send Ukraine direct help.",
        f"South Korea's threat to help Ukraine directly came three days after Seoul {CALLED}.",
        "A Russian delegation went to Pyongyang, and five weeks later Kim travelled to Russia.",
    ],
)
def test_another_time_from_one_event_to_the_other_loses_the_value(text: str) -> None:
    found = [finding for finding in check(catalogue_in(ROOT / ARTICLE), text) if finding.verdict in ACCUSES]
    assert [finding.loses for finding in found] == [("value",)], found


@pytest.mark.parametrize(
    "text",
    [
        f"A day after Seoul {CALLED}, it threatened to give Ukraine military aid.",
        f"Two weeks after Seoul {CALLED}, Russia {CALLED.replace('Russian', 'South Korean')}.",
        f"South Korea {CALLED}. Four days later Russia threatened to call its envoy home.",
        f"Three days after Berlin {CALLED}, it threatened to send Ukraine direct help.",
        f"Two weeks before Seoul {CALLED}, it had threatened the North.",
        "A Russian delegation went to Pyongyang, and five weeks later Kim visited a plant.",
        "Kim travelled to Russia's far east in 2019; four years later a Russian delegation came to Pyongyang.",
        "The European Union was founded more than 80 years after the war.",
        "Three days after Kim's visit to Russia a Russian delegation came to Pyongyang.",
    ],
)
def test_a_time_between_other_events_is_another_one(text: str) -> None:
    assert not [finding for finding in check(catalogue_in(ROOT / ARTICLE), text) if finding.verdict in ACCUSES]
