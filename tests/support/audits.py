"""Catalogues with other cells, and what an audit says of a row."""

import dataclasses

import pandas as pd

from indicators.audit.report import Report
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import DAYS
from indicators.measure.period import parse


def changed(catalogue: Catalogue, one: str, table: str = "figures", **cells: object) -> Catalogue:
    """The catalogue with other cells in one row, unchecked; the days of a period are those of its text."""
    frame: pd.DataFrame = getattr(catalogue, table).copy()
    row = (frame["id"] == one).to_numpy()
    assert row.sum() == 1
    if "period" in cells:
        days = parse(pd.Series([cells["period"]], dtype="str")).iloc[0]
        cells |= {f"period_{day}": days[day] for day in DAYS}
    for column, cell in cells.items():
        frame[column] = frame[column].astype(object).mask(row, cell)
    return dataclasses.replace(catalogue, **{table: frame})


def about(report: Report, one: str) -> list[str]:
    return [finding.message for finding in report.findings if one in finding.id.split(";")]
