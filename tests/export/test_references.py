"""Citations in the formats of reference managers, read back by programs that are not ours."""

import json
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.model import Catalogue
from indicators.export import citation_styles, reference_formats, references
from indicators.export.references import Name, Reference
from tests.support.edits import Edited
from tests.support.places import WARDS

URL = "https://www.38north.org/2024/10/russia-dprk-relations-strategic-partnership-or-opportunistic-alliance/"

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)


def cited(catalogue: Catalogue) -> tuple[Reference, ...]:
    return (*references.catalogue_references(catalogue), *references.figure_references(catalogue, catalogue.figures))


TITLE = "Russia-DPRK Relations: Strategic Partnership or Opportunistic Alliance?"


def test_a_figure_is_cited_by_its_document_with_who_said_it_in_the_note(shipped: Catalogue) -> None:
    claimed, unnamed, own = references.figure_references(
        shipped, shipped.rows("munitions-shipped", "containers-2024-08", "distance")
    )
    assert claimed.note == (
        "“more than 74,000 metric tons”. Section “Russia-DPRK Relations Rise to New Heights”, paragraph 2. "
        "As attributed to C4ADS."
    )
    assert unnamed.note.endswith("As attributed to unnamed South Korean military officials.")
    assert "attributed" not in own.note
    for reference in (claimed, unnamed, own):
        assert [name.printed for name in reference.authors] == ["Daniel DePetris"]
        assert (reference.title, reference.publisher) == (TITLE, "38 North")


def test_styles_print_what_is_known(shipped: Catalogue) -> None:
    dashboard, document, *_ = references.catalogue_references(shipped, "https://figures.example.org/")
    assert {name: citation_styles.plain(style(document)) for name, style in citation_styles.STYLES.items()} == {
        "APA": f"DePetris, D. (2024, October). {TITLE} 38 North. {URL}",
        "Chicago": f"DePetris, Daniel. 2024. “{TITLE}” 38 North, October. {URL}.",
        "MLA": f"DePetris, Daniel. “{TITLE}” 38 North, Oct. 2024, {URL}.",
    }
    assert citation_styles.plain(citation_styles.apa(dashboard)) == (
        "The indicators contributors. (2026). Russia–DPRK relations in figures (Version 1.0.0) [Data set]. "
        "https://figures.example.org/"
    )


VAN = Name(
    family="Berg", given="Anna Mary", particle="van der", suffix="Jr.", whole="A. van der Berg Jr.", is_person=True
)
KIM = Name(family="Kim", given="In-guk", whole="Kim In-guk", is_person=True)
BODY = Name(family="Ministry of Works")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["*T*. (n.d.). Site. u", "Site. n.d. “T.” u.", "“T.” *Site*, u."]),
        (
            {"accessed": "2024-01-02"},
            [
                "*T*. (n.d.). Site. Retrieved January 2, 2024, from u",
                "Site. n.d. “T.” Accessed January 2, 2024. u.",
                "“T.” *Site*, u. Accessed 2 Jan. 2024.",
            ],
        ),
        (
            {"authors": (BODY,), "publisher": "Ministry of Works", "issued": "2023-12?"},
            [
                "Ministry of Works. (ca. 2023, December). *T*. u",
                "Ministry of Works. ca. 2023. “T.” December. u.",
                "Ministry of Works. “T.” circa Dec. 2023, u.",
            ],
        ),
        (
            {"authors": (VAN, KIM), "title": "“More than” what?", "issued": "2023-09/2023-11"},
            [
                "van der Berg, A. M., Jr., & Kim, I.-g. (2023, September–November). *“More than” what?* Site. u",
                "Berg, Anna Mary van der, Jr., and Kim In-guk. 2023. “‘More than’ what?” Site, September–November. u.",
                "van der Berg, Anna Mary, Jr., and Kim In-guk. “‘More than’ what?” *Site*, Sept. 2023–Nov. 2023, u.",
            ],
        ),
        (
            {"authors": (BODY, KIM, BODY), "issued": "2024-05-01"},
            [
                "Ministry of Works, Kim, I.-g., & Ministry of Works. (2024, May 1). *T*. Site. u",
                "Ministry of Works, Kim In-guk, and Ministry of Works. 2024. “T.” Site, May 1. u.",
                "Ministry of Works, et al. “T.” *Site*, 1 May 2024, u.",
            ],
        ),
    ],
)
def test_a_style_names_authors_dates_and_site_as_far_as_they_are_known(
    changes: dict[str, Any], expected: list[str]
) -> None:
    given: dict[str, Any] = {"authors": (), "title": "T", "publisher": "Site", "url": "u", **changes}
    printed = [style(Reference(key="a", kind="document", **given)) for style in citation_styles.STYLES.values()]
    shown = [one.replace("<i>", "*").replace("</i>", "*").unescape() for one in printed]
    assert shown == expected


