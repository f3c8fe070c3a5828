"""The part of a catalogue that a selection needs, as the files of a catalogue."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.catalogue.schema import Field, Table
from indicators.combine.derived import derived_among, temptations_among
from indicators.export import writers

Mask = npt.NDArray[np.bool_]

_FIGURES = "observations"
_BY_ROW = ("derivations", "temptations", "dismissed", "unit_codes")
"""Tables that nothing refers to, of which it is told apart what a selection needs."""


def subset_tables(catalogue: Catalogue, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each table that the figures ``rows`` need.

    These are the figures and those that they update, are part of or repeat; whatever any kept row refers to; the
    recipes all of whose inputs are among ``rows``; what any other table says of kept figures alone; what else is said
    of a document of which every figure is kept.
    """
    frames = _frames(catalogue)
    keys = {name: pd.Index(frame[catalogue.descriptor.tables[name].key]) for name, frame in frames.items()}
    recipes = derived_among(catalogue, rows)
    seeds = {
        _FIGURES: keys[_FIGURES].isin(rows["id"]),
        "derivations": keys["derivations"].isin([one.id for one in recipes]),
        "temptations": keys["temptations"].isin([one.id for one in temptations_among(catalogue, rows)]),
    }
    kept = _needed(catalogue, frames, keys, seeds)
    for name, mask in _needed(catalogue, frames, keys, _attached(catalogue, frames, keys, kept)).items():
        kept[name] |= mask
    whole = whole_documents(catalogue, catalogue.figures[kept[_FIGURES]])
    subjects = catalogue.documents.index[catalogue.documents["role"] == SUBJECT]
    kept["dismissed"] = frames["dismissed"]["document"].isin(whole).to_numpy(dtype=bool)
    if subjects.isin(whole).all():
        kept["sources"] |= catalogue.sources["absent"].to_numpy(dtype=bool)
    used = {unit for name in (_FIGURES, "kinds", "derivations") for unit in _cells(frames[name]["unit"], kept[name])}
    used.update(one.result.unit for one in recipes if one.result.unit)
    used.update(part for unit in tuple(used) for part in catalogue.units.parts(unit))
    kept["unit_codes"] = keys["unit_codes"].isin(list(used))
    return {name: frame[kept[name]] for name, frame in frames.items()}


def whole_documents(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[str, ...]:
    """The documents all of whose figures are among the rows."""
    held, all_of = (frame["document"].value_counts() for frame in (rows, catalogue.figures))
    return tuple(str(one) for one in held.index[(held > 0) & (held == all_of.reindex(held.index))])


def to_csv(table: Table, frame: pd.DataFrame) -> bytes:
    """Rows of a table of a catalogue as its file has them."""
    if table.name == _FIGURES:  # in a catalogue the bounds of a range alone are written
        ends = frame[["lower", "upper"]].where(frame["qualifier"] == "between")
        frame = frame.assign(lower=ends["lower"], upper=ends["upper"])
    return writers.to_csv(pd.DataFrame({field.name: _written(field, frame[field.name]) for field in table.fields}))


def _frames(catalogue: Catalogue) -> dict[str, pd.DataFrame]:
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
    """The seeds and whatever they refer to, at whatever remove."""
    kept = {name: np.zeros(len(frame), bool) for name, frame in frames.items()}
    fresh = dict(seeds)
    while fresh:
        found: dict[str, Mask] = {}
        for name, mask in fresh.items():
            kept[name] |= mask
            for field in catalogue.descriptor.tables[name].fields:
                if field.references in frames:
                    places = keys[field.references].get_indexer(pd.Index(_items(field, frames[name][field.name], mask)))
                    marks = found.setdefault(field.references, np.zeros(len(frames[field.references]), bool))
                    marks[places[places >= 0]] = True
        fresh = {name: new for name, mask in found.items() if (new := mask & ~kept[name]).any()}
    return kept


def _attached(
    catalogue: Catalogue,
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, "pd.Index[str]"],
    kept: Mapping[str, Mask],
) -> dict[str, Mask]:
    """Of any other table to which nothing refers, the rows that are about figures all of which are kept.

    Of one that refers to no figures, the rows all of whose references are kept.
    """
    tables = {name: catalogue.descriptor.tables[name] for name in frames}
    targets = {field.references for table in tables.values() for field in table.fields}
    found = {}
    for name in frames.keys() - targets - {_FIGURES, *_BY_ROW}:
        fields = [field for field in tables[name].fields if field.references in frames]
        fields = [field for field in fields if field.references == _FIGURES] or fields
        keep = frames[name][[field.name for field in fields]].notna().any(axis=1).to_numpy(dtype=bool)
        for field in fields:
            known = set(keys[field.references][kept[field.references]])
            cells = frames[name][field.name]
            strange = [one for one in cells.dropna().unique() if not known.issuperset(_split(field, one))]
            keep = keep & ~cells.isin(strange).to_numpy(dtype=bool)
        found[name] = keep
    return found


def _cells(cells: pd.Series, mask: Mask) -> list[str]:
    return [str(one) for one in cells[mask].dropna().unique()]


def _items(field: Field, cells: pd.Series, mask: Mask) -> list[str]:
    """The ids that the marked cells refer to, each once."""
    return list(dict.fromkeys(item for cell in _cells(cells, mask) for item in _split(field, cell)))


def _split(field: Field, cell: str) -> list[str]:
    return [item.strip() for item in cell.split(field.delimiter)] if field.type == "list" else [cell]


def _written(field: Field, cells: pd.Series) -> pd.Series:
    """The cells of a column as text that reads back as the same."""
    if field.type == "boolean":
        false = field.false[0] if field.required else None
        return cells.map({True: field.true[0], False: false}).astype("str")
    if field.type in ("number", "integer"):
        texts = {one: np.format_float_positional(one, trim="-") for one in cells.dropna().unique()}
        return cells.map(texts).astype("str")
    return cells
