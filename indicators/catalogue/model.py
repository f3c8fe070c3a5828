"""The catalogue: immutable tables, each figure with what its qualifier and its dates amount to, and lookup by id."""

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.compute as pc

from indicators.catalogue.observation import Observation, observations
from indicators.catalogue.schema import Descriptor
from indicators.columns import MANY, as_text, look_up, side_by_side, to_list
from indicators.errors import UnknownIdError, nearest
from indicators.measure import bounds
from indicators.measure.units import Units

SUBJECT = "subject"
"""Role of a document that the dashboard is about."""

_LISTS = (
    "indicators", "kinds", "sources", "documents", "populations", "topics", "caveats", "unit_codes",
    "assumptions", "derivations", "temptations", "dismissed", "statements",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """One folder, read and checked.

    ``figures`` has a row for each observation, those of the subject first and each in the order of the file, so that
    what is shown until a reader asks for more is a slice and no copy. It has the columns of ``observations.csv``
    (``lower`` and ``upper`` follow from value and qualifier) and besides: ``lower_open``, ``upper_open``;
    ``digits``, the significant digits of the number; of its indicator ``topic``, ``kind``, ``statistic``,
    ``population``; of its document ``role``; of its source ``source_kind``, ``named``; and for period and issued the
    first and last possible day of each end, as ``period_start_first`` … ``issued_end_last``.

    The other tables are indexed by id (caveats by code, unit_codes by unit).
    """

    folder: Path
    descriptor: Descriptor
    units: Units
    figures: pd.DataFrame
    indicators: pd.DataFrame
    kinds: pd.DataFrame
    sources: pd.DataFrame
    documents: pd.DataFrame
    populations: pd.DataFrame
    topics: pd.DataFrame
    caveats: pd.DataFrame
    dismissed: pd.DataFrame
    unit_codes: pd.DataFrame
    assumptions: pd.DataFrame
    derivations: pd.DataFrame
    temptations: pd.DataFrame
    statements: pd.DataFrame

    @classmethod
    def of(
        cls,
        *,
        folder: Path,
        descriptor: Descriptor,
        units: Units,
        frames: Mapping[str, pd.DataFrame],
        dates: Mapping[tuple[str, str], pd.DataFrame],
    ) -> "Catalogue":
        """The catalogue of checked frames; `dates` is what `period.parse` reads in the categories of their columns."""
        lists = {name: frames[name].set_index(descriptor.tables[name].key, drop=False) for name in _LISTS}
        return cls(
            folder=folder,
            descriptor=descriptor,
            units=units,
            figures=_figures(frames["observations"], lists, dates),
            **lists,
        )

    @cached_property
    def positions(self) -> "Ids":
        """Ids of the figures, to look up rows by."""
        return Ids(self.figures["id"])

    def rows(self, *ids: str) -> pd.DataFrame:
        """The figures of these ids, in this order; raises UnknownIdError for the first that is none."""
        return self.figures.iloc[[self._place(identity) for identity in ids]]

    def observation(self, identity: str) -> Observation:
        """The figure of this id; raises UnknownIdError where there is none."""
        place = self._place(identity)
        columns = {
            str(name): column[place : place + 1] if column.dtype.kind == "M" else [column[place]]
            for name, column in self._columns.items()
        }
        (observation,) = observations(columns, self.descriptor.tables["observations"])
        return observation

    def observations(self, rows: pd.DataFrame) -> tuple[Observation, ...]:
        """These rows of ``figures``, in their order: for what a page shows, some 10 µs each, not for all."""
        columns = {
            str(name): column.array if column.dtype.kind == "M" else to_list(column) for name, column in rows.items()
        }
        return observations(columns, self.descriptor.tables["observations"])

    def _place(self, identity: str) -> int:
        """The row of a figure, from 0; raises UnknownIdError where there is none."""
        place = self.positions.place(identity)
        if place < 0:
            raise UnknownIdError("figure", identity, nearest(identity, self.positions))
        return place

    def cells(self, place: int) -> dict[Hashable, Any]:
        """The cells of the figure in the row of this place, from 0, by column."""
        return {name: column[place] for name, column in self._columns.items()}

    @cached_property
    def _columns(self) -> Mapping[Hashable, Any]:
        """The columns of the figures, from which to take a single cell at once."""
        return {name: column.array for name, column in self.figures.items()}

    def text(self, table: str, one: object, column: str) -> str:
        """The text of a cell in the row ``one`` of a list; nothing where there is no such row or it is empty."""
        return self._texts(table, column).get(one, "")

    @lru_cache(maxsize=64)  # noqa: B019 (a catalogue lives as long as its process)
    def _texts(self, table: str, column: str) -> Mapping[object, str]:
        """The texts of a column of a list by the ids of their rows."""
        frame: pd.DataFrame = getattr(self, table)
        return frame[column].dropna().to_dict()

    def word(self, table: str, column: str, value: object) -> str:
        """A value of a closed list as people read it."""
        return self.descriptor.tables[table].field(column).word(value)

    def items(self, cell: object, table: str, column: str) -> tuple[str, ...]:
        """The items of a list cell, separated as the descriptor says; none where it is empty."""
        if not isinstance(cell, str):
            return ()
        delimiter = self.descriptor.tables[table].field(column).delimiter
        return tuple(item.strip() for item in cell.split(delimiter))


class Ids(Collection[str]):
    """Ids in the order of their rows. Each is looked for among the texts: an index of a million takes 200 MB."""

    def __init__(self, column: pd.Series) -> None:
        self._texts = as_text(column)

    def place(self, one: str) -> int:
        """The row of an id, from 0; -1 where there is none."""
        return int(pc.index(self._texts, one).as_py())

    def __contains__(self, one: object) -> bool:
        return isinstance(one, str) and self.place(one) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.to_pylist())

    def __len__(self) -> int:
        return len(self._texts)


