"""Catalogues with other cells, and what an audit says of a row."""

import dataclasses

import pandas as pd

from indicators.audit.report import Report
from indicators.catalogue.model import Catalogue


def changed(catalogue: Catalogue, one: str, table: str = "figures", **cells: object) -> Catalogue:
    """The catalogue with other cells in one row, unchecked."""
    frame: pd.DataFrame = getattr(catalogue, table).copy()
    row = (frame["id"] == one).to_numpy()
    assert row.sum() == 1
    for column, cell in cells.items():
        frame[column] = frame[column].astype(object).mask(row, cell)
    return dataclasses.replace(catalogue, **{table: frame})


def about(report: Report, one: str) -> list[str]:
    return [finding.message for finding in report.findings if one in finding.id.split(";")]
