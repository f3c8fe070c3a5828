"""The picture of a figure says what must be known with its number, in every size."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from indicators.catalogue.model import Catalogue
from indicators.charts.canvas import FRAMES, SIZES
from indicators.charts.theme import THEMES
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.measure.period import NOT_STATED
from indicators.render import figure_document, figure_picture

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "https://figures.example.org/figures?figure=x"


def words(picture: bytes) -> str:
    return " ".join("".join(each.itertext()) for each in ElementTree.fromstring(picture).iter(f"{SVG}text"))


@pytest.fixture(scope="module")
def figures(wards: Catalogue) -> tuple[Figure, ...]:
    return figures_of(wards, wards.figures)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_holds_bound_number_unit_claimant_period_caveat_publication_and_address(
    figures: tuple[Figure, ...], size: str
) -> None:
    for figure in figures:
        shown = words(figure_picture.svg(figure, "light", size, ADDRESS))
        caveats = [caveat.text for caveat in figure.caveats[: None if size == "natural" else 1]]
        known = [*figure.parts, figure.unit, figure.title, figure.definition, figure.source_words, figure.status]
        if figure.issued != NOT_STATED:
            known.append(figure.issued)
        for text in (*known, *figure.period.split(", "), *caveats):
            assert text in shown
        # An address longer than a line is broken between letters.
        for text in (figure.document_citation, ADDRESS):
            assert text.replace(" ", "") in shown.replace(" ", "")


def test_a_frame_says_how_many_caveats_it_leaves_out(figures: tuple[Figure, ...]) -> None:
    figure = next(figure for figure in figures if figure.caveats)
    (caveat,) = figure.caveats[:1]
    few = words(figure_picture.svg(replace(figure, caveats=(caveat,) * 2), "light", "wide"))
    assert few.count(caveat.text) == 2
    assert "more caveat" not in few
    many = words(figure_picture.svg(replace(figure, caveats=(caveat,) * 40), "light", "wide", ADDRESS))
    left_out = re.search(r"And (\d+) more caveats, at the last address\.", many)
    assert left_out
    assert many.count(caveat.text) + int(left_out[1]) == 40


def test_a_picture_has_the_size_of_its_frame_and_the_colours_of_its_theme(figures: tuple[Figure, ...]) -> None:
    for size, frame in FRAMES.items():
        for scheme, theme in THEMES.items():
            root = ElementTree.fromstring(figure_picture.svg(figures[0], scheme, size))
            assert (root.get("width"), root.get("height")) == tuple(map(str, frame))
            assert root.get("fill") == theme.ink
            assert root.find(f"{SVG}rect").get("fill") == theme.paper  # type: ignore[union-attr]


def test_whatever_stands_in_a_figure_is_text_in_its_markdown(figures: tuple[Figure, ...]) -> None:
    odd = replace(figures[0], title="# a * b", note="[x](javascript:y) <b>", caveats=())
    written = figure_document.markdown(odd)
    assert written.startswith("# \\# a \\* b\n\n**exactly 1,240 beds**\n\n- What it counts: ")
    assert "- Note: \\[x\\](javascript:y) \\<b\\>\n" in written
    assert "\nNo caveat is recorded.\n" in written