def _figures(
    observations: pd.DataFrame,
    lists: Mapping[str, pd.DataFrame],
    dates: Mapping[tuple[str, str], pd.DataFrame],
) -> pd.DataFrame:
    role = look_up(observations["document"], lists["documents"]["role"])
    others = (role != SUBJECT).to_numpy()
    if (others[1:] < others[:-1]).any():
        observations = _reordered(observations.assign(role=role), np.argsort(others, kind="stable"))
        role = observations.pop("role")
    limits = bounds.limits(*(observations[name] for name in ("value", "qualifier", "lower", "upper")))
    printed = observations["value"].fillna(observations["lower"])
    joined = {
        "digits": observations["significant_figures"].fillna(bounds.implied_digits(printed).astype(float)),
        **{
            name: look_up(observations["indicator"], lists["indicators"][name])
            for name in ("topic", "kind", "statistic", "population")
        },
        "role": role,
        "source_kind": look_up(observations["source"], lists["sources"]["kind"]),
        "named": look_up(observations["source"], lists["sources"]["named"]),
    }
    days = {
        f"{name}_{day}": _spread(dates["observations", name][day], observations[name])
        for name in ("period", "issued")
        for day in ("start_first", "start_last", "end_first", "end_last")
    }
    return pd.DataFrame({**observations, **limits, **joined, **days}, copy=False)


def _reordered(frame: pd.DataFrame, order: npt.NDArray[np.intp]) -> pd.DataFrame:
    """The rows of these places, in this order."""
    columns = side_by_side(lambda name: frame[name].array.take(order), frame, many=len(frame) >= MANY)
    return pd.DataFrame(dict(zip(frame, columns, strict=True)), copy=False)


def _spread(days: pd.Series, cells: pd.Series) -> pd.Series:
    """The day of the category of each cell."""
    each = np.append(days.to_numpy(), np.datetime64("NaT"))
    return pd.Series(each[cells.cat.codes], index=cells.index)
