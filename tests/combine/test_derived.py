"""What follows from the figures: by hand, with what it inherits, and what is wrong with recipes."""

import shutil
from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.derived import all_derived, all_temptations, printed_inputs
from indicators.errors import CatalogueError
from indicators.export import derived_table
from tests.support.places import ROOT


def test_derived_figures_follow_by_hand(shipped: Catalogue) -> None:
    phrases = {one.id: one.phrase for one in all_derived(shipped)}
    assert phrases == {
        "munitions-per-month": "more than 12,000 metric tons a month",  # 74000 / 6 = 12333.3
        "munitions-per-day": "more than 400 metric tons a day",  # 74000 / 184 = 402.2
        "munitions-period-months": "between 4 and 6 months",  # 31 August to 1 January: 1/31 + 4 + 1/31
        "munitions-period-days": "between 124 and 184 days",  # 31+30+31+30+31+31 = 184; less 30 and 30
        "munitions-short-tons": "more than 81,000 short tons",  # 74000 / 0.90718474 = 81571
        "containers-rise": "6,000 containers",
        "containers-rise-percent": "about 86 percent",  # 6000 / 7000 = 0.857
        "containers-estimates-apart": "between 123 and 183 days",  # 31 March to 1 August; 1 March to 31 August
        "losses-september": "about 36,000 personnel losses",  # 1200 x 30
        "distance-kilometers": "more than 6,700 kilometers",  # 4200 x 1.609344 = 6759
        "soldiers-as-losses": "about 10 days",  # 12000 / 1200
        "ua-september-daily": "1,271 dead and wounded a day",  # 38130 / 30
        "uk-september-total": "38,130 dead and wounded",  # 1271 x 30
        "us-killed-and-wounded": "615,000 dead and wounded",  # 115000 + 500000
    }


def test_a_derived_figure_has_every_caveat_of_its_inputs_and_says_what_it_assumes(
    shipped: Catalogue, wards: Catalogue
) -> None:
    for catalogue in (shipped, wards):
        for one in all_derived(catalogue):
            wanted = {
                code
                for each in printed_inputs(catalogue, one.inputs)
                for code in catalogue.items(catalogue.rows(each)["caveats"].iloc[0], "observations", "caveats")
            }
            assert {caveat.code for caveat in one.caveats} == wanted
            assert len(one.working) == 4
            assert bool(one.assumptions) == (one.verdict == "illustrative")


def test_every_temptation_is_refused(shipped: Catalogue) -> None:
    assert {one.verdict.verdict for one in all_temptations(shipped)} == {"refused"}


def test_derived_figures_are_downloaded_in_the_columns_of_printed_ones(shipped: Catalogue) -> None:
    frame = derived_table.table(shipped).set_index("id")
    rate = frame.loc["munitions-per-month"]
    assert rate["lower"] == pytest.approx(12333.333333)
    assert (rate["lower_open"], rate["qualifier"], rate["unit"]) == ("yes", "more_than", "metric_ton/month")
    assert rate["formula"] == "munitions-shipped ÷ munitions-shipped.period"
    assert frame.loc["soldiers-as-losses", "assumptions"] == (
        "It is granted that the condition holds. One arriving soldier stands for one lost soldier."
    )


def test_what_is_worked_out_of_an_illustration_is_one_under_the_same_assumptions(wards: Catalogue) -> None:
    made = {one.id: one for one in all_derived(wards)}
    hours = made["beds-for-hours"]  # 40 / 91 days of 24 hours: 10.55
    assert (hours.verdict, hours.phrase) == ("illustrative", "about 11 hours")
    assert hours.assumptions == made["beds-for-days"].assumptions
    assert [one.id for one in hours.assumptions] == ["granted-allegation", "bed_for_admission"]
    assert hours.working[-1].endswith(
        "; assumes: It is granted that what is alleged is so. One bed takes one admission."
    )


def test_a_sum_of_rates_of_declared_parts_is_a_rate_of_the_whole(wards: Catalogue) -> None:
    made = {one.id: one for one in all_derived(wards)}["leavers-daily"]  # 30 + 1
    expected = ("31 departures a day", "departure/day", "patients who left")
    assert (made.phrase, made.result.unit, made.kind_title) == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "again,Again,rate,oxygen-monthly,,,,,",
            "right: found an empty cell, for the period of a derived figure, which has none of its own; "
            "expected the period of a printed figure, as ID.period",
        ),
        (
            "again,Again,equivalent,oxygen-monthly.period,,day,,,",
            'left: found "oxygen-monthly.period"; expected an id of observations.csv or derivations.csv, or .period '
            'or .issued of an observation; did you mean "oxygen-monthly"?',
        ),
        (
            "again,Again,equivalent,home-share,,day,,,",
            "operation: found a recipe that is refused (“about 98 percent” has no number with a unit, so it has none "
            "in another.); expected one that the rules allow; list it in temptations.csv",
        ),
        (
            "again,Again,equivalent,oxygen-2023,,bed,,,",
            'unit: found a unit that the result does not have ("metric_ton" does not convert to "bed": they measure '
            "different things); expected one it has",
        ),
        (
            "again,Again,product,oxygen-monthly,oxygen-2023.period,,,,",
            "operation: found a recipe that is refused (Both rest on one and the same printed figure, so the result "
            "would say nothing new, and would be worked out as if the two were independent.); expected one that the "
            "rules allow; list it in temptations.csv",
        ),
    ],
)
def test_a_recipe_that_cannot_be_made_is_a_problem_of_the_catalogue(tmp_path: Path, row: str, message: str) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "catalogues" / "wards", tmp_path / "wards"))
    table = folder / "derivations.csv"
    lines = table.read_text().splitlines()
    table.write_text("\n".join([*lines, row, ""]))
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    assert str(caught.value) == f"derivations.csv:{len(lines) + 1}: {message}"
