"""Rules on figures that a catalogue relates: unnamed reports, parts, publications, directions, and imprecise dates."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.derived import all_derived
from indicators.combine.verdict import Verdict, verdict_row
from indicators.combine.working import result_line
from indicators.export import derived_table
from indicators.measure import quantity
from indicators.render import source_card
from tests.combine.conftest import Extended
from tests.support.blanks import plain

_PRINTED = {"document": "record-2024", "qualifier": "unqualified", "status": "reported"}
_ADMISSIONS = {**_PRINTED, "indicator": "admissions-month", "unit": "admission", "source": "register"}


def _reason(given: Verdict, rule: str) -> str:
    return " ".join(reason.text for reason in given.reasons if reason.rule == rule)


@pytest.mark.parametrize(
    "source",
    [
        {"kind": "not_stated", "named": "no"},
        {"kind": "media", "named": "yes", "collective": "yes"},
    ],
    ids=["unnamed-of-no-kind", "collective"],
)
def test_unnamed_reports_are_no_one_issuer(source: dict[str, str], extended: Extended) -> None:
    said = {**_ADMISSIONS, "source": "reports"}
    catalogue = extended(
        {
            "sources": [{"id": "reports", "name": "Reports", "short_name": "Reports", "stake": "Not known.", **source}],
            "observations": [
                {**said, "id": "april", "value": "900", "period": "2024-04"},
                {**said, "id": "may", "value": "950", "period": "2024-05"},
                {**said, "id": "may-again", "value": "950", "period": "2024-05"},
                {**said, "id": "may-later", "value": "970", "period": "2024-05", "updates": "may"},
            ],
        }
    )
    given = compare(catalogue, "may", "minus", "april")
    assert given.verdict == "refused"
    assert "is not known, so the two may come from different parties" in _reason(given, "issuer")
    assert "issuer" not in _reason(given, "period")
    same = compare(catalogue, "may", "equals", "may-again")
    assert (same.verdict, same.answer, same.meaning) == ("sound", "they agree", "")
    assert _reason(same, "issuer") == (
        "Whose counting either rests on is not known, so whether they are independent is not known either."
    )
    # A document prints the one as an update of the other: that they have one issuer has to be granted.
    update = compare(catalogue, "may-later", "minus", "may")
    assert (update.verdict, update.answer) == ("illustrative", "20 admissions")
    assert [assumption.id for assumption in update.assumptions] == ["one-issuer"]


def test_one_claimant_that_states_no_root_gives_no_known_counting(extended: Extended) -> None:
    said = {**_ADMISSIONS, "value": "900", "period": "2024-04"}
    given = compare(extended({"observations": [{**said, "id": "one"}, {**said, "id": "two"}]}), "one", "equals", "two")
    assert given.meaning == ""
    assert "is not known" in _reason(given, "issuer")


def test_one_publication_is_compared_over_kinds_and_by_way_of_a_third(extended: Extended) -> None:
    said = {**_PRINTED, "source": "register", "root": "register", "value": "36", "unit": "metric_ton"}
    catalogue = extended(
        {
            "kinds": [{"id": "gas", "title": "mass of gas", "unit": "metric_ton"}],
            "indicators": [
                {
                    "id": "gas-drawn", "title": "Gas drawn", "definition": "Mass of gas.", "kind": "gas",
                    "topic": "supplies", "population": "northvale-patients", "statistic": "total",
                },
            ],
            "observations": [
                {
                    **said, "id": "gas", "indicator": "gas-drawn", "qualifier": "more_than",
                    "period": "2023-09/2023-11", "same_as": "oxygen-2023", "same_as_ground": "The same number.",
                },
                {
                    **said, "id": "gas-again", "indicator": "gas-drawn", "qualifier": "more_than", "root": "courier",
                    "period": "2023-09/2023-11", "same_as": "gas", "same_as_ground": "The same number.",
                },
            ],
        }
    )  # fmt: skip
    for other in ("gas", "gas-again"):
        for pair in (("oxygen-2023", other), (other, "oxygen-2023")):
            given = compare(catalogue, pair[0], "equals", pair[1])
            assert (given.verdict, given.answer) == ("sound", "they state the same bounds")
            assert given.meaning == "One publication, printed twice: no independent confirmation."
            assert "different counting" not in _reason(given, "issuer")
    # What rests on two prints of one publication is not computed of each other.
    assert compare(catalogue, "oxygen-monthly", "equals", "gas").verdict == "refused"
    assert "publication" in _reason(compare(catalogue, "oxygen-monthly", "over", "gas"), "shared-input")


def test_what_is_derived_names_who_counted_who_claims_and_which_is_a_party(
    wards: Catalogue, shipped: Catalogue
) -> None:
    (made,) = (figure for figure in all_derived(wards) if figure.id == "november-total")
    assert made.working[-1].startswith(
        "rests on Register of Admissions, as claimed by Association of Nurses (a party to the conflict); "
    )
    table = derived_table.table(wards).set_index("id")
    assert table.loc["november-total", "source_party"] == "yes"
    assert table["counted_by_party"].isna().all()
    assert table.loc["season-growth", ["source_party", "counted_by_party"]].isna().all()
    row = verdict_row(compare(wards, "daily-nurses", "times", "daily-nurses.period"))
    assert [row[name] for name in ("source", "counted_by", "source_party", "counted_by_party")] == [
        "nurses-association", "register", "yes", "",
    ]  # fmt: skip
    parties = (
        derived_table.table(shipped).set_index("id").loc["uk-september-total", ["source_party", "counted_by_party"]]
    )
    assert parties.isna().tolist() == [True, False]


PARTS = [
    # 3,610 of 3,700 went home; fewer than 90 died.
    ("home-2023-10", "over", "left-2023-10", "sound", "about 0.98"),
    ("left-2023-10", "minus", "home-2023-10", "sound", "90 departures"),
    ("died-2023-10", "over", "home-2023-10", "sound", "less than 0.025"),
    ("died-2023-10", "plus", "home-2023-10", "sound", "less than 3,700 departures"),
    ("died-2023-10", "plus", "left-2023-10", "refused", ""),
    ("home-2023-10", "minus", "left-2023-10", "refused", ""),
    ("home-2023-10", "equals", "left-2023-10", "refused", ""),
    ("home-2023-10", "equals", "died-2023-10", "refused", ""),
    ("home-2023-10", "percent-change", "left-2023-10", "refused", ""),
    ("home-2023-10", "minus", "died-2023-10", "refused", ""),
    # Wards of the hospital: places differ, one has no period; a bed is a part of a part.
    ("north", "plus", "south", "sound", "70 beds"),
    ("whole", "minus", "north", "sound", "60 beds"),
    ("whole", "over", "north", "sound", "2.5"),
    ("whole", "minus", "window", "sound", "80 beds"),
    # 40 + 80 are more than 100: they overlap.
    ("north", "plus", "old", "refused", ""),
    # A part of at most 40 of a whole of at most 100.
    ("cellar", "over", "north", "sound", "at most 1"),
]


@pytest.mark.parametrize("case", PARTS, ids=[" ".join(case[:3]) for case in PARTS])
def test_parts_of_one_figure_add_and_compare(case: tuple[str, ...], extended: Extended) -> None:
    beds = {**_PRINTED, "indicator": "beds-staffed", "unit": "bed", "source": "health-board", "root": "health-board"}
    catalogue = extended(
        {
            "observations": [
                {**beds, "id": "whole", "value": "100", "place_to": "Northvale", "period": "2024-02"},
                {**beds, "id": "north", "value": "40", "place_to": "the north wing", "part_of": "whole"},
                {**beds, "id": "south", "value": "30", "place_to": "South", "part_of": "whole", "period": "2024-02"},
                {**beds, "id": "old", "value": "80", "part_of": "whole"},
                {**beds, "id": "window", "value": "20", "part_of": "north"},
                {**beds, "id": "cellar", "value": "60", "qualifier": "at_most", "part_of": "north"},
            ]
        }
    )
    a, operation, b, verdict, answer = case
    given = compare(catalogue, a, operation, b)
    assert (given.verdict, given.answer) == (verdict, answer), given.reasons


def test_running_totals_of_different_publishers_are_no_totals_of_one_issuer(wards: Catalogue) -> None:
    given = compare(wards, "record-season", "minus", "season-2023-10")
    assert [assumption.id for assumption in given.assumptions] == ["same-count"]
    text = _reason(given, "series")
    assert "Different parties publish the two" in text
    assert "Both are counted from one stated start." in text
    assert "one issuer" not in text


def test_a_rate_does_not_reach_past_the_period_it_is_worked_out_of(extended: Extended) -> None:
    catalogue = extended(
        {"observations": [{**_ADMISSIONS, "id": "days", "value": "1500", "period": "2024-04-08/2024-04-13"}]}
    )
    assert compare(catalogue, "days", "over", "days.period").answer == "250 admissions a day"
    given = compare(catalogue, "days", "over", "days.period", unit="admission/month")
    assert given.verdict == "refused"
    assert "shorter than a month" in _reason(given, "own-period")
    assert compare(catalogue, "month-2023-09", "over", "month-2023-09.period").answer == "2,050 admissions a month"
    assert compare(catalogue, "days", "over", "days.period", unit="admission/hour").verdict == "sound"


def test_a_year_is_a_year_of_365_days(extended: Extended) -> None:
    catalogue = extended({"observations": [{**_ADMISSIONS, "id": "year", "value": "5000", "period": "2023"}]})
    assert compare(catalogue, "year", "over", "year.period", unit="admission/year").verdict == "sound"


def test_a_change_has_its_direction(wards: Catalogue) -> None:
    later, earlier = "season-2023-11", "season-2023-10"
    assert compare(wards, later, "minus", earlier).meaning == "What was added to the published total between the two."
    back = compare(wards, earlier, "minus", later)
    assert back.answer == "−2,700 admissions"
    assert back.meaning == "The earlier published total less the later one: below zero where it rose."
    assert compare(wards, later, "over", earlier).meaning == "The ratio of the later published total to the earlier."
    refused = compare(wards, earlier, "percent-change", later)
    assert refused.verdict == "refused"
    assert "direction" in {reason.rule for reason in refused.reasons}
    update = compare(wards, "season-board-first", "percent-change", "season-board")
    assert "direction" in {reason.rule for reason in update.reasons}


def test_a_rate_and_a_total_of_one_period_need_no_assumption(wards: Catalogue) -> None:
    given = compare(wards, "record-month", "over", "record-daily")
    assert (given.verdict, given.answer) == ("sound", "30 days")
    assert _reason(given, "rate-of-total") == "The total and the rate cover the same period."
    assert (
        "a rate over a total"
        in _reason(compare(wards, "record-daily", "over", "record-month"), "rate-of-total").lower()
    )


def test_a_period_that_is_not_stated_is_not_called_open_at_one_end(wards: Catalogue) -> None:
    assert _reason(compare(wards, "beds-staffed", "over", "beds-staffed.period"), "own-period").startswith("No period")
    given = compare(wards, "season-board-first", "over", "season-board-first.period")
    assert _reason(given, "own-period") == "The start of the period is not stated, so its length is not known."


DATES = [
    ("2024-06", "2024-06-13", "they may be the same"),
    ("2024-06", "2024-06", "they may be the same"),
    ("2024-06-13", "2024-06-13", "they are the same"),
    ("2024-06-13", "2024-06-14", "they differ"),
    ("2024-05", "2024-06", "they differ"),
    ("2024-06-13~", "2024-06-14", "they may be the same"),
    ("2024-06-13~", "2024-08-14", "they differ"),
    ("2024-06?", "2024-09-14", "they may be the same"),
]


@pytest.mark.parametrize(("first", "second", "answer"), DATES)
def test_dates_differ_only_where_their_days_do(first: str, second: str, answer: str, extended: Extended) -> None:
    said = {**_ADMISSIONS, "value": "900"}
    catalogue = extended(
        {"observations": [{**said, "id": "a", "issued": first}, {**said, "id": "b", "issued": second}]}
    )
    for pair in (("a", "b"), ("b", "a")):
        given = compare(catalogue, f"{pair[0]}.issued", "equals", f"{pair[1]}.issued")
        assert (given.verdict, given.answer) == ("sound", answer)


PERIODS = [
    ("2024-06", "2024-06", "they are the same"),
    ("2024-06/2024-08", "2024-06/2024-08", "they may be the same"),
    ("2024-06-01/2024-08-31", "2024-06/2024-08", "they may be the same"),
    ("2024-06", "2024-06-01/2024-06-30", "they are the same"),
    ("2024-06", "2024-06-02/2024-06-30", "they differ"),
    ("2024-06/..", "2024-06/..", "they may be the same"),
    ("/2024-06", "/2024-08", "they differ"),
]


@pytest.mark.parametrize(("first", "second", "answer"), PERIODS)
def test_periods_differ_only_where_their_ends_do(first: str, second: str, answer: str, extended: Extended) -> None:
    said = {**_ADMISSIONS, "value": "900"}
    catalogue = extended(
        {"observations": [{**said, "id": "a", "period": first}, {**said, "id": "b", "period": second}]}
    )
    assert compare(catalogue, "a.period", "equals", "b.period").answer == answer


def test_every_result_says_where_rounding_changes_it(shipped: Catalogue) -> None:
    lines = {figure.id: figure.working[2] for figure in all_derived(shipped)}
    # 74,000 / 0.90718474 = 81,571.04: two digits, rounded down to stay true.
    assert lines["munitions-short-tons"] == "= more than 81,000 short tons (more precisely, more than 81,571)"
    assert lines["distance-kilometers"] == "= more than 6,700 kilometers (more precisely, more than 6,759)"
    assert "precisely" not in lines["munitions-period-days"]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (quantity.exact(4.80186, digits=2), "= it (more precisely, about 4.80)"),  # a zero is a digit
        (quantity.exact(10.545, digits=2), "= it (more precisely, about 10.5)"),  # shown as 11, not as 10
        (
            quantity.exact(12_345.678, digits=2),
            "= it (more precisely, about 12,346)",
        ),  # whole, as numbers of this size are read
        (
            quantity.between(4.0645, 6),
            "= it (more precisely, between 4.064 and 6)",
        ),  # an end that is shown whole stays so
        (quantity.exact(12), "= it"),
    ],
)
def test_a_result_is_given_more_precisely_by_one_digit_with_its_bound(found: quantity.Quantity, line: str) -> None:
    assert result_line("it", found) == line


def test_a_voice_that_is_missing_shows_how_many_figures_come_from_it(shipped: Catalogue) -> None:
    own, both = ([*map(plain, source_card.absent(shipped, record=record))] for record in (False, True))
    assert all("<dt>Figures</dt><dd>0 of 22 come from it</dd>" in card for card in own)
    assert all("<dd>0 of 59 come from it</dd>" in card for card in both)
