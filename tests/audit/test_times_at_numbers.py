"""An audit says where the period of a figure is not the time that the words at its number tell."""

import pytest

from indicators.audit.report import audit
from indicators.catalogue.model import Catalogue
from indicators.text.sentences import fingerprint
from tests.support.audits import about, changed
from tests.support.places import EXAMPLES


def _found(jobs: Catalogue, sentence: str, figure: str, period: str, inferred: str = "") -> list[str]:
    text = (EXAMPLES / "jobs" / "text.txt").read_text(encoding="utf-8")
    cells = {"fingerprint": fingerprint(sentence), "section": "Outlook", "paragraph": 2.0, "inferred": inferred or None}
    one = changed(jobs, figure, as_printed="0.7 percent", value=0.7, period=period, updates=None, **cells)
    return [found for found in about(audit(one, f"{text}\n\n{sentence}\n"), figure) if found.startswith("period")]


@pytest.mark.parametrize(
    ("sentence", "period", "told"),
    [
        ("Over the past 12 months pay rose by 0.7 percent.", "2024-04", "months: the past 12 months"),
        ("Over the past 12 months pay rose by 0.7 percent.", "2023-04/2024-05", "months: the past 12 months"),
        ("Over the past 12 months pay rose by 0.7 percent.", "2022-04/2023-04", "months: the past 12 months"),
        ("Over the past 12 months pay rose by 0.7 percent.", "2023-04/2024-04", ""),
        ("Over the past 12 months pay rose by 0.7 percent.", "2023-05/2024-04", ""),
        ("Over the past 12 months pay rose, and in April by 0.7 percent.", "2024-04", ""),
        ("Over the year pay rose by 0.7 percent.", "2023-03/2024-03", ""),
        ("Over the year pay rose by 0.7 percent.", "2023-05/2024-05", "year: the year"),
        ("Over the year pay rose to 0.7 percent.", "2024-04", ""),
        ("Pay rose by 0.7 percent over the prior 6 months.", "2023-11/2024-04", "months: the prior 6 months"),
        ("Pay rose by 0.7 percent over the prior 6 months.", "2023-10/2024-03", ""),
        ("The rise of the six months before was 0.7 percent.", "2023-11/2024-04", "months: the six months before"),
        ("The rise of the six months before was 0.7 percent.", "2023-10/2024-03", ""),
        ("In the week to 5 May it rose by 0.7 percent.", "2024-05-05", "week: the week to 5 May"),
        ("In the week to 5 May it rose by 0.7 percent.", "2024-04-22/2024-05-05", "week: the week to 5 May"),
        ("In the week to 5 May it rose by 0.7 percent.", "2024-04-29/2024-05-05", ""),
    ],
)
def test_a_time_that_is_told_by_its_length_is_that_of_its_number(
    jobs: Catalogue, sentence: str, period: str, told: str
) -> None:
    unit, _, words = told.partition(": ")
    expected = [f"period: found {period}; expected the {unit} that its sentence counts: {words}"] if told else []
    assert _found(jobs, sentence, "pay-year", period, "period") == expected


@pytest.mark.parametrize(
    ("sentence", "period", "date"),
    [
        ("The rate of January was revised by new surveys to 0.7 percent.", "2024-04", "January"),
        ("The rate of January was revised by new surveys to 0.7 percent.", "2024-01", ""),
        ("The rate of January was revised in April by 0.7 percent.", "2024-04", ""),
        ("Both are above their March 2021 levels (0.5 percent and 0.7 percent).", "2024-04", "March 2021"),
        ("Both are above their March 2021 levels (0.5 percent and 0.7 percent).", "2021-03", ""),
    ],
)
def test_the_date_of_what_is_revised_or_compared_is_that_of_each_of_its_numbers(
    jobs: Catalogue, sentence: str, period: str, date: str
) -> None:
    expected = [f"period: found {period}; expected a period that fits the date of the number: {date}"] if date else []
    assert _found(jobs, sentence, "rate-2024-04", period) == expected
