"""The table of figures in downloads: each row stands alone, with every id also in words."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import numpy as np
import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import look_up
from indicators.export import unit_codes
from indicators.figures.agents import author_names
from indicators.figures.citation import cite_figures
from indicators.figures.figure import caveats_of
from indicators.figures.statistics import group_titles
from indicators.measure.units import SYSTEMS

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
    "source_stake": "Its stake in the matter, in the words of the editor.",
    "source_party": "yes where it is a party to the conflict that the figures are about, or a body of one.",
    "source_implied": "yes where the document implies the source.",
    "root": "Name of the source whose counting it is; empty where not stated.",
    "root_name": "That source in full.",
    "root_kind": "What sort of source it is.",
    "root_party": "yes where it is a party to the conflict that the figures are about, or a body of one.",
    "via": "Names of the sources through whom it came, in order.",
    "via_names": "Those sources in full.",
    "attribution": "The words by which the document ties the claim to its source.",
    "status": "How firmly it is said.",
    "season": "Whether it is adjusted for the season; empty is not stated, or it has none.",
    "prices": "Whether it is in the prices of the time (nominal) or in constant prices (real).",
    "price_base": "Of real values: the year or month whose prices they are in.",
    "annualised": "yes where the value of a shorter time is given per year.",
    "period": "What the value covers, in EDTF; empty is not stated.",
    "period_start": "First day that the period may include; empty is not stated, unknown or open.",
    "period_end": "Last day that the period may include; empty as for period_start.",
    "issued": "When it was said, in EDTF; empty is not stated.",
    "inferred": "Columns that the document does not print and the editor inferred.",
    "place_from": "Where the counted thing comes from.",
    "place_through": "A place that the counted thing passes on its way.",
    "place_to": "Where the counted thing goes or is.",
    "updates": "The figure of which the document prints this one as an update.",
    "vintage": "Whether it is the value first published for its period or a revised one.",
    "part_of": "The figure of which this one is a part.",
    "series": "Name shared by running totals of one issuer with one start.",
    "same_as": "The figure that is most likely the same publication, in the judgement of the editor.",
    "same_as_ground": "Why the editor takes it to be the same.",
    "document": "Name of the document.",
    "also_in": "Names of other documents that print it, or a detail of it.",
    "role": "Whether the document is what the catalogue is about, or what it may be set against.",
    "document_title": "Its title; empty where it is not known.",
    "author": "Its author; empty where not known.",
    "publisher": "Its publisher.",
    "published": "Its date of publication, in EDTF.",
    "url": "Its address.",
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
    "order_of_magnitude",
    "significant_figures",
    "paragraph",
)
"""Columns of numbers; all others are text."""

LISTS = ("groups", "via", "also_in", "inferred", "caveats")
"""Columns of lists, with the delimiters of `observations.csv`."""


def table(catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0]) -> pd.DataFrame:
    """The rows with the columns COLUMNS: text, numbers as floats, *yes* or empty for flags.

    In another ``system`` of units than the printed, the columns CONVERTED stand after those of the unit.
    """

    def names_of(cell: str) -> str:
        sources = catalogue.items(cell, "observations", "via")
        return "; ".join(catalogue.text("sources", source, "name") for source in sources)

    def words_of(cell: str) -> str:
        return caveats_in_words(catalogue, catalogue.items(cell, "observations", "caveats"))

    def groups_of(cell: str) -> str:
        return group_titles(catalogue, catalogue.items(cell, "observations", "groups"))

    parties = catalogue.sources["party"].map({True: "yes"}).astype("str")
    attributes = {
        "title": ("indicator", catalogue.indicators["title"]),
        "definition": ("indicator", catalogue.indicators["definition"]),
        "source_name": ("source", catalogue.sources["name"]),
        "source_country": ("source", catalogue.sources["country"]),
        "source_stake": ("source", catalogue.sources["stake"]),
        "source_party": ("source", parties),
        "root_party": ("root", parties),
        "root_name": ("root", catalogue.sources["name"]),
        "root_kind": ("root", catalogue.sources["kind"]),
        "via_names": ("via", _map_texts(rows["via"], names_of)),
        "kind": ("kind", catalogue.kinds["title"]),
        "topic": ("topic", catalogue.topics["title"]),
        "population": ("population", catalogue.populations["title"]),
        "document_title": ("document", catalogue.documents["title"]),
        "author": ("document", _map_texts(rows["document"], partial(author_names, catalogue))),
        "publisher": ("document", catalogue.documents["publisher"]),
        "published": ("document", catalogue.documents["published"]),
        "url": ("document", catalogue.documents["url"]),
        "unit_label": ("unit", _map_texts(rows["unit"], catalogue.units.label)),
        "unit_ucum": ("unit", _map_texts(rows["unit"], lambda unit: unit_codes.ucum(catalogue, unit))),
        "unit_uncefact": ("unit", _map_texts(rows["unit"], lambda unit: unit_codes.uncefact(catalogue, unit))),
        "groups_in_words": ("groups", _map_texts(rows["groups"], groups_of)),
        "caveats_in_words": ("caveats", _map_texts(rows["caveats"], words_of)),
    }
    computed = {
        **{name: look_up(rows[column], texts) for name, (column, texts) in attributes.items()},
        "period_start": _days(rows["period_start_first"]),
        "period_end": _days(rows["period_end_last"]),
        **{
            name: _flags(rows[name], "yes", None)
            for name in ("lower_open", "upper_open", "source_implied", "annualised")
        },
        "source_named": _flags(rows["named"], "yes", "no"),
        "significant_figures": rows["digits"].where(rows["value"].notna() | rows["lower"].notna()),
        "citation": cite_figures(catalogue, rows),
    }
    names = list(COLUMNS)
    if system != SYSTEMS[0]:
        computed |= _converted(catalogue, rows, system)
        place = names.index("unit_uncefact") + 1
        names[place:place] = CONVERTED
    return rows.assign(**computed)[names]


def _converted(catalogue: Catalogue, rows: pd.DataFrame, system: str) -> dict[str, pd.Series]:
    """The columns CONVERTED: numbers in full precision, in the unit that the system has for the unit of each row."""
    units = catalogue.units
    shown = _map_texts(rows["unit"], lambda unit: units.in_system(unit, system))
    factors = pd.Series({unit: units.factor(str(unit), to) for unit, to in shown.items()}, dtype="float64")
    factor = look_up(rows["unit"], factors)
    return {
        **{f"converted_{name}": rows[name] * factor for name in ("value", "lower", "upper")},
        "converted_unit": look_up(rows["unit"], shown),
        "converted_unit_label": look_up(rows["unit"], shown.map(units.label).astype("str")),
    }


def caveats_in_words(catalogue: Catalogue, codes: Iterable[str]) -> str:
    """The caveats with these codes in words, each after its origin: *[editor] What the containers hold …*."""
    return " ".join(f"[{caveat.origin}] {caveat.text}" for caveat in caveats_of(catalogue, codes))


def _map_texts(cells: pd.Series, function: Callable[[str], str]) -> pd.Series:
    """The result of a function for each distinct cell, by cell; missing if the result is empty."""
    return pd.Series({cell: function(cell) or None for cell in cells.dropna().unique()}, dtype="str")


def _flags(flags: pd.Series, true: str, false: str | None) -> pd.Series:
    """The text for each flag; missing where it is false and ``false`` is None."""
    taken = np.where(flags, 0, -1 if false is None else 1)
    texts = pd.Index([text for text in (true, false) if text], dtype="str")
    return pd.Series(pd.Categorical.from_codes(taken, texts), index=flags.index)


def _days(days: pd.Series) -> pd.Series:
    """The days in ISO 8601; each distinct day is formatted once."""
    codes, distinct = pd.factorize(days)
    texts = pd.Index(pd.DatetimeIndex(distinct).strftime("%Y-%m-%d"))
    return pd.Series(pd.Categorical.from_codes(codes, texts), index=days.index)