def test_bibtex_is_for_biblatex_or_for_the_styles_of_bibtex(shipped: Catalogue) -> None:
    figures = references.figure_references(shipped, shipped.rows("munitions-shipped"))
    note = (
        "  note = {“more than 74,000 metric tons”. Section “Russia-DPRK Relations Rise to New Heights”, paragraph 2. "
        "As attributed to C4ADS.},\n"
    )
    assert reference_formats.bibtex(figures) == (
        "@online{munitions-shipped,\n"
        "  author = {DePetris, Daniel},\n"
        f"  title = {{{{{TITLE}}}}},\n"
        "  organization = {{38 North}},\n"
        "  date = {2024-10},\n"
        f"  url = {{{URL}}},\n"
        f"{note}"
        "}\n"
    )
    assert reference_formats.bibtex(figures, reference_formats.CLASSIC) == (
        "@misc{munitions-shipped,\n"
        "  author = {DePetris, Daniel},\n"
        f"  title = {{{{{TITLE}}}}},\n"
        f"  howpublished = {{{{38 North}}, \\url{{{URL}}}}},\n"
        "  year = {2024},\n"
        f"{note}"
        "  month = oct,\n"
        "}\n"
    )


@pytest.mark.parametrize("catalogue", ["shipped", "wards"], indirect=True)
def test_every_figure_document_and_the_dashboard_is_read_from_each_file(catalogue: Catalogue) -> None:
    every = cited(catalogue)
    keys = [one.key for one in every]
    assert len(set(keys)) == len(keys) == 1 + len(catalogue.documents) + len(catalogue.figures)
    for flavour in reference_formats.FLAVOURS:
        library = bibtexparser.parse_string(reference_formats.bibtex(every, flavour))
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == keys
    records = rispy.loads(reference_formats.ris(every))
    assert [record["id"] for record in records] == keys
    items = json.loads(reference_formats.csl_json(every))
    assert [item["id"] for item in items] == keys
    for one, record, item in zip(every, records, items, strict=True):
        # A page of the record without a title has its address in its place.
        assert record["title"] == item["title"] == one.title
        assert record.get("authors", []) == [f"{each.family}, {each.given}".removesuffix(", ") for each in one.authors]
        assert not {"editor", "container-author"} & set(item)
        assert "  " not in item.get("note", "")


def test_a_document_of_which_little_is_known_is_cited_by_what_is_known(wards: Catalogue) -> None:
    (record,) = (one for one in references.catalogue_references(wards) if one.key == "document:record-2024")
    assert reference_formats.csl_item(record) == {
        "id": "document:record-2024",
        "type": "webpage",
        "title": "Hospital statistics 2023",
        "container-title": "statistics.example.com",
        "URL": "https://statistics.example.com/hospitals-2023",
    }
    assert reference_formats.ris([record]).splitlines() == [
        "TY  - ELEC",
        "TI  - Hospital statistics 2023",
        "T2  - statistics.example.com",
        "UR  - https://statistics.example.com/hospitals-2023",
        "ID  - document:record-2024",
        "ER  - ",
    ]


def test_a_figure_without_printed_words_is_cited_by_its_number(wards: Catalogue) -> None:
    (oxygen,) = references.figure_references(wards, wards.rows("record-oxygen"))
    assert oxygen.note.startswith("about 37,500 kilograms. ")


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
        authors=(Name(family=text), Name(family=text, given=text, is_person=True)),
        title=text,
        publisher=text,
        issued="2024-10",
        url="https://example.org/{a}%20\\b c",
        note=text,
    )


@given(ANY_TEXT)
def test_no_text_breaks_out_of_its_field(text: str) -> None:
    one, after = _hostile(text), Reference(key="b", kind="document", authors=(), title="After")
    for flavour in reference_formats.FLAVOURS:
        library = bibtexparser.parse_string(reference_formats.bibtex([one, after], flavour))
        assert not library.failed_blocks
        assert [(entry.key, entry["title"]) for entry in library.entries][1] == ("b", "{After}")
    library = bibtexparser.parse_string(reference_formats.bibtex([one, after]))
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
