"""The catalogue in memory: its tables, the figures with their bounds and possible days, and lookup by id."""

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from indicators.catalogue.audit_file import SavedAudit
from indicators.catalogue.kept import KeepsResults, kept
from indicators.catalogue.observation import DATES, DAY_COLUMNS, DAYS, Observation, observations
from indicators.catalogue.schema import Descriptor
from indicators.columns import MANY, Positions, as_text, look_up, side_by_side, to_list
from indicators.errors import UnknownIdError, nearest
from indicators.measure import bounds
from indicators.measure.units import Units

SUBJECT = "subject"
"""Role of the documents that the dashboard is about; all others are the public record."""

_LISTS = (
    "indicators", "kinds", "agents", "sources", "documents", "populations", "topics", "dimensions", "groups", "caveats",
    "unit_codes", "assumptions", "derivations", "temptations", "dismissed", "statements", "passages",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue(KeepsResults):
    """The tables of one folder after all checks.

    ``figures`` has a row for each observation: first those of the subject, then those of the record, both in the order
    of the file, so that the figures of the subject are a slice without a copy. It has the columns of
    ``observations.csv``, where ``lower`` and ``upper`` are computed from value and qualifier, and besides them
    ``lower_open``, ``upper_open``; ``digits``, the significant digits of the number; ``topic``, ``kind``,
    ``statistic``, ``population`` of the indicator; ``role`` of the document; ``source_kind``, ``named`` of the source;
    and the first and last possible day of each end of period and issued, ``period_start_first`` … ``issued_end_last``.

    The other tables are indexed by id (caveats by code, unit_codes by unit).
    """

    folder: Path
    descriptor: Descriptor
    units: Units
    figures: pd.DataFrame
    indicators: pd.DataFrame
    kinds: pd.DataFrame
    agents: pd.DataFrame
    sources: pd.DataFrame
    documents: pd.DataFrame
    populations: pd.DataFrame
    topics: pd.DataFrame
    dimensions: pd.DataFrame
    groups: pd.DataFrame
    caveats: pd.DataFrame
    dismissed: pd.DataFrame
    passages: pd.DataFrame
    unit_codes: pd.DataFrame
    assumptions: pd.DataFrame
    derivations: pd.DataFrame
    temptations: pd.DataFrame
    statements: pd.DataFrame
    audits: tuple[SavedAudit, ...]
    digest: str
    """SHA-256 of the files as they were read, where the server has computed it, else empty."""

    @classmethod
    def of(
        cls,
        *,
        folder: Path,
        descriptor: Descriptor,
        units: Units,
        frames: Mapping[str, pd.DataFrame],
        dates: Mapping[tuple[str, str], pd.DataFrame],
        audits: tuple[SavedAudit, ...],
    ) -> "Catalogue":
        """The catalogue of these checked frames and saved audits; ``dates`` are those of ``check_rows.parse_dates``."""
        lists = {name: frames[name].set_index(descriptor.tables[name].key, drop=False) for name in _LISTS}
        return cls(
            folder=folder,
            descriptor=descriptor,
            units=units,
            figures=_figures(frames["observations"], lists, dates),
            audits=audits,
            digest="",
            **lists,
        )

    @cached_property
    def figure_ids(self) -> "IdColumn":
        """The ids of the figures in the order of their rows."""
        return IdColumn(self.figures["id"])

    def rows(self, *ids: str) -> pd.DataFrame:
        """The rows of these figures, in this order; raises UnknownIdError for the first unknown id."""
        return self.figures.iloc[[self._position(identity) for identity in ids]]

    def observation(self, identity: str) -> Observation:
        """The figure with this id; raises UnknownIdError if there is none."""
        position = self._position(identity)
        columns = {
            str(name): column[position : position + 1] if name in DAY_COLUMNS else [column[position]]
            for name, column in self._columns.items()
        }
        (observation,) = observations(columns, self.descriptor.tables["observations"])
        return observation

    def observations(self, rows: pd.DataFrame) -> tuple[Observation, ...]:
        """These rows of ``figures``, in their order; about 20 µs each, so meant for the rows of a page, not for all."""
        columns = {str(name): column.array if name in DAY_COLUMNS else to_list(column) for name, column in rows.items()}
        return observations(columns, self.descriptor.tables["observations"])

    def _position(self, identity: str) -> int:
        """The row of a figure, from 0; raises UnknownIdError if there is none."""
        position = self.figure_ids.position(identity)
        if position < 0:
            raise UnknownIdError("figure", identity, nearest(identity, self.figure_ids))
        return position

    @cached_property
    def _columns(self) -> Mapping[Hashable, Any]:
        """The arrays of the figures: a single cell is taken from them much faster than from the frame."""
        return {name: column.array for name, column in self.figures.items()}

    def text(self, table: str, identity: object, column: str) -> str:
        """The text of this column in the row ``identity`` of a table; empty if there is no row or no text."""
        return self._texts(table, column).get(identity, "")

    @kept()
    def _texts(self, table: str, column: str) -> Mapping[object, str]:
        """The texts of a column of this table by id."""
        frame: pd.DataFrame = getattr(self, table)
        return frame[column].dropna().to_dict()

    def wholes(self, table: str, identity: str) -> tuple[str, ...]:
        """The ids of the rows of a table of which this row is a part, directly or indirectly, the nearest first."""
        found = []
        while identity := self.text(table, identity, "part_of"):
            found.append(identity)
        return tuple(found)

    def word(self, table: str, column: str, value: object) -> str:
        """A value of a closed list in words."""
        return self.descriptor.tables[table].field(column).word(value)

    def items(self, cell: object, table: str, column: str) -> tuple[str, ...]:
        """The items of a list cell, separated as the descriptor says; ``()`` if the cell is empty."""
        if not isinstance(cell, str):
            return ()
        delimiter = self.descriptor.tables[table].field(column).delimiter
        return tuple(item.strip() for item in cell.split(delimiter))


class IdColumn(Collection[str]):
    """Ids in the order of their rows, searched in the column itself: an index of a million ids takes 200 MB."""

    def __init__(self, column: pd.Series) -> None:
        self._texts = as_text(column)

    def position(self, identity: str) -> int:
        """The row of an id, from 0; -1 if it is not in the column."""
        return int(pc.index(self._texts, identity).as_py())

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and self.position(identity) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.to_pylist())

    def __len__(self) -> int:
        return len(self._texts)


