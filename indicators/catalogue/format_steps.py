"""What each version of the catalogue format adds to the one before.

A step is data: tables and fields as the descriptor declares them, in the order in which they are added. `upgrade`
applies the steps; `FORMAT` is the version that this program reads and writes.
"""

from collections.abc import Mapping

from indicators.catalogue.clause_fields import STEP as CLAUSE_FIELDS
from indicators.catalogue.format_changes import (
    FINGERPRINT_PATTERN,
    ID_PATTERN,
    FormatStep,
    Json,
    NamesToRows,
    NewDescription,
    NewField,
    NewTable,
    NewValues,
    list_of,
    new_fields,
    synonyms,
    table,
    text,
    yes_no,
)
from indicators.catalogue.scenario_fields import STEP as SCENARIO_FIELDS
from indicators.catalogue.statistical_fields import STEP as STATISTICAL_FIELDS

PROPERTY = "catalogueFormat"
"""Property of the descriptor that holds the version; a descriptor without it has version 1."""


_AGENTS: Json = table(
    "agents",
    "Agents",
    "Persons and bodies as a bibliography names them: one row is an author or a producer of figures.",
    [
        text(
            "id",
            "Id",
            "Name of the row; small letters, digits and hyphens.",
            constraints={"required": True, "unique": True, "pattern": ID_PATTERN},
        ),
        text(
            "kind",
            "Kind",
            "person, with the parts of the name in the next columns; body: an organization, whose name is never "
            "taken apart. Empty: not known, and the name is cited as it stands.",
            constraints={"enum": ["person", "body"]},
        ),
        text("name", "Name", "The whole name as it is printed.", constraints={"required": True}),
        text("given", "Given name", "Of a person: the given names."),
        text("particle", "Particle", "Of a person: a part before the family name that it is not sorted by: von, de."),
        text("family", "Family name", "Of a person: the name that a bibliography sorts by."),
        text("suffix", "Suffix", "Of a person: a part behind the name: Jr., III."),
    ],
)

_PASSAGES: Json = table(
    "passages",
    "Passages",
    "Words of a document that hold no number and on which something rests: a caveat, the attribution of a figure, or "
    "the definition of an indicator. The audit finds them in its text.",
    [
        text(
            "id",
            "Id",
            "Name of the row, unique in this file.",
            constraints={"required": True, "unique": True, "pattern": ID_PATTERN},
        ),
        text("document", "Document", "Where it is printed.", constraints={"required": True}),
        text("caveat", "Caveat", "The caveat that rests on the words."),
        text("figure", "Figure", "The figure that these words attribute to its source, wherever they stand."),
        text("indicator", "Indicator", "The indicator whose definition rests on the words."),
        text("section", "Section", "Heading of the section; lead: before the first.", constraints={"required": True}),
        {
            "name": "paragraph",
            "type": "integer",
            "title": "Paragraph",
            "description": "Number of the paragraph in its section, from 1.",
            "constraints": {"required": True, "minimum": 1},
        },
        text(
            "as_printed", "As printed", "The few words themselves, never the sentence.", constraints={"required": True}
        ),
        text(
            "fingerprint",
            "Fingerprint",
            "SHA-256 of the normalised sentence they stand in.",
            constraints={"required": True, "pattern": FINGERPRINT_PATTERN},
        ),
    ],
    {"document": "documents", "caveat": "caveats", "figure": "observations", "indicator": "indicators"},
)

STEPS: Mapping[int, FormatStep] = {
    2: FormatStep(
        tables=(NewTable(before="sources", declared=_AGENTS),),
        fields=(
            NewField(
                table="observations",
                after="place_from",
                declared=text("place_through", "Through", "A place that the counted thing passes on its way."),
            ),
            *new_fields(
                "statements",
                "about",
                text("period", "Period", "What the statement covers, in EDTF; empty is not stated."),
            ),
            *new_fields(
                "statements",
                "inferred",
                text("as_printed", "As printed", "The few words that hold its number or date."),
                text("section", "Section", "Heading of the section that it stands in; lead: before the first."),
                {
                    "name": "paragraph",
                    "type": "integer",
                    "title": "Paragraph",
                    "description": "Paragraph of the section, from 1.",
                    "constraints": {"minimum": 1},
                },
                text(
                    "fingerprint",
                    "Fingerprint",
                    "SHA-256 of the sentence that it stands in.",
                    constraints={"pattern": FINGERPRINT_PATTERN},
                ),
            ),
            NewField(
                table="dismissed",
                after="why",
                declared=text("figure", "Figure", "The figure that the number repeats, where the reason is repeats."),
                foreign_key="observations",
            ),
            NewField(table="indicators", after="definition", declared=synonyms()),
            NewField(table="kinds", after="title", declared=synonyms()),
            NewField(table="populations", after="title", declared=synonyms()),
            NewField(table="topics", after="title", declared=synonyms()),
            NewField(table="sources", after="short_name", declared=synonyms()),
            NewField(
                table="sources",
                after="named",
                declared=yes_no(
                    "collective",
                    "Collective",
                    "yes where the words stand for nobody in particular (reports, observers): two figures of such a "
                    "source may come from different issuers.",
                ),
            ),
            NewField(
                table="sources",
                after="kind",
                declared=text(
                    "agent", "Agent", "The person or body as a bibliography names it; empty: the name as it stands."
                ),
                foreign_key="agents",
            ),
        ),
        names=(
            NamesToRows(
                table="documents",
                field="author",
                becomes=list_of("authors", "Authors", "Its authors in order, where known.", "agents"),
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
    3: FormatStep(
        tables=(NewTable(before="unit_codes", declared=_PASSAGES),),
        fields=(
            *new_fields(
                "documents",
                "published",
                text(
                    "source",
                    "Source",
                    "Who makes the claims of the document, stated once for all: a figure of this source needs no "
                    "attribution of its own.",
                ),
                foreign_key="sources",
            ),
            *new_fields(
                "documents",
                "source",
                text("issued", "Issued", "When its figures were said, stated once for all, in EDTF."),
                text(
                    "period",
                    "Period",
                    "What its figures cover unless it says otherwise, stated once for all, in EDTF; a month that it "
                    "prints without a year is of the years of this period.",
                ),
            ),
        ),
        descriptions=(
            NewDescription(
                table="dismissed",
                field="why",
                description="date: a day, a month, a year or a time; ordinal: a place in an order (first); name: a "
                "part of one; idiom: a way of speaking, which measures nothing; no_order: a magnitude "
                "without even an order (many); repeats: a figure that stands elsewhere, named in the "
                "column figure; definition: it says what is counted (27 weeks or longer); part: of "
                "another figure (the 95 of a 95 % interval, the 100,000 of a rate); reference: to a "
                "table, a page, a resolution; out_of_scope: a figure that this catalogue leaves out on "
                "purpose.",
            ),
        ),
    ),
    4: STATISTICAL_FIELDS,
    5: SCENARIO_FIELDS,
    6: CLAUSE_FIELDS,
}
"""The step that leads to each version."""

FORMAT = max(STEPS)
"""The version of the format that this program reads and writes."""
