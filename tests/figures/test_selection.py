"""Selections: what they keep, and that a URL query stands for them."""

import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators import columns
from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import CHANGE_STATISTICS
from indicators.figures import search_words, short_lists
from indicators.figures.facets import FACETS
from indicators.figures.search_pattern import terms
from indicators.figures.selection import (
    Selection,
    has_record,
    parse_selection,
    select,
    selectable_ids,
    selectable_names,
)
from indicators.figures.superseded import updated_by
from indicators.measure.period import words
from tests.support.edits import Edited
from tests.support.effort import examples
from tests.support.places import WARDS


@st.composite
def selections(draw: st.DrawFn, catalogue: Catalogue) -> Selection:
    record = draw(st.booleans()) and has_record(catalogue)
    offered = {facet: selectable_ids(catalogue, facet, record=record) for facet in FACETS}
    ids = {facet: draw(st.lists(st.sampled_from(one), unique=True)) for facet, one in offered.items() if one}
    words = draw(st.lists(st.sampled_from(["about", "in", "total", "no such word", "ü", "&=#?", "%2B+"]), max_size=2))
    return Selection(**{facet: tuple(one) for facet, one in ids.items()}, search=" ".join(words), record=record)


@pytest.mark.parametrize("catalogue", ["shipped", "wards", "jobs"], indirect=True)
@given(data=st.data())
@settings(max_examples=examples(25))
def test_a_selection_survives_the_url(catalogue: Catalogue, data: st.DataObject) -> None:
    selection = data.draw(selections(catalogue))
    again, unknown = parse_selection(catalogue, parse_qs(urlencode(selection.query())))
    assert unknown == ()
    assert again.query() == selection.query()
    assert again.search == selection.search


IDS = st.lists(st.from_regex("[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}", fullmatch=True), unique=True, max_size=60)


@given(known=IDS, data=st.data())
def test_a_short_list_stands_for_its_ids_whatever_others_are_known(known: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(known), unique=True)) if known else []
    many = [*chosen, *(f"source-{number:03}-of-a-long-name" for number in range(200))]
    (written,) = short_lists.shortened(many)
    assert len(written) <= 4 * len(many) + 9
    assert sorted(short_lists.expanded(written, {*known, *many}) or ()) == sorted(set(many))
    assert short_lists.expanded(written, set(many) - {many[-1]}) is None
    place = data.draw(st.integers(1, len(written) - 1))
    other = data.draw(st.sampled_from("ab-_9é=").filter(lambda sign: sign != written[place]))
    assert short_lists.expanded(written[:place] + other + written[place + 1 :], {*known, *many}) is None
    assert short_lists.expanded(written[:place], {*known, *many}) is None


def test_ids_whose_digests_begin_alike_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short_lists, "_BYTES", 1)
    ids = [f"a-source-of-a-very-long-name-indeed-of-which-the-list-is-short-{number}" for number in range(20)]
    others = [f"another-{number}" for number in range(20)]
    assert sorted(short_lists.expanded(short_lists.shortened(ids)[0], ids + others) or ()) == sorted(ids)


def test_a_selection_of_two_hundred_sources_has_a_short_address_that_gives_it_back(tmp_path: Path) -> None:
    added = [f"a-hospital-of-the-north-number-{number:03}" for number in range(200)]
    folder = Path(shutil.copytree(WARDS, tmp_path / "wards"))
    for name, row, column in (("sources", "register", "name"), ("observations", "beds-staffed", "source")):
        path = folder / f"{name}.csv"
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
        like = frame[frame["id"] == row]
        more = [like.assign(**{"id": id_, "short_name": id_, column: id_}) for id_ in added]
        pd.concat([frame, *more])[list(frame)].to_csv(path, index=False, lineterminator="\n")
    catalogue = load(folder)
    selection = Selection(source=tuple(added[1:]), search="beds")
    assert len(urlencode(selection.query())) < 1000
    again, unknown = parse_selection(catalogue, parse_qs(urlencode(selection.query())))
    assert (again, unknown) == (replace(selection, source=again.source), ())
    assert set(again.source) == set(added[1:])
    assert len(select(catalogue, again)) == 199
    (name, value), *_ = selection.query()
    none, (error,) = parse_selection(catalogue, {name: [value[:-4]]})
    assert none == Selection()
    assert "the list of sources in this address is damaged" in str(error)


