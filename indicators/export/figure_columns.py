"""The columns of figures in downloads: names, meanings, types, and what they were called in the version before."""

from collections.abc import Iterable, Mapping

import pandas as pd

COLUMNS: Mapping[str, str] = {
    "id": "Name of the figure; it appears in addresses.",
    "title": "What is measured, in short.",
    "value": "The number as printed, in unit; empty for a range or a vague magnitude.",
    "lower": "Lower bound in unit; empty is unbounded, or unknown where the qualifier is approximate or vague.",
    "upper": "Upper bound in unit; empty as for lower.",
    "lower_open": "yes where the lower bound itself is excluded.",
    "upper_open": "yes where the upper bound itself is excluded.",
    "qualifier": "How the number is bounded; unqualified is a bare number and does not mean exact.",
    "interval_lower": "Lower end of the interval that is published beside the value, in unit; no bound on the truth.",
    "interval_upper": "Upper end of that interval.",
    "interval_kind": "Whether it is a confidence or a credible interval, a range of scenarios, a margin, or rounding.",
    "interval_level": "Level of that interval in percent.",
    "order_of_magnitude": "For a vague magnitude, the power of ten that its words state.",
    "significant_figures": "Significant digits that the printed number bears.",
    "unit": "Unit by its name in the catalogue.",
    "unit_label": "Unit in words.",
    "unit_ucum": "Unit in the Unified Code for Units of Measure; braces hold what is counted, or a currency.",
    "unit_uncefact": "Unit as common code of UN/CEFACT Recommendation 20; empty where it has none.",
    "kind": "What sort of thing is counted or measured.",
    "indicator": "Name of the indicator.",
    "definition": "What exactly is counted or measured, and what is not.",
    "counts": "What the document says is counted, where that is more or other than the definition.",
    "statistic": "How the value relates to time, to a whole, or to a value before.",
    "groups": "Names of the groups that it is about; empty is the whole population.",
    "groups_in_words": "The same in words.",
    "topic": "What it is about.",
    "population": "Whom or what it is about.",
    "as_printed": "The few words that hold the number.",
    "source": "Name of the source that makes the claim.",
    "source_name": "The source in full.",
    "source_kind": "What sort of source it is.",
    "source_named": "yes where the document names the person or body.",
    "source_country": "Country it belongs to; empty where it belongs to none.",
    "source_country_code": "That country in three letters (ISO 3166-1 alpha-3); empty where it has no code there.",
    "source_stake": "Its stake in the matter, in the words of the editor.",
    "source_party": "yes where it is a party to the conflict that the figures are about, or a body of one.",
    "source_implied": "yes where the document implies the source.",
    "counted_by": "Name of the source whose counting it is; empty where not stated.",
    "counted_by_name": "That source in full.",
    "counted_by_kind": "What sort of source it is.",
    "counted_by_country_code": "The country of that source, as source_country_code.",
    "counted_by_party": "yes where it is a party to the conflict that the figures are about, or a body of one.",
    "relayed_by": "Names of the sources through whom it came, in order.",
    "relayed_by_names": "Those sources in full.",
    "attribution": "The words by which the document ties the claim to its source.",
    "status": "How firmly it is said.",
    "season": "Whether it is adjusted for the season; empty is not stated, or it has none.",
    "prices": "Whether it is in the prices of the time (nominal) or in constant prices (real).",
    "price_base": "Of real values: the year, month or fiscal year whose prices they are in.",
    "annualised": "yes where the value of a shorter time is given per year.",
    "period": "What the value covers, in EDTF; empty is not stated.",
    "period_start": "First day that the period may include; empty is not stated, unknown or open.",
    "period_end": "Last day that the period may include; empty as for period_start.",
    "issued": "When it was said, in EDTF; empty is not stated.",
    "issued_start": "First day on which it may have been said; empty is not stated, unknown or open.",
    "issued_end": "Last day on which it may have been said; empty as for issued_start.",
    "inferred": "Columns that the document does not print and the editor inferred.",
    "place_from": "Where the counted thing comes from.",
    "place_from_code": "That place in three letters where it is a country, as source_country_code.",
    "place_through": "A place that the counted thing passes on its way.",
    "place_through_code": "That place in three letters where it is a country, as source_country_code.",
    "place_to": "Where the counted thing goes or is.",
    "place_to_code": "That place in three letters where it is a country, as source_country_code.",
    "updates": "The figure of which the document prints this one as an update.",
    "vintage": "Whether it is the value first published for its period or a revised one.",
    "part_of": "The figure of which this one is a part.",
    "series": "Name shared by running totals of one issuer with one start.",
    "same_as": "The figure that is most likely the same publication, in the judgement of the editor.",
    "same_as_ground": "Why the editor takes it to be the same.",
    "document": "Name of the document.",
    "also_in": "Names of other documents that print it, or a detail of it.",
    "document_role": "Whether the document is what the catalogue is about, or what it may be set against.",
    "document_title": "Its title; empty where it is not known.",
    "document_author": "Its author; empty where not known.",
    "document_publisher": "Its publisher.",
    "published": "Its date of publication, in EDTF.",
    "published_start": "First day that the date of publication may mean; empty is not known.",
    "published_end": "Last day that it may mean; empty as for published_start.",
    "document_url": "Its address.",
    "section": "Heading of the section in which the figure stands; lead before the first.",
    "paragraph": "Number of the paragraph in that section.",
    "fingerprint": "SHA-256 of the sentence in which it stands.",
    "caveats": "Codes of what must be known before it is used.",
    "caveats_in_words": "The same in words, each with its origin.",
    "note": "A remark of the editor.",
    "citation": "How to cite the figure.",
}
"""The columns in order, each with its meaning."""

