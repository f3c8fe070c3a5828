"""A value that another one took the place of is superseded everywhere, whichever column says so."""

import pytest

from indicators.charts.series import series_of
from indicators.combine.compare import compare
from indicators.figures.build import figures_of
from indicators.figures.superseded import updated_by
from indicators.quoting.check import check
from tests.support.edits import Edited
from tests.support.places import EXAMPLES

OLD, NEW = "gain-2024-03-first", "gain-2024-03"


@pytest.mark.parametrize(
    "cell", ["first_published", f"{OLD},revised"], ids=["without-the-first-vintage", "without-updates"]
)
def test_a_value_that_was_replaced_is_superseded_in_series_rules_words_and_drafts(edited: Edited, cell: str) -> None:
    catalogue = edited(EXAMPLES / "jobs", "observations.csv", lambda csv: _without(csv, cell))
    assert updated_by(catalogue)[OLD] == NEW
    values = [catalogue.observation(each) for each in (OLD, NEW, "gain-2024-04")]
    (series,) = series_of(catalogue, values)
    assert ([each.id for each in series.superseded], series.current[0].id) == ([OLD], NEW)
    assert [each.current[0].id for each in series_of(catalogue, values[:1])] == [OLD]
    given = compare(catalogue, OLD, "plus", "gain-2024-04")
    assert (given.verdict, "superseded" in {reason.rule for reason in given.reasons}) == ("refused", True)
    assert figures_of(catalogue, catalogue.rows(OLD))[0].vintage.endswith("revised to 26,600 jobs")
    draft = "Employers in Halvern added 24,700 jobs in March, the Statistics Office said."
    assert [(each.figure, each.loses) for each in check(catalogue, draft)] == [(OLD, ("update",))]
    # In a paragraph before, the later number is no telling that this one is the earlier.
    before = "Employers in Halvern added 26,600 jobs in March, the Statistics Office said.\n\n"
    assert [each.loses for each in check(catalogue, before + draft)] == [(), ("update",)]
    behind = "\n\nThat was revised to 26,600."
    assert check(catalogue, draft + behind)[0].verdict == "whole"


def _without(csv: str, cell: str) -> str:
    """The table without the vintage of the first value, or without what the revised one updates."""
    lines = csv.splitlines()
    row = OLD if cell == "first_published" else NEW
    kept = "" if cell == "first_published" else ",revised"
    return "\n".join(line.replace(cell, kept) if line.startswith(f"{row},") else line for line in lines) + "\n"