def folded(text: str) -> str:
    """The text without case and accents."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def has_word(text: str, word: str) -> bool:
    """Whether a text has a word; one of at most four plain letters where a word starts."""
    short = len(word) <= 4 and word.isascii() and word.isalpha()
    word, text = folded(word), folded(text)
    places = (at for at in range(len(text)) if text.startswith(word, at))
    return any(not short or not text[:at][-1:].isalnum() for at in places)


def plain_texts(catalogue: Catalogue, row: dict[Any, Any]) -> list[str]:
    """All texts in which a search finds a figure."""
    own = "id counts as_printed attribution status place_from place_through place_to note".split()
    references = [("indicators", row["indicator"]), ("kinds", row["kind"]), ("topics", row["topic"])]
    references += [("populations", row["population"]), ("sources", row["source"]), ("sources", row["root"])]
    references += [("sources", source) for source in catalogue.items(row["via"], "observations", "via")]
    references += [("caveats", code) for code in catalogue.items(row["caveats"], "observations", "caveats")]
    columns = ("title", "definition", "name", "short_name", "synonyms", "text")
    texts = [row[name] for name in own]
    texts += [
        catalogue.text(table, id_, column)
        for table, id_ in references
        for column in columns
        if column in getattr(catalogue, table)
    ]
    texts += [search_words.of_unit(catalogue, row["unit"]), search_words.of_statistic(catalogue, row["statistic"])]
    texts += [words(row[name]) for name in ("period", "issued") if isinstance(row[name], str)]
    texts += [search_words.of_period(row["period"])] if isinstance(row["period"], str) else []
    texts += [search_words.of_groups(catalogue, row["groups"])] if isinstance(row["groups"], str) else []
    texts += [search_words.SEASONS[row["season"]]] if isinstance(row["season"], str) else []
    texts += [str(row["vintage"]).replace("_", " ")] if isinstance(row["vintage"], str) else []
    texts += ["revised to", "a later figure", "replaced"] if row["id"] in updated_by(catalogue) else []
    texts += ["a fall of"] if row["statistic"] in CHANGE_STATISTICS and row["value"] < 0 else []
    texts += ["annualised"] if row["annualised"] else []
    return [text for text in texts if isinstance(text, str)]


@pytest.mark.parametrize("catalogue", ["shipped", "wards", "jobs"], indirect=True)
@given(data=st.data())
@settings(max_examples=examples(25))
def test_the_fast_selection_keeps_what_a_plain_one_keeps(catalogue: Catalogue, data: st.DataObject) -> None:
    selection = data.draw(selections(catalogue))

    def keeps(row: dict[Any, Any]) -> bool:
        if not (selection.document or selection.record) and row["role"] != "subject":
            return False
        groups = str(row["groups"]).split(";")
        dimensions = [catalogue.text("groups", group, "dimension") for group in groups]
        held = {**{facet: [row.get(facet)] for facet in FACETS}, "group": groups, "dimension": dimensions}
        if any(selection.chosen(facet) and set(selection.chosen(facet)).isdisjoint(held[facet]) for facet in FACETS):
            return False
        texts = plain_texts(catalogue, row)
        return all(any(has_word(text, word) for text in texts) for word in selection.search.split())

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


def test_figures_are_chosen_by_group_by_dimension_and_by_period(jobs: Catalogue) -> None:
    men = select(jobs, Selection(group=("men",)))
    assert list(men["groups"]) == ["men", "men"]
    by_sex = select(jobs, Selection(dimension=("sex",)))
    assert set(by_sex["groups"]) == {"men", "women"}
    in_march = select(jobs, Selection(period=("2024-03",)))
    assert set(in_march["period"]) == {"2024-03"}
    assert len(in_march) == 4
    assert select(jobs, Selection(group=("men",), period=("2024-03",))).empty
    assert selectable_ids(jobs, "dimension")[:2] == ("sex", "age")
    assert selectable_names(jobs, "period")["2023-04/2024-04"] == "April 2023 to April 2024"


@pytest.mark.parametrize("search", ["RASON", "rason", "“Rason”"])
def test_search_finds_a_word_in_any_case(search: str, shipped: Catalogue) -> None:
    assert "containers-2024-08" in set(select(shipped, Selection(search=search))["id"])


def finds(search: str, text: str) -> bool:
    """Whether each word of a search is found in a text."""
    found = [pc.match_substring_regex(pa.array([text]), term.pattern)[0].as_py() for term in terms(search)]
    return bool(found) and all(found)


@pytest.mark.parametrize(
    "search", ["600000", "600,000", "600 000", "600\u202f000", "600k", "600 thousand", "0.6 million", ".6m"]
)
@pytest.mark.parametrize(
    "text", ["600000 people", "about 600,000", "600’000", "600k", "0.6 million", "0.60 million", "600 thousand."]
)
def test_a_number_is_found_however_it_is_written(search: str, text: str) -> None:
    assert finds(search, text)


@pytest.mark.parametrize("search", ["600000", "600,000", "0.6 million"])
@pytest.mark.parametrize(
    "text", ["1,600,000", "600,000,000", "6,000,000", "600", "600 millions", "0.6", "600,000.5", "60000"]
)
def test_a_number_is_not_found_in_another(search: str, text: str) -> None:
    assert not finds(search, text)


@pytest.mark.parametrize(
    ("search", "text"),
    [
        ("4.5 billion", "4,500,000,000"),
        ("4,500 million", "4.5 billion"),
        ("12", "12.0 miles"),
        ("12.0", "12 miles"),
        ("74", "74,000"),  # the start of a number
        ("korea's", "South Korea’s"),
        ("korea’s", "South Korea's"),
        ('"so called"', "a so called ally"),
        ("co2-equivalent", "CO₂‑equivalent"),
        ("2023–24", "2023-24"),
        ("café", "CAFE\u0301"),
        ("cafe\u0301", "Café"),
        ("cafe", "Café"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("strasse", "Straße"),
        ("STRASSE", "straße"),
        ("Straße", "STRASSE"),
        ("ﬁnal", "final"),
        ("final", "ﬁnal"),
        ("ＲＡＳＯＮ", "Rason"),
        ("russia", "Rus\u00adsia"),
        ("km²", "km2"),
        ("men", "young men's"),
        ("men", "(Men)"),
        ("unit", "Units"),
        ("munition", "ammunition"),
    ],
)
def test_a_word_is_found_in_any_form(search: str, text: str) -> None:
    assert finds(search, text)


@pytest.mark.parametrize(
    ("search", "text"), [("men", "employment"), ("men", "women"), ("aid", "paid"), ("age", "päge")]
)
def test_a_short_word_is_not_found_inside_another(search: str, text: str) -> None:
    assert not finds(search, text)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
)
@example("K\u013f", "NFC")  # the letters of a sign for kilolitres, and a letter that begins with the second
@example("\u1f86", "NFC")  # one letter, two in capitals
@example("\U0001109a", "NFKD")
@example("K\uff9ek", "NFC")
@example("\xb4k", "NFKD")
def test_every_text_finds_itself_in_any_normal_form(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> None:
    # A number at the edge of a word may be part of a longer one, and unseen signs alone find nothing.
    if not any(sign.isnumeric() for sign in text) and terms(text):
        assert finds(text, unicodedata.normalize(form, text))


def test_search_finds_caveats_synonyms_units_dates_and_numbers(edited: Edited) -> None:
    def with_synonym(csv: str) -> str:
        header, *rows = csv.splitlines()
        place = header.split(",").index("synonyms")
        cells = [row.split(",") for row in rows]
        for row in cells:
            row[place] = "hospital places;cots"
        return "\n".join([header, *map(",".join, cells), ""])

    catalogue = edited(WARDS, "populations.csv", with_synonym)

    def ids(search: str) -> set[str]:
        return set(select(catalogue, Selection(search=search))["id"])

    assert "beds-staffed" in ids("COTS")
    assert ids("cots") == ids("hospital places")
    assert "daily-nurses" in ids("newspaper's register")  # a caveat
    assert "daily-nurses" in ids("November 2023")
    assert "oxygen-2023" in ids("metric tons")
    assert "beds-staffed" in ids("1240")
    assert "winter-fund" in ids("2500000")
    assert ids("no such word") == set()


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("revised down", {"revision-2024-02", "revisions-together"}),
        ("first published january", set()),
        ("revised february gain", {"gain-2024-02", "gain-2024-02-first", "revision-2024-02", "revisions-together"}),
        ("over the year", {"pay-year", "pay-year-real"}),
        ("retail trade", {"gain-retail", "gain-department-stores", "gain-furniture-shops", "gain-garden-centres"}),
        ("april rate sex", {"rate-men", "rate-women"}),
        ("growth per cent 2025", {"growth-2025"}),
        ("mean overtime", {"overtime"}),
    ],
)
def test_search_finds_the_words_of_lists(search: str, found: set[str], jobs: Catalogue) -> None:
    assert set(select(jobs, Selection(search=search))["id"]) == found


def test_cells_are_listed_as_pandas_lists_them(shipped: Catalogue) -> None:
    rows = shipped.figures.iloc[3:12]
    for name, column in rows.items():
        listed, expected = columns.to_list(column), column.tolist()
        assert [one for one in listed if pd.notna(one)] == [one for one in expected if pd.notna(one)], name
        assert list(map(pd.isna, listed)) == list(map(pd.isna, expected)), name
