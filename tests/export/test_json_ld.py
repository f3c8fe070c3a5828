"""The figures as a schema.org Dataset: bounds as bounds, nothing that the catalogue does not say."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.export import croissant, dcat, derived_table, figure_columns, json_ld
from indicators.figures.selection import figures_in_scope
from tests.support.audits import changed
from tests.support.edits import Edited
from tests.support.places import JOBS, WARDS

NUMBERS = ("value", "minValue", "maxValue")


def measured(catalogue: Catalogue, *ids: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json_ld.dataset(catalogue, catalogue.rows(*ids))["variableMeasured"]
    return found


def texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in texts(value)]
    return [text for value in data for text in texts(value)] if isinstance(data, list) else [str(data)]


@pytest.mark.parametrize(
    ("one", "numbers"),
    [
        ("beds-staffed", {"value": 1240}),  # exact
        ("daily-nurses", {"value": 91}),  # unqualified
        ("record-oxygen", {"value": 37500}),  # approximate: its bounds are not known
        ("died-2023-10", {"maxValue": 90}),  # less than
        ("oxygen-2023", {"minValue": 36}),  # more than
        ("winter-fund", {"maxValue": 2500000}),  # at most
        ("nurses-missing", {"minValue": 120, "maxValue": 180}),  # between
        ("nurses-leaving", {"value": "Hundreds more"}),  # vague: no number
    ],
)
def test_a_bound_is_a_bound_and_no_value(one: str, numbers: dict[str, object], wards: Catalogue) -> None:
    (found,) = measured(wards, one)
    assert {name: found[name] for name in NUMBERS if name in found} == numbers


def test_a_figure_says_what_it_counts_who_counted_and_what_must_be_known(wards: Catalogue) -> None:
    (found,) = measured(wards, "daily-nurses")
    assert found == {
        "@type": "PropertyValue",
        "identifier": "daily-nurses",
        "name": "Admissions a day",
        "description": "Admissions per day. Printed as “91 a day”; unqualified. "
        "Covers November 2023 (assumed by the editor). "
        "Caveats: [editor] The association cites the newspaper's reading of the register and not the register. "
        "[editor] The article prints the month without its year; 2023 is inferred from its date.",
        "value": 91,
        "unitText": "admissions a day",
        "unitCode": "UCUM:{admission}/d",
        "measurementTechnique": "Claimed by Association of Nurses [non-governmental organization] (“puts it at”); "
        "whose counting it is: Register of Admissions; relayed by The Courier, a newspaper; status: reported",
    }


def test_a_figure_says_what_its_document_counts_beyond_the_definition(wards: Catalogue) -> None:
    (found,) = measured(wards, "record-patients")
    assert found["description"].startswith("Patients counted once each, transfers left out. Patients counted once each")


def test_a_unit_has_its_common_code_else_another_with_its_name_else_none(shipped: Catalogue, wards: Catalogue) -> None:
    tons, troops, nurses = (
        *measured(shipped, "munitions-shipped", "troops-training"),
        *measured(wards, "nurses-missing"),
    )
    assert (tons["unitCode"], troops["unitCode"]) == ("TNE", "UCUM:{troop}")
    assert "unitCode" not in nurses


def test_without_an_address_there_is_no_address_and_no_file(shipped: Catalogue) -> None:
    rows = figures_in_scope(shipped)
    found = json_ld.dataset(shipped, rows)
    assert (
        list(found)
        == (
            "@context @type name description identifier keywords isAccessibleForFree version dateCreated datePublished "
            "license creator publisher creditText citation temporalCoverage spatialCoverage variableMeasured"
        ).split()
    )
    assert found["dateCreated"] == "2026-11-23"
    assert found["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Russia-DPRK Relations: Strategic Partnership or Opportunistic Alliance?",
            "author": [{"@type": "Person", "name": "Daniel DePetris", "givenName": "Daniel", "familyName": "DePetris"}],
            "publisher": {"@type": "Organization", "name": "38 North"},
            "datePublished": "2024-10",
            "url": "https://www.38north.org/2024/10/russia-dprk-relations-strategic-partnership-or-opportunistic-alliance/",
        }
    ]
    assert len(found["variableMeasured"]) == len(rows) == 22


@pytest.mark.parametrize(
    ("agent", "author"),
    [
        (
            "person,Kim In-guk,In-guk,,Kim,",
            {"@type": "Person", "name": "Kim In-guk", "givenName": "In-guk", "familyName": "Kim"},
        ),
        (
            "person,M. van der Berg Jr.,M.,van der,Berg,Jr.",
            {
                "@type": "Person", "name": "M. van der Berg Jr.", "givenName": "M.", "familyName": "van der Berg",
                "honorificSuffix": "Jr.",
            },
        ),
        ("body,World Bank,,,,", {"@type": "Organization", "name": "World Bank"}),
    ],
)  # fmt: skip
def test_an_author_has_the_name_as_printed_with_the_parts_that_the_catalogue_gives(
    agent: str, author: dict[str, str], edited: Edited
) -> None:
    catalogue = edited(WARDS, "agents.csv", lambda csv: f"{csv.splitlines()[0]}\nn-vale,{agent}\n")
    (document,) = json_ld.dataset(catalogue, catalogue.rows("beds-staffed"))["citation"]
    assert document["author"] == [author]


def test_with_an_address_each_file_has_its_own(shipped: Catalogue) -> None:
    found = json_ld.dataset(
        shipped, shipped.rows("distance"), address="https://example.org/", query="source=author&search=miles"
    )
    assert found["url"] == "https://example.org/figures?source=author&search=miles"
    assert {(one["encodingFormat"], one["contentUrl"]) for one in found["distribution"]} == {
        ("text/csv", "https://example.org/data/figures.csv?source=author&search=miles"),
        ("application/json", "https://example.org/data/figures.json?source=author&search=miles"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "https://example.org/data/figures.xlsx?source=author&search=miles",
        ),
        ("application/vnd.apache.parquet", "https://example.org/data/figures.parquet?source=author&search=miles"),
        ("text/csv", "https://example.org/data/derived.csv?source=author&search=miles"),
        ("application/zip", "https://example.org/data/bundle.zip?source=author&search=miles"),
    }
    assert "temporalCoverage" not in found  # the figure states no period


def test_a_selection_covers_the_time_of_its_own_figures(shipped: Catalogue) -> None:
    found = json_ld.dataset(shipped, shipped.rows("munitions-shipped", "losses-daily"))
    assert found["temporalCoverage"] == "2023-08-01/2024-09-30"


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_nothing_empty_or_missing_is_written(catalogue: Catalogue) -> None:
    found = json_ld.dataset(catalogue, catalogue.figures, address="https://example.org")
    assert not {"", "nan", "None", "NaN"} & set(texts(found))


def test_text_ends_no_script_element(wards: Catalogue) -> None:
    hostile = "</script><script>alert('&')</script><!--\u2028"
    catalogue = replace(wards, descriptor=replace(wards.descriptor, title=hostile))
    data = json_ld.dataset(catalogue, catalogue.figures)
    written = json_ld.script(data)
    assert not set(written) & set("<>&\u2028")
    assert json.loads(written) == data

    class Elements(HTMLParser):
        names: list[str] = []  # noqa: RUF012
        text = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.names.append(tag)

        def handle_data(self, data: str) -> None:
            self.text += data

    parser = Elements()
    parser.feed(f'<script type="application/ld+json">{written}</script>')
    parser.close()
    assert parser.names == ["script"]
    assert json.loads(parser.text)["name"] == hostile


AT = {"address": "https://example.org", "query": "topic=capacity"}


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_dcat_and_croissant_say_what_schema_org_says(catalogue: Catalogue) -> None:
    rows = catalogue.figures
    plain, dataset, learning = (
        make(catalogue, rows, **AT) for make in (json_ld.dataset, dcat.dataset, croissant.dataset)
    )
    assert not {"", "nan", "None", "NaN"} & {*texts(dataset), *texts(learning)}
    assert dataset["dct:title"]["@value"] == plain["name"] == learning["name"]
    assert dataset["dct:identifier"] == plain["identifier"] == learning["identifier"]
    assert [one["@value"] for one in dataset["dcat:keyword"]] == plain["keywords"]
    assert [one["foaf:name"] for one in dataset["dct:creator"]] == [one["name"] for one in plain["creator"]]
    files = [one["contentUrl"] for one in plain["distribution"]]
    assert [one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]] == files
    assert {one["contentUrl"] for one in learning["distribution"]} <= set(files)
    time = dataset.get("dct:temporal", {})
    days = [time.get(f"dcat:{end}Date", {"@value": ".."})["@value"] for end in ("start", "end")]
    assert "/".join(days) == plain.get("temporalCoverage", "../..")
    names = [one["skos:prefLabel"]["@value"] for one in dataset["dct:spatial"]]
    assert names == [one["name"] for one in plain["spatialCoverage"]]


def test_croissant_has_the_columns_of_the_tables(wards: Catalogue) -> None:
    figures, derived = croissant.dataset(wards, wards.figures, **AT)["recordSet"]
    assert [one["source"]["extract"]["column"] for one in figures["field"]] == list(figure_columns.COLUMNS)
    assert [one["source"]["extract"]["column"] for one in derived["field"]] == list(derived_table.columns())
    types = {one["source"]["extract"]["column"]: one["dataType"] for one in figures["field"]}
    assert (types["value"], types["paragraph"], types["issued_start"]) == ("sc:Float", "sc:Integer", "sc:Date")
    assert "recordSet" in croissant.dataset(wards, wards.figures, address="")


@pytest.mark.parametrize(
    ("contributor", "creator", "classes"),
    [
        ({"title": "Kim In-guk", "givenName": "In-guk", "familyName": "Kim"}, "Person", ["foaf:Agent", "foaf:Person"]),
        ({"title": "Bureau", "organization": "Bureau"}, "Organization", ["foaf:Agent", "foaf:Organization"]),
        ({"title": "A. Editor", "organization": "Bureau"}, None, ["foaf:Agent"]),
    ],
)
def test_a_creator_is_a_person_or_a_body_where_the_catalogue_says_so(
    contributor: dict[str, str], creator: str | None, classes: list[str], wards: Catalogue
) -> None:
    declared = {**wards.descriptor.declared, "contributors": [contributor]}
    catalogue = replace(wards, descriptor=replace(wards.descriptor, declared=declared))
    (found,) = json_ld.dataset(catalogue, catalogue.figures)["creator"]
    assert (found.get("@type"), found["name"]) == (creator, contributor["title"])
    (agent,) = dcat.dataset(catalogue, catalogue.figures, **AT)["dct:creator"]
    assert (agent["@type"], agent["foaf:name"]) == (classes, contributor["title"])
    learning = croissant.dataset(catalogue, catalogue.figures, **AT)
    assert ("creator" in learning) == (creator is not None)


def test_an_index_is_in_points_of_its_base_and_no_percentage() -> None:
    (index,) = measured(changed(load(JOBS), "prices-2024", unit="percent"), "prices-2024")
    assert (index["value"], index["unitText"]) == (112.4, "index points (2020 = 100)")