CONVERTED: Mapping[str, str] = {
    "converted_value": "The value in converted_unit, not rounded; empty as value.",
    "converted_lower": "The lower bound in converted_unit, not rounded; empty as lower.",
    "converted_upper": "The upper bound in converted_unit, not rounded; empty as upper.",
    "converted_unit": "Unit of the system that the address asks for; where the system has none, the unit as printed.",
    "converted_unit_label": "That unit in words.",
}
"""The columns that stand after those of the unit where another system of units than the printed is asked for."""

NUMBERS = (
    "value",
    "lower",
    "upper",
    "interval_lower",
    "interval_upper",
    "interval_level",
)
"""Columns of numbers, which a file writes as such whatever is selected: 74000.0 where all are whole."""

INTEGERS = ("order_of_magnitude", "significant_figures", "paragraph")
"""Columns of whole numbers; all others are text."""

DAYS = tuple(f"{name}_{end}" for name in ("period", "issued", "published") for end in ("start", "end"))
"""Columns of days, in ISO 8601."""

LISTS = ("groups", "relayed_by", "also_in", "inferred", "caveats")
"""Columns of lists, with the delimiters of `observations.csv`."""

VERSIONS = ("2", "1")
"""Versions of the columns in downloads: that of this module, and the one before, which is given when asked for."""

RENAMED: Mapping[str, str] = {
    "counted_by": "root",
    "counted_by_name": "root_name",
    "counted_by_kind": "root_kind",
    "counted_by_party": "root_party",
    "relayed_by": "via",
    "relayed_by_names": "via_names",
    "document_role": "role",
    "document_author": "author",
    "document_publisher": "publisher",
    "document_url": "url",
}
"""The columns that had another name in version 1, each with that name."""

CURRENT: Mapping[str, str] = {old: new for new, old in RENAMED.items()}
"""The names of version 1 that are no longer used, each with the name of today."""

_ADDED = frozenset(
    "source_country_code counted_by_country_code place_from_code place_through_code place_to_code "
    "issued_start issued_end published_start published_end".split()
)
"""The columns that version 1 did not have."""


def names_in(version: str, names: Iterable[str]) -> dict[str, str]:
    """The columns that a version has, in order, each with its name there."""
    if version == VERSIONS[0]:
        return {name: name for name in names}
    return {name: RENAMED.get(name, name) for name in names if name not in _ADDED}


def in_version(version: str, table: pd.DataFrame) -> pd.DataFrame:
    """A table of figures, or of verdicts on them, with the columns and names of a version."""
    names = names_in(version, map(str, table))
    if version != VERSIONS[0] and "inferred" in table:
        cells = table["inferred"]
        table = table.assign(inferred=cells.map({cell: _old_names(cell) for cell in cells.dropna().unique()}))
    return table[list(names)].rename(columns=names)


def chosen(table: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """The columns of a table that are asked for by these names, of any version, each under the name that was used."""
    asked = list(dict.fromkeys(names))
    return table[[CURRENT.get(name, name) for name in asked]].set_axis(asked, axis=1)


def new_names(cell: str) -> str:
    """A cell of `inferred` of a catalogue, whose items are columns of its format, with the names of COLUMNS."""
    return ";".join(CURRENT.get(item.strip(), item.strip()) for item in cell.split(";"))


def _old_names(cell: str) -> str:
    return ";".join(RENAMED.get(item, item) for item in cell.split(";"))
