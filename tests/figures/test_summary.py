"""What stays with a number wherever it is passed on: in the preview of a link, in a picture, in a frame."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.quotable import quotable_lines
from indicators.figures.repeated import repeated_figures
from indicators.figures.summary import description, summary_terms, title


def read(catalogue: Catalogue, figure_id: str) -> Figure:
    (figure,) = figures_of(catalogue, catalogue.rows(figure_id))
    return figure


def test_every_figure_says_who_claims_it_where_it_is_printed_and_when(shipped: Catalogue, wards: Catalogue) -> None:
    for catalogue in (shipped, wards):
        for figure in figures_of(catalogue, catalogue.figures):
            terms = dict(summary_terms(figure))
            assert {"Counts", "Said by", "Printed in", "Status", "Period", "Issued"} <= set(terms)
            assert all(terms.values())


def test_a_figure_and_its_update_each_name_the_other_and_are_not_to_be_added(shipped: Catalogue) -> None:
    earlier, later = (dict(summary_terms(read(shipped, f"containers-2024-{month}"))) for month in ("03", "08"))
    not_added = "(year assumed by the editor); the two must not be added"
    assert earlier["Replaced by"] == f"the later figure of 13,000 containers, issued August 2024 {not_added}"
    assert later["Replaces"] == f"the earlier figure of 7,000 containers, issued March 2024 {not_added}"


def test_what_the_editor_assumed_is_marked(shipped: Catalogue) -> None:
    month, total = (dict(summary_terms(read(shipped, name))) for name in ("containers-2024-03", "casualties-total"))
    assert month["Issued"] == "March 2024 (year assumed by the editor)"
    assert total["Period"] == "up to October 2024 (assumed by the editor), its start not stated"


@pytest.mark.parametrize(("name", "field"), [("losses-daily", "Period"), ("troops-mobilized", "Issued")])
def test_a_date_that_the_editor_completed_is_not_said_to_be_simply_kept(
    name: str, field: str, shipped: Catalogue
) -> None:
    (pair,) = repeated_figures(shipped, name)
    (became,) = (each.became for each in pair.differences if each.field == field)
    assert became == "kept; year assumed here"


def test_the_title_of_a_link_says_how_firmly_a_number_stands(shipped: Catalogue) -> None:
    assert title(read(shipped, "containers-2024-03")).startswith("7,000 containers (estimate): ")
    assert title(read(shipped, "munitions-shipped")).startswith("more than 74,000 metric tons: ")


def test_who_claims_a_figure_stands_early_in_its_description(shipped: Catalogue) -> None:
    words = description(read(shipped, "munitions-shipped"))
    assert words.index("Said by: C4ADS") < words.index("Printed in: Daniel DePetris, 38 North") < 200
    assert words.index("Status") < words.index("Counts")


@pytest.mark.parametrize(
    ("figure_id", "told", "assumed"),
    [
        ("losses-daily", " in September.", "Period: September 2024 (year assumed by the editor)."),
        ("containers-2024-08", "In August, unnamed ", "Issued: August 2024 (year assumed by the editor)."),
        ("troops-mobilized", "On 17 October, ", "Issued: 17 October 2024 (year assumed by the editor)."),
        (
            "casualties-total",
            " dead and wounded since the conflict in Ukraine began.",
            "Period: up to October 2024 (assumed by the editor), its start not stated.",
        ),
        ("munitions-shipped", "from August 2023 to January 2024.", ""),
    ],
)
def test_a_wording_to_copy_has_no_year_that_is_assumed(
    figure_id: str, told: str, assumed: str, shipped: Catalogue
) -> None:
    lines = quotable_lines(shipped, figure_id)
    assert told in lines.medium
    assert told in lines.long
    assert lines.assumed == assumed


def test_a_wording_to_copy_has_no_date_of_issue_that_is_assumed(wards: Catalogue) -> None:
    assert quotable_lines(wards, "season-2023-10").medium.startswith("The Register of Admissions put ")
