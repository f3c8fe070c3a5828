"""What is worked out of a date that the editor assumed holds only if the document means that date."""

from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.derived import all_derived
from indicators.combine.verdict import Soundness


def _assumed(catalogue: Catalogue, *question: str) -> list[str]:
    return [each.text for each in compare(catalogue, *question).assumptions if each.id == "assumed-date"]


def test_a_span_between_dates_whose_years_are_assumed_takes_both(shipped: Catalogue) -> None:
    assert _assumed(shipped, "containers-2024-08.issued", "minus", "containers-2024-03.issued") == [
        "The document means August 2024, of which the editor assumed the year.",
        "The document means March 2024, of which the editor assumed the year.",
    ]
    (apart,) = [each for each in all_derived(shipped) if each.id == "containers-estimates-apart"]
    assert apart.verdict == Soundness.ILLUSTRATIVE
    assert apart.working[1] == ("August 2024 (year assumed by the editor) − March 2024 (year assumed by the editor)")


def test_a_date_against_itself_takes_no_year(shipped: Catalogue) -> None:
    assert _assumed(shipped, "containers-2024-08.issued", "minus", "containers-2024-08.issued") == []


def test_the_length_of_a_month_takes_no_year_and_the_month_is_marked(shipped: Catalogue) -> None:
    given = compare(shipped, "losses-daily", "times", "losses-daily.period")
    assert given.assumptions == ()
    assert given.working[1].endswith("× 30 days (September 2024, year assumed by the editor)")
    assert _assumed(shipped, "losses-daily.period", "equals", "uk-daily-2024-09.period") == [
        "The document means September 2024, of which the editor assumed the year."
    ]


def test_a_period_that_is_assumed_whole_is_granted_whole(wards: Catalogue) -> None:
    assert _assumed(wards, "daily-nurses", "times", "daily-nurses.period") == [
        "The document means November 2023, which the editor assumed."
    ]


def test_a_reason_marks_a_period_that_the_editor_assumed(shipped: Catalogue) -> None:
    given = compare(shipped, "casualties-total", "over", "casualties-total.period")
    values = {value for reason in given.reasons for value in (reason.left, reason.right)}
    assert "up to October 2024 (assumed by the editor), its start not stated" in values
