"""Names that readers choose by: no two of a table are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.figures import agents, names
from indicators.figures.build import figures_of
from indicators.figures.facets import FACETS
from indicators.figures.selection import selectable_ids, selectable_names
from tests.support.twins import add_twins

ALL_NAMES = (
    names.source_names,
    names.short_source_names,
    names.indicator_titles,
    names.topic_titles,
    names.document_titles,
)


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(add_twins(tmp_path_factory.mktemp("twins") / "data"))


def test_a_name_that_does_not_repeat_stays_as_it_is() -> None:
    assert names.distinct_names({"a": ("Sea", "north"), "b": ("Land", "north")}) == {"a": "Sea", "b": "Land"}


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Munitions of North Korean origin", "munitions of North Korean origin"),
        ("Administration of the United States", "administration of the United States"),
        ("North Korean troops", "North Korean troops"),
        ("Russia's military", "Russia's military"),
        ("Troops Association", "Troops Association"),
        ("Containers", "containers"),
    ],
)
def test_a_population_begins_small_within_a_sentence_unless_it_begins_with_a_name(
    title: str, within: str, shipped: Catalogue
) -> None:
    assert names.population_within_sentence(shipped, title) == within


def test_a_repeated_name_takes_the_first_words_that_differ_and_no_others() -> None:
    words = {"a": ("Office", "state", "North", "2020"), "b": ("Office", "state", "South", "2021")}
    assert names.distinct_names(words) == {"a": "Office, North", "b": "Office, South"}


def test_words_are_added_until_each_of_three_is_told_apart() -> None:
    words = {"a": ("Office", "North"), "b": ("Office", "South", "2020"), "c": ("Office", "South", "2021")}
    assert names.distinct_names(words) == {"a": "Office, North", "b": "Office, South, 2020", "c": "Office, South, 2021"}


def test_a_name_without_a_word_that_differs_takes_the_id() -> None:
    assert names.distinct_names({"a": ("Sea",), "b": ("Sea",)}) == {"a": "Sea, id a", "b": "Sea, id b"}


def test_a_name_made_longer_is_not_taken_for_one_that_was_so_from_the_start() -> None:
    words = {"a": ("Office", "North"), "b": ("Office", "South"), "c": ("Office, North",)}
    made = names.distinct_names(words)
    assert made == {"a": "Office, North, id a", "b": "Office, South", "c": "Office, North, id c"}


def test_names_that_only_look_alike_are_told_apart() -> None:
    words = {
        "a": ("Sea  side",),
        "b": ("Sea side",),
        "c": ("Se\u200ba side",),
        "d": ("Caf\u00e9",),
        "e": ("Cafe\u0301",),
    }
    made = names.distinct_names(words)
    assert [made[identity].endswith(f", id {identity}") for identity in words] == [True] * 5


@given(
    st.dictionaries(
        st.from_regex(r"[ab](-[ab])?", fullmatch=True),
        st.lists(st.sampled_from(["X", "X, id a", "X, id b", "Y", ""]), min_size=1, max_size=3),
    )
)
def test_no_two_names_are_ever_alike(words: dict[str, list[str]]) -> None:
    made = names.distinct_names(words)
    assert list(made) == list(words)
    assert len(set(made.values())) == len(made)


def test_the_names_of_a_catalogue_are_those_of_its_files_where_none_repeats(shipped: Catalogue) -> None:
    assert dict(names.source_names(shipped)) == shipped.sources["name"].to_dict()
    assert dict(names.short_source_names(shipped)) == shipped.sources["short_name"].to_dict()
    assert dict(names.indicator_titles(shipped)) == shipped.indicators["title"].to_dict()
    assert dict(names.topic_titles(shipped)) == shipped.topics["title"].to_dict()


def test_no_two_ids_of_a_table_have_one_name(twins: Catalogue) -> None:
    for of_table in ALL_NAMES:
        made = of_table(twins)
        assert len(set(made.values())) == len(made)
    assert names.source_names(twins)["officials-south"] == "Officials of the health board, Southland"
    assert names.document_titles(twins)["winter-2024"] == "Beds for the Winter, 4 December 2024"
    assert names.topic_titles(twins)["supplies-south"] == "Staff and supplies, id supplies-south"


@pytest.mark.parametrize("facet", FACETS)
def test_the_name_of_a_choice_does_not_depend_on_what_else_can_be_chosen(twins: Catalogue, facet: str) -> None:
    without, with_record = (selectable_names(twins, facet, record=record) for record in (False, True))
    assert tuple(with_record) == selectable_ids(twins, facet, record=True)
    assert all(with_record[identity] == name for identity, name in without.items())


def test_a_figure_names_its_source_indicator_topic_and_document_apart_from_others(twins: Catalogue) -> None:
    own, other = figures_of(twins, twins.rows("oxygen-officials", "oxygen-southland"))
    for name in ("title", "topic", "source_name", "source_short", "document_title"):
        assert getattr(own, name) != getattr(other, name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("The author of the article", "the author of the article"),
        ("Unnamed reports", "unnamed reports"),
        ("Officials of the health board", "officials of the health board"),
        ("Official Gazette", "Official Gazette"),
        ("US officials", "US officials"),
        ("Reports", "reports"),
    ],
)
def test_within_a_sentence_only_a_proper_name_is_capital(name: str, written: str) -> None:
    assert agents.within_sentence(name) == written
