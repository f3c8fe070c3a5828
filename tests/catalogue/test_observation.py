"""An observation has every column of the figures, each with its type; missing is None."""

import math

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import DATES, DAYS, Observation
from indicators.errors import UnknownIdError
from indicators.measure.quantity import End, Quantity


def test_the_fields_are_the_columns_of_the_figures_with_the_days_of_dates_in_their_spans(shipped: Catalogue) -> None:
    days = {f"{name}_{day}" for name in DATES for day in DAYS}
    assert [name for name in shipped.figures if name not in days] == list(Observation._fields)


def test_one_figure_and_many_are_read_alike(shipped: Catalogue) -> None:
    observations = shipped.observations(shipped.figures)
    assert list(observations) == [shipped.observation(identity) for identity in shipped.figures["id"]]
    assert shipped.observations(shipped.figures.head(0)) == ()


def test_every_cell_is_that_of_the_frame_and_an_empty_one_is_none(shipped: Catalogue) -> None:
    for observation, (_, row) in zip(shipped.observations(shipped.figures), shipped.figures.iterrows(), strict=True):
        for name, cell in observation._asdict().items():
            if name in DATES:
                assert cell.text == ("" if pd.isna(row[name]) else row[name])
                assert [str(getattr(cell, day)) for day in DAYS] == [str(row[f"{name}_{day}"]) for day in DAYS]
            elif isinstance(cell, tuple):
                assert cell == (tuple(row[name].split(";")) if isinstance(row[name], str) else ())
            elif pd.isna(row[name]):
                assert cell is None
            else:
                assert cell == row[name]
                assert type(cell) in (str, bool, int, float)


def test_a_lower_bound_as_a_quantity_and_in_words(shipped: Catalogue) -> None:
    munitions = shipped.observation("munitions-shipped")
    assert munitions.quantity() == Quantity(
        lower=End(value=74_000, open=True), upper=End(value=math.inf), unit="metric_ton", digits=2
    )
    assert munitions.number() == "more than 74,000"
    assert munitions.number(1.1023113109243878, digits=2) == "more than 81,000"


def test_an_unknown_id_is_refused_with_the_nearest(shipped: Catalogue) -> None:
    with pytest.raises(UnknownIdError, match='no figure "munition-shipped"; did you mean "munitions-shipped"'):
        shipped.observation("munition-shipped")
