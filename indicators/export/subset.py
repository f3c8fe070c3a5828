"""The part of a catalogue that a selection needs, as the files of a catalogue."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.schema import Field, Table
from indicators.columns import Mask
from indicators.combine.derived import derived_among, temptations_among
from indicators.export import writers

_FIGURES = "observations"
_CASE_BY_CASE = ("derivations", "temptations", "dismissed", "passages", "unit_codes")
"""Tables without incoming references, handled case by case."""


def needed_rows(catalogue: Catalogue, rows: pd.DataFrame) -> dict[str, Mask]:
    """Which rows of each table a catalogue of the figures ``rows`` needs, by the name of the table.

    These are the figures; all that they refer to, directly or indirectly, such as figures that they update, are
    part of or repeat; the recipes and temptations whose inputs are all among ``rows``; the rows of other tables
    that are about kept figures alone; all groups of a kept dimension, which says whether they make up the whole;
    and the dismissed numbers and the passages of documents whose figures are all kept.
    """
    frames = tables(catalogue)
    keys = {name: pd.Index(frame[catalogue.descriptor.tables[name].key]) for name, frame in frames.items()}
    recipes = derived_among(catalogue, rows)
    seeds = {
        _FIGURES: keys[_FIGURES].isin(rows["id"]),
        "derivations": keys["derivations"].isin([figure.id for figure in recipes]),
        "temptations": keys["temptations"].isin([temptation.id for temptation in temptations_among(catalogue, rows)]),
    }
    kept = _needed(catalogue, frames, keys, seeds)
    for name, mask in _needed(catalogue, frames, keys, _attached(catalogue, frames, keys, kept)).items():
        kept[name] |= mask
    whole = whole_documents(catalogue, catalogue.figures.loc[kept[_FIGURES], ["document"]])
    subjects = catalogue.documents.index[catalogue.documents["role"] == SUBJECT]
    kept["dismissed"] = frames["dismissed"]["document"].isin(whole).to_numpy(dtype=bool)
    kept["passages"] = _passages(frames["passages"], whole, keys, kept)
    if subjects.isin(whole).all():
        kept["sources"] |= catalogue.sources["absent"].to_numpy(dtype=bool)
    used = {unit for name in (_FIGURES, "kinds", "derivations") for unit in _distinct(frames[name]["unit"], kept[name])}
    used.update(figure.result.unit for figure in recipes if figure.result.unit)
    used.update(part for unit in tuple(used) for part in catalogue.units.parts(unit))
    kept["groups"] |= frames["groups"]["dimension"].isin(keys["dimensions"][kept["dimensions"]]).to_numpy(dtype=bool)
    kept["unit_codes"] = keys["unit_codes"].isin(list(used))
    return {name: kept[name] for name in frames}


def _passages(
    passages: pd.DataFrame, whole: tuple[str, ...], keys: Mapping[str, "pd.Index[str]"], kept: Mapping[str, Mask]
) -> Mask:
    """The passages of whole documents on which something rests that is kept."""
    mask = passages["document"].isin(whole).to_numpy(dtype=bool)
    for column, table in (("caveat", "caveats"), ("figure", _FIGURES), ("indicator", "indicators")):
        known = passages[column].isin(keys[table][kept[table]]) | passages[column].isna()
        mask = mask & known.to_numpy(dtype=bool)
    return mask


def whole_documents(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[str, ...]:
    """The ids of the documents whose figures are all among the rows."""
    chosen, total = (frame["document"].value_counts() for frame in (rows, catalogue.figures))
    return tuple(map(str, chosen.index[(chosen > 0) & (chosen == total.reindex(chosen.index))]))


def csv_parts(table: Table, frames: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """Rows of a table of a catalogue, in one frame or several, as a CSV file of a catalogue, part by part."""
    return writers.csv_parts(_as_texts(table, frame) for frame in frames)


def _as_texts(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    if table.name == _FIGURES:  # the file has bounds for ranges only; all others follow from value and qualifier
        ends = frame[["lower", "upper"]].where(frame["qualifier"] == "between")
        frame = frame.assign(lower=ends["lower"], upper=ends["upper"])
    return pd.DataFrame({field.name: _as_text(field, frame[field.name]) for field in table.fields})


def tables(catalogue: Catalogue) -> dict[str, pd.DataFrame]:
    """Every table by its name in the descriptor."""
    named = {name: getattr(catalogue, name, None) for name in catalogue.descriptor.tables} | {
        _FIGURES: catalogue.figures
    }
    return {name: frame for name, frame in named.items() if isinstance(frame, pd.DataFrame)}


def _needed(
    catalogue: Catalogue,
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, "pd.Index[str]"],
    seeds: Mapping[str, Mask],
) -> dict[str, Mask]:
    """The seed rows and all rows that they refer to, directly or indirectly."""
    kept = {name: np.zeros(len(frame), bool) for name, frame in frames.items()}
    new = dict(seeds)
    while new:
        found: dict[str, Mask] = {}
        for name, mask in new.items():
            kept[name] |= mask
            for field in catalogue.descriptor.tables[name].fields:
                if field.references in frames:
                    marks = found.setdefault(field.references, np.zeros(len(frames[field.references]), bool))
                    marks |= keys[field.references].isin(_items(field, frames[name][field.name], mask))
        added = {name: mask & ~kept[name] for name, mask in found.items()}
        new = {name: mask for name, mask in added.items() if mask.any()}
    return kept


def _attached(
    catalogue: Catalogue,
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, "pd.Index[str]"],
    kept: Mapping[str, Mask],
) -> dict[str, Mask]:
    """The rows of other tables without incoming references that are about kept figures alone.

    Of a table that does not refer to figures, the rows whose references are all kept.
    """
    tables = {name: catalogue.descriptor.tables[name] for name in frames}
    targets = {field.references for table in tables.values() for field in table.fields}
    found = {}
    for name in frames.keys() - targets - {_FIGURES, *_CASE_BY_CASE}:
        fields = [field for field in tables[name].fields if field.references in frames]
        fields = [field for field in fields if field.references == _FIGURES] or fields
        keep = frames[name][[field.name for field in fields]].notna().any(axis=1).to_numpy(dtype=bool)
        for field in fields:
            known = set(keys[field.references][kept[field.references]])
            cells = frames[name][field.name]
            others = [cell for cell in cells.dropna().unique() if not known.issuperset(_split(field, cell))]
            keep = keep & ~cells.isin(others).to_numpy(dtype=bool)
        found[name] = keep
    return found


def _distinct(cells: pd.Series, mask: Mask) -> list[str]:
    """The cells where the mask is true, each once."""
    return [str(cell) for cell in cells[mask].dropna().unique()]


def _items(field: Field, cells: pd.Series, mask: Mask) -> list[str]:
    """The ids in the cells where the mask is true, each once."""
    return list(dict.fromkeys(item for cell in _distinct(cells, mask) for item in _split(field, cell)))


def _split(field: Field, cell: str) -> list[str]:
    return [item.strip() for item in cell.split(field.delimiter)] if field.type == "list" else [cell]


def _as_text(field: Field, cells: pd.Series) -> pd.Series:
    """The cells of a column as text that a catalogue reads as the same cells."""
    if field.type == "boolean":
        false = field.false[0] if field.required else None
        return cells.map({True: field.true[0], False: false}).astype("str")
    if field.type in ("number", "integer"):
        texts = {number: np.format_float_positional(number, trim="-") for number in cells.dropna().unique()}
        return cells.map(texts).astype("str")
    return cells
