"""The verdicts: forty pairs and more as a careful analyst expects them, and what holds for all pairs."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.combine import rules
from indicators.combine.compare import compare, compare_all
from indicators.combine.pair import OPERATIONS
from indicators.errors import IndicatorsError, UnknownIdError
from tests.support.effort import part

# Left, operation, right, verdict, a rule that must be among the reasons, the answer where there is one.
SHIPPED = [
    ("munitions-shipped", "over", "containers-rise-percent", "refused", "kind", ""),
    ("containers-rise-percent", "equals", "containers-rise-percent", "sound", "itself", "they agree"),
    ("munitions-shipped", "equals", "munitions-shipped", "sound", "itself", "they agree"),
    ("munitions-per-month", "times", "munitions-shipped.period", "refused", "shared-input", ""),
    ("munitions-short-tons", "equals", "munitions-shipped", "refused", "shared-input", ""),
    ("munitions-short-tons", "minus", "munitions-shipped", "refused", "shared-input", ""),
    ("soldiers-as-losses", "minus", "soldiers-as-losses", "illustrative", "inherited", "0 days"),
    ("containers-2024-08.issued", "minus", "containers-2024-08.issued", "sound", "dates", "0 days"),
    ("containers-2024-08.period", "equals", "containers-2024-08.period", "refused", "dates", ""),
    ("containers-2024-08", "minus", "containers-2024-03", "sound", "updates", "6,000 containers"),
    ("containers-2024-08", "plus", "containers-2024-03", "refused", "updates", ""),
    ("containers-2024-08", "percent-change", "containers-2024-03", "sound", "updates", "about 86 percent"),
    ("containers-2024-08", "over", "containers-2024-03", "sound", "updates", "about 1.9"),
    ("containers-2024-08", "equals", "containers-2024-03", "sound", "updates", "they differ"),
    ("containers-2024-08", "over", "containers-2024-08.period", "refused", "own-period", ""),
    ("containers-2024-08", "minus", "containers-2024-08", "sound", "itself", "0 containers"),
    ("containers-2024-08", "plus", "containers-2024-08", "refused", "itself", ""),
    ("containers-2024-08.issued", "minus", "containers-2024-03.issued", "illustrative", "assumed-dates",
     "between 123 and 183 days"),
    ("munitions-shipped", "over", "munitions-shipped.period", "sound", "own-period",
     "more than 12,000 metric tons a month"),
    ("munitions-shipped", "over", "losses-daily.period", "refused", "own-period", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "across-kinds", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "issuer", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "places", ""),
    ("losses-daily", "times", "losses-daily.period", "sound", "rate-period", "about 36,000 personnel losses"),
    ("uk-daily-2024-09", "times", "uk-daily-2024-09.period", "sound", "rate-period", "38,130 dead and wounded"),
    ("losses-daily", "times", "munitions-shipped.period", "refused", "rate-period", ""),
    ("losses-daily", "times", "agreement-term", "refused", "factor", ""),
    ("troops-considered", "over", "losses-daily", "illustrative", "bridge", "about 10 days"),
    ("troops-mobilized", "plus", "troops-training", "refused", "indicator", ""),
    ("troops-training", "over", "troops-mobilized", "refused", "indicator", ""),
    ("troops-considered", "over", "casualties-total", "refused", "across-kinds", ""),
    ("troops-pending", "minus", "troops-training", "refused", "number", ""),
    ("casualties-total", "over", "casualties-total.period", "refused", "own-period", ""),
    ("casualties-total", "over", "losses-daily", "refused", "across-kinds", ""),
    ("casualties-total", "equals", "losses-september", "refused", "kind", ""),
    ("aid-non-military", "over", "agreement-term", "refused", "across-kinds", ""),
    ("agreement-term", "equals", "deadliest-since", "refused", "indicator", ""),
]  # fmt: skip
MADE_UP = [
    ("season-2023-11", "minus", "season-2023-10", "sound", "series", "2,700 admissions"),
    ("season-2023-11", "plus", "season-2023-10", "refused", "series", ""),
    ("record-season", "minus", "season-2023-10", "illustrative", "series", "about 2,700 admissions"),
    ("month-2023-09", "plus", "month-2023-10", "sound", "part-of", "4,200 admissions"),
    ("month-2023-09", "plus", "season-2023-10", "refused", "part-of", ""),
    ("month-2023-10", "minus", "month-2023-09", "sound", "period", "100 admissions"),
    ("home-2023-10", "plus", "died-2023-10", "sound", "kind", "less than 3,700 departures"),
    ("home-2023-10", "minus", "died-2023-10", "refused", "kind", ""),
    ("november-total", "equals", "season-2023-11", "refused", "statistic", ""),
    (
        "daily-officials",
        "equals",
        "daily-nurses",
        "sound",
        "issuer",
        "it cannot be told: how far off about may be is not stated",
    ),
    ("daily-nurses", "times", "daily-nurses.period", "illustrative", "assumed-dates", "about 2,700 admissions"),
    ("season-2023-10", "equals", "season-board", "sound", "issuer", "they agree"),
    ("beds-staffed", "equals", "record-beds", "sound", "same-publication", "they agree"),
    ("beds-empty", "over", "daily-nurses", "illustrative", "bridge", "about 0.44 days"),
    ("oxygen-2023", "over", "oxygen-2023.period", "illustrative", "assumed-dates", "more than 12 metric tons a month"),
    ("season-2023-10", "minus", "season-board", "refused", "same-publication", ""),
    ("season-2023-11", "minus", "record-season", "refused", "series", ""),
    ("beds-staffed", "over", "season-2023-10", "refused", "across-kinds", ""),
    ("record-oxygen", "minus", "oxygen-2023", "refused", "issuer", ""),
    ("beds-staffed", "plus", "beds-planned", "refused", "indicator", ""),
    ("nurses-leaving", "over", "nurses-missing", "refused", "number", ""),
    # 4,200 less 4,000, which the board had said before it took over the count of the register.
    ("season-board", "minus", "season-board-first", "sound", "updates", "200 admissions"),
    # Totals of three months and of one; of three months and of three, both without an upper bound: more than 0.
    ("oxygen-2023", "minus", "oxygen-december", "refused", "period", ""),
    ("oxygen-2023", "over", "oxygen-december", "refused", "period", ""),
    ("oxygen-spring", "over", "oxygen-2023", "refused", "bounds", ""),
    ("fund-zero", "percent-change", "fund-debt", "refused", "base", ""),
    ("fund-zero", "over", "fund-zero", "refused", "itself", ""),
    ("fund-filled", "minus", "fund-debt", "sound", "period", "300,000 euros"),
    ("home-daily", "plus", "died-daily", "sound", "kind", "31 departures a day"),
]
ACROSS = [
    # Two governments, the one counting from September, the other from July.
    ("season-2023-11", "minus", "ministry-2023-11", "refused", "issuer", ""),
    ("season-2023-11", "minus", "ministry-2023-11", "refused", "series", ""),
    ("season-2023-11", "plus", "ministry-2023-11", "refused", "series", ""),
    ("season-2023-11", "percent-change", "ministry-2023-10", "refused", "series", ""),
    ("season-2023-11", "equals", "ministry-2023-11", "refused", "period", ""),
    # One government: 7,400 - 5,100 in one series with one stated start.
    ("ministry-2023-11", "minus", "ministry-2023-10", "sound", "series", "2,300 admissions"),
    ("ministry-2023-11", "plus", "ministry-2023-10", "refused", "series", ""),
    # More than 9,000, counted from July or thereabouts; 9,900, counted from a day not stated: both less 7,400.
    ("ministry-2023-12", "minus", "ministry-2023-11", "illustrative", "series", "more than 1,600 admissions"),
    ("ministry-2024-01", "minus", "ministry-2023-11", "illustrative", "series", "2,500 admissions"),
    ("ministry-autumn", "minus", "ministry-2023-11", "refused", "series", ""),
    # 91 a day x 30 days = 2,730, which the register printed for the month; the ministry has 2,800 of its own.
    ("november-total", "equals", "record-month", "illustrative", "inherited", "they agree"),
    ("november-total", "equals", "ministry-month", "illustrative", "indicator", "they differ"),
    ("november-total", "minus", "record-month", "refused", "indicator", ""),
    # 91 x 10 days = 910, if the rate was the same all through; the register has 905.
    ("ten-days-implied", "equals", "record-ten-days", "illustrative", "inherited", "they differ"),
    ("daily-nurses", "equals", "record-daily", "sound", "same-publication", "they agree"),
    ("daily-nurses", "equals", "courier-daily", "sound", "issuer", "they agree"),
    ("record-daily", "minus", "daily-nurses", "refused", "same-publication", ""),
    ("courier-daily", "minus", "daily-nurses", "refused", "period", ""),
    # The record tells the same 4,000 as about so much, and not from when it is counted.
    ("season-board-first", "equals", "record-board-first", "sound", "same-publication",
     "they agree, to about what they are"),
    ("beds-planned", "equals", "record-planned", "illustrative", "status", "they agree"),
    ("beds-planned", "plus", "record-planned", "refused", "period", ""),
    # 12,000 - 6,900 = 5,100, the first known to thousands only.
    ("season-forecast", "minus", "season-2023-11", "illustrative", "status", "about 5,000 admissions"),
]  # fmt: skip
MADE_UP += ACROSS


@pytest.mark.parametrize(
    ("catalogue", "case"), [*(("shipped", case) for case in SHIPPED), *(("wards", case) for case in MADE_UP)],
    indirect=["catalogue"], ids=[" ".join(case[:3]) for case in (*SHIPPED, *MADE_UP)],
)  # fmt: skip
def test_a_careful_analyst_agrees(catalogue: Catalogue, case: tuple[str, ...]) -> None:
    a, operation, b, verdict, rule, answer = case
    given = compare(catalogue, a, operation, b)
    assert (given.verdict, given.answer) == (verdict, answer), given.reasons
    assert rule in {reason.rule for reason in given.reasons}
    assert bool(given.assumptions) == (verdict == "illustrative")
    if verdict != "refused":
        assert len(given.working) == 4


def test_there_are_forty_pairs_and_twelve_that_are_not_refused() -> None:
    cases = [*SHIPPED, *MADE_UP]
    assert len({case[:3] for case in cases}) >= 40
    assert sum(case[3] != "refused" for case in cases) >= 12


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_every_pair_has_a_verdict_with_a_reason_and_sums_and_equalities_have_no_order(catalogue: Catalogue) -> None:
    ids = part(catalogue.figures["id"], 20)
    frame = compare_all(catalogue, ids)
    count = len(ids)
    assert len(frame) == count * count * len(OPERATIONS) + count * len(OPERATIONS)
    assert set(frame["verdict"]) <= {"sound", "illustrative", "refused"}
    assert (frame["reasons"].str.len() > 0).all()
    assert ((frame["answer"] == "") == (frame["verdict"] == "refused")).all()
    for operation in ("plus", "equals"):
        chosen = frame[(frame["operation"] == operation) & ~frame["b"].str.contains(".", regex=False)]
        verdicts = chosen.set_index(["a", "b"])["verdict"].to_dict()
        assert all(verdict == verdicts[b, a] for (a, b), verdict in verdicts.items())


def test_one_root_is_no_independent_confirmation(wards: Catalogue) -> None:
    given = compare(wards, "season-2023-10", "equals", "season-board")
    assert given.meaning == "One publication, printed twice: no independent confirmation."
    relayed = compare(wards, "daily-nurses", "equals", "courier-daily")
    assert relayed.meaning == "Both rest on one count: no independent confirmation."
    note = "Both rest on the same counting, so neither confirms the other independently."
    assert note in {reason.text for reason in relayed.reasons}


def test_what_one_publication_was_told_to_measure_is_noted_and_not_refused(wards: Catalogue) -> None:
    given = compare(wards, "season-board-first", "equals", "record-board-first")
    assert {reason.rule for reason in given.reasons if reason.effect == "notes"} == {"indicator", "statistic"}


def test_what_is_only_possibly_so_is_named_as_assumed(wards: Catalogue) -> None:
    for one, assumptions in (
        ("ministry-2023-12", ["Both totals are counted from the same start."]),
        ("ministry-2024-01", ["Both totals are counted from the same start."]),
    ):
        given = compare(wards, one, "minus", "ministry-2023-11")
        assert [each.text for each in given.assumptions] == assumptions


def test_a_refusal_shows_what_was_refused_where_there_are_numbers(shipped: Catalogue) -> None:
    assert compare(shipped, "containers-2024-08", "plus", "containers-2024-03").working == (
        "Containers North Korea delivered to Russia (August 2024, year assumed by the editor) + "
        "Containers North Korea delivered to Russia (March 2024, year assumed by the editor)",
        "13,000 containers + 7,000 containers",
    )
    assert compare(shipped, "troops-pending", "minus", "troops-training").working == ()


@pytest.mark.parametrize("part", ["period", "issued"])
def test_a_derived_figure_has_no_period_of_its_own(part: str, shipped: Catalogue) -> None:
    with pytest.raises(IndicatorsError) as caught:
        compare(shipped, "munitions-per-month", "times", f"munitions-per-month.{part}")
    assert (
        str(caught.value)
        == f'"munitions-per-month" is derived and has no {part} of its own; name one of a printed figure'
    )


def test_a_refusal_gives_every_reason(shipped: Catalogue) -> None:
    given = compare(shipped, "munitions-shipped", "over", "containers-2024-08")
    refusals = {(reason.rule, reason.left, reason.right) for reason in given.reasons if reason.effect == "refuses"}
    assert refusals == {
        ("issuer", "C4ADS", "South Korean military officials (unnamed)"),
        ("places", "not stated", "the port in Rason"),
        ("places", "Russian ports in the Far East", "Russia"),
        ("across-kinds", "August 2023 to January 2024", "not stated"),
        ("across-kinds", "a total of its period", "not stated"),
    }


def test_the_working_has_names_values_result_and_what_it_rests_on(shipped: Catalogue) -> None:
    assert compare(shipped, "munitions-shipped", "over", "munitions-shipped.period").working == (
        "North Korean munitions shipped to Russian ports ÷ the period that it covers",
        "more than 74,000 metric tons ÷ between 4 and 6 months (August 2023 to January 2024)",
        "= more than 12,000 metric tons a month (more precisely, more than 12,333): a mean over the period covered",
        "rests on C4ADS (who counted is not stated); 4 caveats",
    )


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (("distanse", "over", "distance"), 'no figure "distanse"; did you mean "distance"?'),
        (("distance", "ovre", "distance"), 'no operation "ovre"; did you mean "over"?'),
        (("distance", "over", "distance.perod"), 'no part of a figure "perod"; did you mean "period"?'),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    question: tuple[str, str, str], message: str, shipped: Catalogue
) -> None:
    with pytest.raises(UnknownIdError) as caught:
        compare(shipped, *question)
    assert str(caught.value) == message


def test_the_table_of_rules_has_a_row_for_each_with_all_its_parts(shipped: Catalogue, wards: Catalogue) -> None:
    assert len(rules.TABLE) == len({row[0] for row in rules.TABLE})
    assert all(len(row) == 4 and all(row) for row in rules.TABLE)
    used = {reason.rule for name in ("SHIPPED", "MADE_UP") for case in globals()[name]
            for reason in compare(shipped if name == "SHIPPED" else wards, *case[:3]).reasons}  # fmt: skip
    assert used - {"bounds", "support"} <= {row[0] for row in rules.TABLE}
