"""The verdicts: forty pairs and more as a careful analyst expects them, and what holds for all pairs."""

import pytest
from conftest import ROOT

from indicators import compare, derive, derived_tables, rules
from indicators.errors import UnknownIdError
from indicators.load import load
from indicators.pair import OPERATIONS

ARTICLE, WARDS = load(ROOT / "data"), load(ROOT / "tests" / "catalogues" / "wards")

# Left, operation, right, verdict, a rule that must be among the reasons, the answer where there is one.
SHIPPED = [
    ("containers-2024-08", "minus", "containers-2024-03", "sound", "updates", "6,000 containers"),
    ("containers-2024-08", "plus", "containers-2024-03", "refused", "updates", ""),
    ("containers-2024-08", "percent-change", "containers-2024-03", "sound", "updates", "86 percent"),
    ("containers-2024-08", "over", "containers-2024-03", "sound", "updates", "1.9"),
    ("containers-2024-08", "equals", "containers-2024-03", "sound", "updates", "they differ"),
    ("containers-2024-08", "over", "containers-2024-08.period", "refused", "own-period", ""),
    ("containers-2024-08", "minus", "containers-2024-08", "sound", "itself", "0 containers"),
    ("containers-2024-08", "plus", "containers-2024-08", "refused", "itself", ""),
    ("containers-2024-08.issued", "minus", "containers-2024-03.issued", "sound", "dates", "between 123 and 183 days"),
    ("munitions-shipped", "over", "munitions-shipped.period", "sound", "own-period",
     "more than 12,000 metric tons a month"),
    ("munitions-shipped", "over", "losses-daily.period", "refused", "own-period", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "across-kinds", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "issuer", ""),
    ("munitions-shipped", "over", "containers-2024-08", "refused", "places", ""),
    ("losses-daily", "times", "losses-daily.period", "sound", "rate-period", "about 36,000 personnel losses"),
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
    ("record-season", "minus", "season-2023-10", "illustrative", "series", "2,700 admissions"),
    ("month-2023-09", "plus", "month-2023-10", "sound", "part-of", "4,200 admissions"),
    ("month-2023-09", "plus", "season-2023-10", "refused", "part-of", ""),
    ("month-2023-10", "minus", "month-2023-09", "sound", "period", "100 admissions"),
    ("home-2023-10", "plus", "died-2023-10", "sound", "kind", "less than 3,700 departures"),
    ("home-2023-10", "minus", "died-2023-10", "refused", "kind", ""),
    ("november-total", "equals", "season-2023-11", "refused", "indicator", ""),
    ("daily-officials", "equals", "daily-nurses", "sound", "issuer", "they differ, as far as about can tell"),
    ("daily-nurses", "times", "daily-nurses.period", "sound", "rate-period", "2,700 admissions"),
    ("season-2023-10", "equals", "season-board", "sound", "issuer", "they agree"),
    ("beds-staffed", "equals", "record-beds", "sound", "same-publication", "they agree"),
    ("beds-empty", "over", "daily-nurses", "illustrative", "bridge", "0.44 days"),
    ("oxygen-2023", "over", "oxygen-2023.period", "sound", "own-period", "more than 12 metric tons a month"),
    ("season-2023-10", "minus", "season-board", "refused", "same-publication", ""),
    ("season-2023-11", "minus", "record-season", "refused", "series", ""),
    ("beds-staffed", "over", "season-2023-10", "refused", "across-kinds", ""),
    ("record-oxygen", "minus", "oxygen-2023", "refused", "issuer", ""),
    ("beds-staffed", "plus", "beds-planned", "refused", "indicator", ""),
    ("nurses-leaving", "over", "nurses-missing", "refused", "number", ""),
]


@pytest.mark.parametrize(
    ("catalogue", "case"), [*((ARTICLE, case) for case in SHIPPED), *((WARDS, case) for case in MADE_UP)],
    ids=[" ".join(case[:3]) for case in (*SHIPPED, *MADE_UP)],
)  # fmt: skip
def test_a_careful_analyst_agrees(catalogue: compare.Catalogue, case: tuple[str, ...]) -> None:
    a, operation, b, verdict, rule, answer = case
    given = compare.compare(catalogue, a, operation, b)
    assert (given.verdict, given.answer) == (verdict, answer), given.reasons
    assert rule in {reason.rule for reason in given.reasons}
    assert bool(given.assumptions) == (verdict == "illustrative")
    assert len(given.working) == (0 if verdict == "refused" else 4)


def test_there_are_forty_pairs_and_twelve_that_are_not_refused() -> None:
    cases = [*SHIPPED, *MADE_UP]
    assert len({case[:3] for case in cases}) >= 40
    assert sum(case[3] != "refused" for case in cases) >= 12


@pytest.mark.parametrize("catalogue", [ARTICLE, WARDS], ids=["shipped", "wards"])
def test_every_pair_has_a_verdict_with_a_reason(catalogue: compare.Catalogue) -> None:
    frame = compare.every(catalogue)
    count = len(catalogue.figures)
    assert len(frame) == count * count * len(OPERATIONS) + count * len(OPERATIONS)
    assert set(frame["verdict"]) <= {"sound", "illustrative", "refused"}
    assert (frame["reasons"].str.len() > 0).all()
    assert ((frame["answer"] == "") == (frame["verdict"] == "refused")).all()


