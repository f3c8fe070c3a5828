"""What each version of the catalogue format adds to the one before.

A step is data: tables and fields as the descriptor declares them, in the order in which they are added. `upgrade`
applies the steps; `FORMAT` is the version that this program reads and writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]

PROPERTY = "catalogueFormat"
"""Property of the descriptor that holds the version; a descriptor without it has version 1."""


@dataclass(frozen=True, kw_only=True)
class NewField:
    """A field added to a table of the descriptor, behind the field `after`; its cells are empty."""

    table: str
    after: str
    declared: Json
    foreign_key: str = ""
    """The table that the field refers to, where it is no list."""


@dataclass(frozen=True, kw_only=True)
class NewTable:
    """A resource added to the descriptor, in front of the resource `before`; its file has a header and no row."""

    before: str
    declared: Json


@dataclass(frozen=True, kw_only=True)
class NamesToRows:
    """A field of names that becomes a list of references: each name becomes a row of another table, none is lost."""

    table: str
    field: str
    becomes: Json
    rows_of: str
    separator: str = ";"
    id_field: str = "id"
    name_field: str = "name"


@dataclass(frozen=True, kw_only=True)
class NewValues:
    """Values added to the closed list of a field, with its new description."""

    table: str
    field: str
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, kw_only=True)
class NewDescription:
    """A field whose meaning is told anew."""

    table: str
    field: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """All that turns a catalogue of one version into one of the next."""

    tables: tuple[NewTable, ...] = ()
    fields: tuple[NewField, ...] = ()
    names: tuple[NamesToRows, ...] = ()
    values: tuple[NewValues, ...] = ()
    descriptions: tuple[NewDescription, ...] = field(default=())


def _text(name: str, title: str, description: str, **more: Any) -> Json:
    return {"name": name, "type": "string", "title": title, "description": description, **more}


def _list(name: str, title: str, description: str, references: str = "") -> Json:
    refers = {"references": references} if references else {}
    return {"name": name, "type": "list", "title": title, "description": description, "delimiter": ";", **refers}


def _yes_no(name: str, title: str, description: str) -> Json:
    return {
        "name": name,
        "type": "boolean",
        "title": title,
        "description": description,
        "trueValues": ["yes"],
        "falseValues": ["no"],
    }


_SYNONYMS = "Other words by which a reader may look for it, such as an abbreviation or an everyday word."
_ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"

_AGENTS: Json = {
    "name": "agents",
    "path": "agents.csv",
    "title": "Agents",
    "description": "Persons and bodies as a bibliography names them: one row is an author or a producer of figures.",
    "type": "table",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "schema": {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            _text(
                "id",
                "Id",
                "Name of the row; small letters, digits and hyphens.",
                constraints={"required": True, "unique": True, "pattern": _ID_PATTERN},
            ),
            _text(
                "kind",
                "Kind",
                "person, with the parts of the name in the next columns; body: an organization, whose name is never "
                "taken apart. Empty: not known, and the name is cited as it stands.",
                constraints={"enum": ["person", "body"]},
            ),
            _text("name", "Name", "The whole name as it is printed.", constraints={"required": True}),
            _text("given", "Given name", "Of a person: the given names."),
            _text(
                "particle", "Particle", "Of a person: a part before the family name that it is not sorted by: von, de."
            ),
            _text("family", "Family name", "Of a person: the name that a bibliography sorts by."),
            _text("suffix", "Suffix", "Of a person: a part behind the name: Jr., III."),
        ],
        "primaryKey": ["id"],
    },
}

STEPS: Mapping[int, Step] = {
    2: Step(
        tables=(NewTable(before="sources", declared=_AGENTS),),
        fields=(
            NewField(
                table="observations",
                after="place_from",
                declared=_text("place_through", "Through", "A place that the counted thing passes on its way."),
            ),
            *(
                NewField(table="statements", after=after, declared=declared)
                for after, declared in (
                    ("about", _text("period", "Period", "What the statement covers, in EDTF; empty is not stated.")),
                    ("inferred", _text("as_printed", "As printed", "The few words that hold its number or date.")),
                    (
                        "as_printed",
                        _text(
                            "section", "Section", "Heading of the section that it stands in; lead: before the first."
                        ),
                    ),
                    (
                        "section",
                        {
                            "name": "paragraph",
                            "type": "integer",
                            "title": "Paragraph",
                            "description": "Paragraph of the section, from 1.",
                            "constraints": {"minimum": 1},
                        },
                    ),
                    (
                        "paragraph",
                        _text(
                            "fingerprint",
                            "Fingerprint",
                            "SHA-256 of the sentence that it stands in.",
                            constraints={"pattern": "^[0-9a-f]{64}$"},
                        ),
                    ),
                )
            ),
            NewField(
                table="dismissed",
                after="why",
                declared=_text("figure", "Figure", "The figure that the number repeats, where the reason is repeats."),
                foreign_key="observations",
            ),
            NewField(table="indicators", after="definition", declared=_list("synonyms", "Synonyms", _SYNONYMS)),
            NewField(table="kinds", after="title", declared=_list("synonyms", "Synonyms", _SYNONYMS)),
            NewField(table="populations", after="title", declared=_list("synonyms", "Synonyms", _SYNONYMS)),
            NewField(table="topics", after="title", declared=_list("synonyms", "Synonyms", _SYNONYMS)),
            NewField(table="sources", after="short_name", declared=_list("synonyms", "Synonyms", _SYNONYMS)),
            NewField(
                table="sources",
                after="named",
                declared=_yes_no(
                    "collective",
                    "Collective",
                    "yes where the words stand for nobody in particular (reports, observers): two figures of such a "
                    "source may come from different issuers.",
                ),
            ),
            NewField(
                table="sources",
                after="kind",
                declared=_text(
                    "agent", "Agent", "The person or body as a bibliography names it; empty: the name as it stands."
                ),
                foreign_key="agents",
            ),
        ),
        names=(
            NamesToRows(
                table="documents",
                field="author",
                becomes=_list("authors", "Authors", "Its authors in order, where known.", "agents"),
                rows_of="agents",
            ),
        ),
        values=(
            NewValues(
                table="statements",
                field="said",
                values=("assessed", "stated"),
                description="What was said: denied, declined to confirm, assessed or stated.",
            ),
            NewValues(
                table="dismissed",
                field="why",
                values=("repeats", "definition", "part", "reference", "out_of_scope"),
                description="date; ordinal; name: a part of one; idiom: a way of speaking, which measures nothing; "
                "no_order: a magnitude without even an order; repeats: a figure that stands elsewhere, named in the "
                "column figure; definition: it says what is counted (27 weeks or longer); part: of another figure (the "
                "95 of a 95 % interval, the 100,000 of a rate); reference: to a table, a page, a resolution; "
                "out_of_scope: a figure that this catalogue leaves out on purpose.",
            ),
        ),
        descriptions=(
            NewDescription(
                table="observations",
                field="caveats",
                description="What must be known before the figure is used, the most important first: where there is "
                "room for one caveat only, the first is shown.",
            ),
        ),
    ),
}
"""The step that leads to each version."""

FORMAT = max(STEPS)
"""The version of the format that this program reads and writes."""
