"""The table of figures in downloads: each row stands alone, with every id also in words."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import look_up
from indicators.export import figure_columns, unit_codes
from indicators.export.figure_columns import COLUMNS, CONVERTED
from indicators.figures.agents import author_names
from indicators.figures.caveats import caveats_of
from indicators.figures.citation import cite_figures
from indicators.figures.statistics import group_titles
from indicators.measure import period
from indicators.measure.units import SYSTEMS
from indicators.text.countries import country_code


def table(catalogue: Catalogue, rows: pd.DataFrame, system: str = SYSTEMS[0]) -> pd.DataFrame:
    """The rows with the columns COLUMNS: text, numbers as floats or Int64, *yes* or empty for flags.

    In another ``system`` of units than the printed, the columns CONVERTED stand after those of the unit.
    """

    def names_of(cell: str) -> str:
        sources = catalogue.items(cell, "observations", "via")
        return "; ".join(catalogue.text("sources", source, "name") for source in sources)

    def words_of(cell: str) -> str:
        return caveats_in_words(catalogue, catalogue.items(cell, "observations", "caveats"))

    def groups_of(cell: str) -> str:
        return group_titles(catalogue, catalogue.items(cell, "observations", "groups"))

    codes = _map_texts(catalogue.sources["country"], country_code)
    countries = catalogue.sources["country"].map(codes)
    parties = catalogue.sources["party"].map({True: "yes"}).astype("str")
    attributes = {
        "title": ("indicator", catalogue.indicators["title"]),
        "definition": ("indicator", catalogue.indicators["definition"]),
        "source_name": ("source", catalogue.sources["name"]),
        "source_country": ("source", catalogue.sources["country"]),
        "source_country_code": ("source", countries),
        "source_stake": ("source", catalogue.sources["stake"]),
        "source_party": ("source", parties),
        "counted_by_party": ("root", parties),
        "counted_by_name": ("root", catalogue.sources["name"]),
        "counted_by_kind": ("root", catalogue.sources["kind"]),
        "counted_by_country_code": ("root", countries),
        "relayed_by_names": ("via", _map_texts(rows["via"], names_of)),
        "kind": ("kind", catalogue.kinds["title"]),
        "topic": ("topic", catalogue.topics["title"]),
        "population": ("population", catalogue.populations["title"]),
        "document_title": ("document", catalogue.documents["title"]),
        "document_author": ("document", _map_texts(rows["document"], partial(author_names, catalogue))),
        "document_publisher": ("document", catalogue.documents["publisher"]),
        "published": ("document", catalogue.documents["published"]),
        **{f"published_{end}": ("document", days) for end, days in _published(catalogue).items()},
        "document_url": ("document", catalogue.documents["url"]),
        "unit_label": ("unit", _map_texts(rows["unit"], catalogue.units.label)),
        "unit_ucum": ("unit", _map_texts(rows["unit"], lambda unit: unit_codes.ucum(catalogue, unit))),
        "unit_uncefact": ("unit", _map_texts(rows["unit"], lambda unit: unit_codes.uncefact(catalogue, unit))),
        **{
            f"{place}_code": (place, _map_texts(rows[place], country_code))
            for place in ("place_from", "place_through", "place_to")
        },
        "groups_in_words": ("groups", _map_texts(rows["groups"], groups_of)),
        "caveats_in_words": ("caveats", _map_texts(rows["caveats"], words_of)),
    }
    computed = {
        **{name: look_up(rows[column], texts) for name, (column, texts) in attributes.items()},
        **{new: rows[old] for new, old in (("counted_by", "root"), ("relayed_by", "via"), ("document_role", "role"))},
        "inferred": look_up(rows["inferred"], _map_texts(rows["inferred"], figure_columns.new_names)),
        **{
            f"{name}_{end}": _days(rows[f"{name}_{day}"])
            for name in ("period", "issued")
            for end, day in (("start", "start_first"), ("end", "end_last"))
        },
        **{
            name: _flags(rows[name], "yes", None)
            for name in ("lower_open", "upper_open", "source_implied", "annualised")
        },
        "source_named": _flags(rows["named"], "yes", "no"),
        "order_of_magnitude": rows["order_of_magnitude"].astype("Int64"),
        "significant_figures": rows["digits"].where(rows["value"].notna() | rows["lower"].notna()).astype("Int64"),
        "paragraph": rows["paragraph"].astype("Int64"),
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


def _published(catalogue: Catalogue) -> dict[str, pd.Series]:
    """The first and the last day that the date of publication of each document may mean, in ISO 8601, by end."""
    days = period.parse(catalogue.documents["published"])
    ends = {"start": days["start_first"], "end": days["end_last"]}
    return {end: _days(cells).astype("str") for end, cells in ends.items()}


def _days(days: pd.Series) -> pd.Series:
    """The days in ISO 8601; each distinct day is formatted once."""
    codes, distinct = pd.factorize(days)
    texts = pd.Index(pd.DatetimeIndex(distinct).strftime("%Y-%m-%d"))
    return pd.Series(pd.Categorical.from_codes(codes, texts), index=days.index)