@pytest.mark.parametrize("catalogue", [ARTICLE, WARDS], ids=["shipped", "wards"])
@pytest.mark.parametrize("operation", ["plus", "equals"])
def test_the_order_of_a_sum_and_of_an_equality_does_not_matter(catalogue: compare.Catalogue, operation: str) -> None:
    frame = compare.every(catalogue)
    chosen = frame[(frame["operation"] == operation) & ~frame["b"].str.contains(".", regex=False)]
    verdicts = chosen.set_index(["a", "b"])["verdict"].to_dict()
    assert all(verdict == verdicts[b, a] for (a, b), verdict in verdicts.items())


def test_one_root_is_no_independent_confirmation() -> None:
    given = compare.compare(WARDS, "season-2023-10", "equals", "season-board")
    assert given.meaning == "One counting, published twice: no independent confirmation."


def test_a_refusal_gives_every_reason() -> None:
    given = compare.compare(ARTICLE, "munitions-shipped", "over", "containers-2024-08")
    refusals = {(reason.rule, reason.left, reason.right) for reason in given.reasons if reason.effect == "refuses"}
    assert refusals == {
        ("issuer", "C4ADS", "South Korean military officials"),
        ("places", "not stated", "port in Rason"),
        ("places", "Russian ports in the Far East", "Russia"),
        ("across-kinds", "2023-08/2024-01", "not stated"),
        ("across-kinds", "total", "not stated"),
    }


def test_the_working_has_names_values_result_and_what_it_rests_on() -> None:
    assert compare.compare(ARTICLE, "munitions-shipped", "over", "munitions-shipped.period").working == (
        "Munitions shipped to Russian ports ÷ period of Munitions shipped to Russian ports",
        "more than 74,000 metric tons ÷ between 4.06 and 6 months (August 2023 to January 2024)",
        "= more than 12,000 metric tons a month (unrounded 12,333.33): a mean over the period covered",
        "rests on C4ADS; 4 caveats",
    )


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (("distanse", "over", "distance"), 'no figure "distanse"; did you mean "distance"?'),
        (("distance", "ovre", "distance"), 'no operation "ovre"; did you mean "over"?'),
        (("distance", "over", "distance.perod"), 'no part of a figure "perod"; did you mean "period"?'),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(question: tuple[str, str, str], message: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        compare.compare(ARTICLE, *question)
    assert str(caught.value) == message


def test_the_table_of_rules_has_a_row_for_each_with_all_its_parts() -> None:
    assert len(rules.TABLE) == len({row[0] for row in rules.TABLE})
    assert all(len(row) == 4 and all(row) for row in rules.TABLE)
    used = {reason.rule for name in ("SHIPPED", "MADE_UP") for case in globals()[name]
            for reason in compare.compare(ARTICLE if name == "SHIPPED" else WARDS, *case[:3]).reasons}  # fmt: skip
    assert used - {"bounds", "support"} <= {row[0] for row in rules.TABLE}


def test_derived_figures_follow_by_hand() -> None:
    phrases = {one.id: one.phrase for one in derive.derived(ARTICLE)}
    assert phrases == {
        "munitions-per-month": "more than 12,000 metric tons a month",  # 74000 / 6 = 12333.3
        "munitions-per-day": "more than 400 metric tons a day",  # 74000 / 184 = 402.2
        "munitions-period-months": "between 4.06 and 6 months",  # 31 August to 1 January: 1/31 + 4 + 1/31
        "munitions-period-days": "between 124 and 184 days",  # 31+30+31+30+31+31 = 184; less 30 and 30
        "munitions-short-tons": "more than 81,000 short tons",  # 74000 / 0.90718474 = 81571
        "containers-rise": "6,000 containers",
        "containers-rise-percent": "86 percent",  # 6000 / 7000 = 0.857
        "containers-estimates-apart": "between 123 and 183 days",  # 31 March to 1 August; 1 March to 31 August
        "losses-september": "about 36,000 personnel losses",  # 1200 x 30
        "distance-kilometers": "more than 6,700 kilometers",  # 4200 x 1.609344 = 6759
        "soldiers-as-losses": "about 10 days",  # 12000 / 1200
    }


def test_a_derived_figure_has_every_caveat_of_its_inputs_and_says_what_it_assumes() -> None:
    for catalogue in (ARTICLE, WARDS):
        for one in derive.derived(catalogue):
            wanted = {
                code
                for each in derive.rests_on(catalogue, one.inputs)
                for code in catalogue.items(catalogue.rows(each)["caveats"].iloc[0], "observations", "caveats")
            }
            assert {caveat.code for caveat in one.caveats} == wanted
            assert len(one.working) == 4
            assert bool(one.assumptions) == (one.verdict == "illustrative")


def test_every_temptation_is_refused() -> None:
    assert {one.verdict.verdict for one in derive.refused(ARTICLE)} == {"refused"}


def test_derived_figures_are_downloaded_in_the_columns_of_printed_ones() -> None:
    frame = derived_tables.table(ARTICLE).set_index("id")
    rate = frame.loc["munitions-per-month"]
    assert rate["lower"] == pytest.approx(12333.333333)
    assert (rate["lower_open"], rate["qualifier"], rate["unit"]) == ("yes", "more_than", "metric_ton/month")
    assert rate["formula"] == "munitions-shipped ÷ munitions-shipped.period"
    assert frame.loc["soldiers-as-losses", "assumptions"] == (
        "It is granted that the condition holds. One arriving soldier stands for one lost soldier."
    )
