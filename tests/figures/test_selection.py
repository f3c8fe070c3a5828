"""Selections: what they keep, and that a URL query stands for them."""

from urllib.parse import parse_qs, urlencode

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import columns
from indicators.catalogue.model import Catalogue
from indicators.figures.selection import FACETS, Selection, parse_selection, select, selectable_ids


@st.composite
def selections(draw: st.DrawFn, catalogue: Catalogue) -> Selection:
    record = draw(st.booleans())
    offered = {facet: selectable_ids(catalogue, facet, record=record) for facet in FACETS}
    ids = {facet: draw(st.lists(st.sampled_from(one), unique=True)) for facet, one in offered.items()}
    words = draw(st.lists(st.sampled_from(["about", "in", "total", "no such word", "ü", "&=#?", "%2B+"]), max_size=2))
    return Selection(**{facet: tuple(one) for facet, one in ids.items()}, search=" ".join(words), record=record)


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
@given(data=st.data())
@settings(max_examples=75)
def test_a_selection_survives_the_url(catalogue: Catalogue, data: st.DataObject) -> None:
    selection = data.draw(selections(catalogue))
    again, unknown = parse_selection(catalogue, parse_qs(urlencode(selection.query())))
    assert unknown == ()
    assert again.query() == selection.query()
    assert again.search == selection.search


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
@given(data=st.data())
@settings(max_examples=75)
def test_the_fast_selection_keeps_what_a_plain_one_keeps(catalogue: Catalogue, data: st.DataObject) -> None:
    selection = data.draw(selections(catalogue))

    def keeps(row: dict[str, object]) -> bool:
        if not (selection.document or selection.record) and row["role"] != "subject":
            return False
        if any(selection.chosen(facet) and row[facet] not in selection.chosen(facet) for facet in FACETS):
            return False
        indicator = catalogue.indicators.loc[row["indicator"]]
        source = catalogue.sources.loc[row["source"]]
        texts = [
            *(
                row[name]
                for name in ("id", "counts", "as_printed", "attribution", "status", "place_from", "place_to", "note")
            ),
            *(indicator["title"], indicator["definition"], source["name"], source["short_name"]),
            catalogue.kinds.at[row["kind"], "title"],
            catalogue.topics.at[row["topic"], "title"],
            catalogue.populations.at[row["population"], "title"],
        ]
        return all(
            any(word.casefold() in text.casefold() for text in texts if isinstance(text, str))
            for word in selection.search.split()
        )

    plain = [row["id"] for row in catalogue.figures.to_dict("records") if keeps(row)]
    assert list(select(catalogue, selection)["id"]) == plain


def test_an_empty_selection_is_the_subject(shipped: Catalogue) -> None:
    assert len(select(shipped, Selection())) == 22
    assert Selection().query() == []


def test_ids_that_no_figure_has_are_named_and_left_out(shipped: Catalogue) -> None:
    selection, unknown = parse_selection(shipped, {"source": ["c4ads", "c4ad", "russia"], "status": ["estimat"]})
    assert selection == Selection(source=("c4ads",))
    assert [(one.what, one.given, one.nearest) for one in unknown] == [
        ("source", "c4ad", ("c4ads",)),
        ("source", "russia", ()),
        ("status", "estimat", ("estimate",)),
    ]


def test_facets_offer_only_what_has_a_figure_in_the_order_of_the_file(shipped: Catalogue) -> None:
    assert selectable_ids(shipped, "source") == (
        "c4ads",
        "rok-military",
        "rok-nis",
        "zelensky",
        "us-officials",
        "reports",
        "author",
    )
    assert selectable_ids(shipped, "status") == (
        "reported",
        "estimate",
        "provisional",
        "forecast",
        "allegation",
        "planned",
        "conditional",
    )


@pytest.mark.parametrize(("words", "ids"), [("RASON", ["containers-2024-08"]), ("wounded total", ["casualties-total"])])
def test_search_finds_every_word_in_any_case(words: str, ids: list[str], shipped: Catalogue) -> None:
    assert list(select(shipped, Selection(search=words))["id"]) == ids


def test_cells_are_listed_as_pandas_lists_them(shipped: Catalogue) -> None:
    rows = shipped.figures.iloc[3:12]
    for name, column in rows.items():
        listed, expected = columns.to_list(column), column.tolist()
        assert [one for one in listed if pd.notna(one)] == [one for one in expected if pd.notna(one)], name
        assert list(map(pd.isna, listed)) == list(map(pd.isna, expected)), name
