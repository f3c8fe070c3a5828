"""Numbers of the interval beside a figure, which the audit leaves to that figure."""

import dataclasses

import pandas as pd
import pytest

from indicators.audit.report import Report, audit
from indicators.catalogue.model import Catalogue
from indicators.text.sentences import fingerprint, sentences
from tests.support.places import EXAMPLES

TEXT = (EXAMPLES / "infections" / "text.txt").read_text(encoding="utf-8")
PRINTED = "1.5% of those aged 16 to 64 (95% credible interval: 1.2% to 1.9%)"


def audit_with(infections: Catalogue, printed: str, after: str = "", **cells: float | str) -> Report:
    """The audit where the text prints a figure and its interval like this; `cells` are those of the figure."""
    text = TEXT.replace(PRINTED, printed) + after
    headings = infections.items(infections.documents["headings"].iat[0], "documents", "headings")
    title = infections.documents["title"].iat[0]
    old, new = (
        [fingerprint(sentence.text) for sentence in sentences(one, title=title, headings=headings)]
        for one in (TEXT, text)
    )
    tables = {}
    for name in ("figures", "dismissed"):
        rows = getattr(infections, name).copy()
        rows["fingerprint"] = rows["fingerprint"].replace(dict(zip(old, new, strict=False)))
        tables[name] = rows
    own = tables["figures"]["id"] == "share-16-64"
    for column, cell in cells.items():
        tables["figures"].loc[own, column] = pd.NA if cell != cell else cell
    return audit(dataclasses.replace(infections, **tables), text)


def accounted(report: Report) -> list[str]:
    rows = report.expressions
    return list(rows["expression"][rows["observation"] == "share-16-64"])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (PRINTED, ["1.5%", "95%", "1.2% to 1.9%"]),
        ("1.5% (1.2–1.9) of those aged 16 to 64", ["1.5%", "1.2-1.9"]),
        ("1.5% of those aged 16 to 64 (95 % CI 1.2 to 1.9)", ["1.5%", "95 %", "1.2 to 1.9"]),
        ("1.5% of those aged 16 to 64 [1.2; 1.9]", ["1.5%", "1.2", "1.9"]),
        ("1.5% of those aged 16 to 64 (1.2% in a 95% interval that ends at 1.9%)", ["1.5%", "1.2%", "95%", "1.9%"]),
    ],
)  # fmt: skip
def test_ends_and_level_belong_to_the_figure(infections: Catalogue, printed: str, expected: list[str]) -> None:
    report = audit_with(infections, printed)
    assert accounted(report) == expected
    assert list(report.findings) == []


@pytest.mark.parametrize("printed", ["1.5% (±0.3)", "1.5%, plus or minus 0.3,", "1.5% (margin of error 0.3)"])
def test_how_far_the_ends_lie_from_the_value_belongs_to_the_figure(infections: Catalogue, printed: str) -> None:
    report = audit_with(infections, f"{printed} of those aged 16 to 64", interval_lower=1.2, interval_upper=1.8)
    assert accounted(report)[1].endswith("0.3")
    assert list(report.findings) == []


def test_a_margin_may_be_stated_once_for_all(infections: Catalogue) -> None:
    after = "\nThe margin of error is 0.3 points at a 95% level of confidence.\n"
    report = audit_with(infections, "1.5% of those aged 16 to 64", after, interval_lower=1.2, interval_upper=1.8)
    assert accounted(report) == ["1.5%", "0.3 points"]
    assert list(report.findings) == []


def test_a_value_with_its_tolerance_is_one_number(infections: Catalogue) -> None:
    printed = "1.5 ± 0.3% of those aged 16 to 64"
    report = audit_with(infections, printed, as_printed="1.5 ± 0.3%", interval_lower=1.2, interval_upper=1.8)
    assert accounted(report) == ["1.5 ± 0.3%"]
    assert list(report.findings) == []


def test_an_interval_that_the_text_prints_otherwise_is_found(infections: Catalogue) -> None:
    report = audit_with(infections, PRINTED, interval_upper=2.0)
    assert [(finding.kind, finding.id, finding.message) for finding in report.findings] == [
        ("misquoted", "share-16-64", "interval_lower: found 1.2 to 2; expected ends that the text prints"),
        ("unaccounted", "", "a range of numbers that nothing accounts for"),
    ]


def test_a_number_beside_a_figure_without_an_interval_is_left_over(infections: Catalogue) -> None:
    none = float("nan")
    report = audit_with(infections, PRINTED, interval_lower=none, interval_upper=none, interval_level=none)
    assert [finding.expression for finding in report.findings] == ["1.2% to 1.9%"]


def test_a_gap_is_below_zero_where_its_words_and_its_row_say_so(infections: Catalogue) -> None:
    nothing = dict.fromkeys((f"interval_{name}" for name in ("lower", "upper", "kind", "level")), float("nan"))
    cells = {"as_printed": "1.5% below", **nothing}
    for value, found in ((-1.5, 0), (1.5, 0), (-1.4, 1)):
        report = audit_with(infections, "1.5% below that of those aged 16 to 64", value=value, **cells)
        assert len(report.findings) == found