def _figures(
    observations: pd.DataFrame,
    lists: Mapping[str, pd.DataFrame],
    dates: Mapping[tuple[str, str], pd.DataFrame],
) -> pd.DataFrame:
    """The columns of ``Catalogue.figures``."""
    role = look_up(observations["document"], lists["documents"]["role"])
    of_record = (role != SUBJECT).to_numpy()
    if (of_record[1:] < of_record[:-1]).any():
        observations = _take(observations.assign(role=role), np.argsort(of_record, kind="stable"))
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
        f"{name}_{day}": _days_by_row(dates["observations", name][day], observations[name])
        for name in DATES
        for day in DAYS
    }
    return pd.DataFrame({**observations, **limits, **joined, **days}, copy=False)


def _take(frame: pd.DataFrame, rows: Positions) -> pd.DataFrame:
    """These rows, in this order."""
    columns = side_by_side(lambda name: frame[name].array.take(rows), frame, many=len(frame) >= MANY)
    return pd.DataFrame(dict(zip(frame, columns, strict=True)), copy=False)


def _days_by_row(days: pd.Series, cells: pd.Series) -> pd.Series:
    """The day of each cell; ``days`` has the day of each of its categories."""
    with_none = np.append(days.to_numpy(), np.datetime64("NaT"))
    return pd.Series(with_none[cells.cat.codes], index=cells.index)
