"""Figures in words, in the units that are asked for."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.figures.build import figures_of
from indicators.figures.caveats import Caveat
from indicators.figures.citation import cite_document, cite_figures, locator, publication
from indicators.figures.figure import Figure
from indicators.figures.figure_fields import figure_fields

Read = Callable[..., Figure]


@pytest.fixture(scope="module")
def read(shipped: Catalogue) -> Read:
    """A function that gives a figure of the shipped catalogue in a system of units."""

    def read(one: str, system: str = "printed") -> Figure:
        (figure,) = figures_of(shipped, shipped.rows(one), system)
        return figure

    return read


@pytest.mark.parametrize(
    ("one", "phrase"),
    [
        ("munitions-shipped", "more than 74,000 metric tons"),
        ("containers-2024-08", "13,000 containers"),
        ("containers-2024-03", "7,000 containers"),
        ("losses-daily", "about 1,200 personnel losses a day"),
        ("casualties-total", "more than 600,000 dead and wounded"),
        ("troops-mobilized", "about 10,000 troops"),
        ("aid-non-military", "4.5 billion US dollars"),
        ("argument-duration", "more than 1 year"),
        ("summons-to-threat", "1 day"),
        ("deadliest-since", "nearly 80 years"),
        ("since-last-war", "7 decades"),
        ("troops-pending", "thousands of North Korean foot soldiers"),
    ],
)
def test_a_number_keeps_its_qualifier_and_unit(one: str, phrase: str, read: Read) -> None:
    assert read(one).phrase == phrase


@pytest.mark.parametrize(
    ("one", "system", "phrase", "converted"),
    [
        # 4200 mi x 1.609344 = 6759.2 km; two significant digits, a lower bound rounds down.
        ("distance", "si", "more than 6,700 kilometers", "more than 4,200 miles"),
        ("distance", "us", "more than 4,200 miles", ""),
        # 74000 t / 0.90718474 = 81571.04 short tons.
        ("munitions-shipped", "us", "more than 81,000 short tons", "more than 74,000 metric tons"),
        ("munitions-shipped", "si", "more than 74,000 metric tons", ""),
        ("since-last-war", "si", "7 decades", ""),
        ("containers-2024-08", "us", "13,000 containers", ""),
    ],
)
def test_a_converted_number_keeps_its_bound_and_says_from_what(
    one: str, system: str, phrase: str, converted: str, read: Read
) -> None:
    reading = read(one, system)
    assert (reading.phrase, reading.converted) == (phrase, converted)


def test_who_claims_and_who_is_unnamed_is_told_apart(read: Read) -> None:
    assert read("casualties-total").source_words == "US officials (government, unnamed)"
    assert read("munitions-shipped").source_words == "C4ADS (non-governmental organization)"
    assert read("containers-2024-03").source_implied
    assert not read("containers-2024-08").source_implied


def test_what_the_document_does_not_state_reads_not_stated(read: Read) -> None:
    reading = read("containers-2024-08")
    assert (reading.period, reading.issued, reading.inferred) == ("not stated", "August 2024", ("issued.year",))
    assert read("munitions-shipped").root == "not stated"
    assert read("casualties-total").period == "up to October 2024, its start not stated"


def test_caveats_say_who_gives_them(read: Read) -> None:
    assert (
        Caveat(code="provisional", text="The article calls it a provisional tally.", origin="document")
        in read("casualties-total").caveats
    )


def test_the_parts_of_a_phrase_are_its_qualifier_and_its_number(read: Read) -> None:
    assert read("munitions-shipped").parts == ("more than", "74,000")
    assert read("containers-2024-08").parts == ("", "13,000")
    assert read("ties-sustained").parts == ("", "decades into the future")


def test_a_magnitude_whose_words_nobody_holds_is_no_number(shipped: Catalogue) -> None:
    rows = shipped.rows("troops-pending").assign(id="elsewhere", as_printed=None)
    (reading,) = figures_of(shipped, rows)
    assert reading.phrase == "number not stated"


def test_what_the_editor_assumed_is_told_in_the_words_of_the_other_fields(read: Read) -> None:
    figure = replace(read("containers-2024-08"), inferred=("issued", "place_to", "unit"))
    fields = {field.label: field.text for field in figure_fields(figure)}
    assert fields["Assumed by the editor"] == f"issued: {figure.issued}; place: {figure.place}; unit"


def test_what_is_assumed_of_both_ends_of_a_way_is_said_once(read: Read) -> None:
    figure = replace(read("containers-2024-08"), inferred=("issued.year", "place_from", "place_to"))
    fields = {field.label: field.text for field in figure_fields(figure)}
    assert fields["Assumed by the editor"] == f"issued: the year in “{figure.issued}”; place: {figure.place}"


def test_what_is_assumed_has_no_repeats_and_nothing_that_is_only_unknown(read: Read) -> None:
    fields = {field.label: field.text for field in figure_fields(read("casualties-total"))}
    assert fields["Assumed by the editor"] == "period: up to October 2024"
    fields = {field.label: field.text for field in figure_fields(read("containers-2024-03"))}
    assert fields["Assumed by the editor"].startswith(
        "said by, counted by: South Korean military officials (unnamed); "
    )


def test_what_is_before_the_first_heading_is_the_opening_section(shipped: Catalogue) -> None:
    assert locator(shipped, "38north-2024-10", "lead", 3) == "opening section, paragraph 3"
    assert locator(shipped, "kbs", "lead", 3) == "paragraph 3"
    assert locator(shipped, "kbs", None, None) == ""


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_a_figure_is_cited_as_its_row_in_a_table_is(catalogue: Catalogue) -> None:
    rows = catalogue.figures
    assert [figure.citation for figure in figures_of(catalogue, rows)] == list(cite_figures(catalogue, rows))


def test_a_publisher_that_is_the_author_or_the_source_is_named_once(jobs: Catalogue) -> None:
    office = "Statistics Office of Halvern"
    [document] = jobs.documents.index
    agents = pd.DataFrame([{"id": "office", "kind": "body", "name": office}], columns=["id", *jobs.agents.columns])
    written = replace(jobs, agents=agents.set_index("id"), documents=jobs.documents.assign(authors="office"))
    for catalogue in (jobs, written):
        rows = catalogue.rows("rate-2024-04")
        for text in (
            cite_document(catalogue, document),
            publication(catalogue, document),
            *cite_figures(catalogue, rows),
        ):
            assert text.count(office) == 1, text
