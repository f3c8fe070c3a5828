"""Tables of a generated catalogue but the observations: what is counted, by whom, and where it is printed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

HEADLINES = 8

MEASURED = {
    "freight": ("metric_ton", "kilogram", "short_ton"),
    "distance": ("kilometer", "mile"),
    "money": ("EUR",),
}
COUNTED = "patient pupil nurse bed vessel vehicle permit household farm inspection complaint arrival departure".split()
UNITS = """\
# Units of a generated catalogue, in the syntax of pint definition files.
kilogram = [mass] = kg = kilograms
metric_ton = 1000 * kilogram = t = metric_tons
short_ton = 907.18474 * kilogram = _ = short_tons
meter = [length] = m = meters
kilometer = 1000 * meter = km = kilometers
mile = 1609.344 * meter = mi = miles
day = [time] = d = days
month = 30.436875 * day = _ = months
year = 12 * month = _ = years
EUR = [euro] = _ = euros
{counted}
@system SI
    metric_ton : kilogram
    kilometer : meter
@end
@system US
    short_ton : kilogram
    mile : meter
@end
"""
PLACES = "Northvale Southport Eastbrook Westmere Highfield Lowmoor Midhaven Farpoint".split()
HEADINGS = ("What Was Counted", "Where It Went", "What Is Not Known")

# Each with how many rows in a hundred have it.
QUALIFIERS = {
    "unqualified": 40, "approximate": 15, "more_than": 16, "at_least": 6, "nearly": 6, "less_than": 4, "at_most": 5,
    "exact": 4, "between": 2, "vague": 2,
}  # fmt: skip
STATUSES = {
    "reported": 50, "estimate": 20, "provisional": 10, "forecast": 5, "allegation": 7, "planned": 5, "conditional": 3,
}  # fmt: skip
STATISTICS = {"total": 40, "running_total": 15, "level": 25, "rate": 15, "not_stated": 5}
SOURCE_KINDS = ("ngo", "government", "military", "media", "monitor", "author", "head_of_state", "intelligence")

Columns = Mapping[str, Sequence[str] | pa.Array]
Ints = NDArray[np.int64]


class Size(NamedTuple):
    """How much of everything there is."""

    rows: int
    indicators: int
    sources: int
    documents: int
    caveats: int
    recipes: int
    """Rows at the start that the recipes use: totals of freight, each with a period of its own."""

    @classmethod
    def of(cls, rows: int) -> "Size":
        """How much a catalogue of so many rows has."""
        return cls(
            rows=rows,
            indicators=min(5000, max(2 * HEADLINES, rows // 20)),
            sources=min(500, max(4, rows // 10)),
            documents=min(200, max(2, rows // 500)),
            caveats=min(60, max(4, rows // 10)),
            recipes=min(12, rows // 10),
        )


def drawn(shares: Mapping[str, int], count: int, rng: np.random.Generator) -> NDArray[np.str_]:
    """So many names, each drawn by its share."""
    weights = np.array(list(shares.values()), float)
    return rng.choice(np.array(list(shares)), count, p=weights / weights.sum())


def is_record(document: Any) -> Any:
    """Whether a document, or each of several, is the record: one in ten."""
    return document % 10 == 1


def row_id(one: int) -> str:
    """The id of an observation."""
    return f"figure-{one:07}"


def lists(size: Size, rng: np.random.Generator) -> dict[str, Columns]:
    """Every table but the indicators and the observations."""
    sources, documents, recipes = range(size.sources), range(size.documents), range(size.recipes)
    held = [not is_record(one) for one in documents]
    return {
        "kinds": {
            "id": [*MEASURED, *COUNTED],
            "title": [f"{name} moved" for name in MEASURED] + [f"{name}s" for name in COUNTED],
            "unit": [units[0] for units in MEASURED.values()] + COUNTED,
        },
        "topics": {"id": [f"topic-{one}" for one in range(12)], "title": [f"Topic {one + 1}" for one in range(12)]},
        "populations": {
            "id": [f"population-{one}" for one in range(20)],
            "title": [f"Population {one + 1}" for one in range(20)],
        },
        "sources": {
            "id": [f"source-{one:03}" for one in sources],
            "name": [f"Office of Record {one + 1} of {PLACES[one % 8]}" for one in sources],
            "short_name": [f"Office {one + 1}" for one in sources],
            "kind": [SOURCE_KINDS[one % len(SOURCE_KINDS)] for one in sources],
            "named": ["no" if one % 5 == 4 else "yes" for one in sources],
            "country": [PLACES[one % 8] for one in sources],
            "stake": ["None stated." if one % 3 else "Counts its own work." for one in sources],
        },
        "documents": {
            "id": [f"document-{one:03}" for one in documents],
            "role": ["subject" if one else "record" for one in held],
            "title": [f"Report {one + 1} on What Was Moved" for one in documents],
            "publisher": [f"review-{one % 9}.example.org" for one in documents],
            "published": [f"{2001 + one % 24}-{one % 12 + 1:02}" if held[one] else "" for one in documents],
            "url": [f"https://review-{one % 9}.example.org/report-{one + 1}" for one in documents],
            "text_held": ["yes" if one else "no" for one in held],
            "headings": ["|".join(HEADINGS) if one else "" for one in held],
        },
        "caveats": {
            "code": [f"caveat-{one:02}" for one in range(size.caveats)],
            "text": [f"What office {one + 1} counts has changed, and nobody says how." for one in range(size.caveats)],
            "origin": ["editor" if one % 3 else "document" for one in range(size.caveats)],
        },
        "derivations": {
            "id": [f"freight-a-month-{one}" for one in recipes],
            "title": [f"Freight a month in report {one + 1}" for one in recipes],
            "operation": ["rate"] * size.recipes,
            "left": [row_id(one) for one in recipes],
            "unit": ["metric_ton/month"] * size.recipes,
        },
        "temptations": {
            "id": ["freight-together"],
            "title": ["Two totals together"],
            "left": [row_id(0)],
            "operation": ["plus"],
            "right": [row_id(1)],
        },
        "dismissed": {
            "id": ["first-of-all"],
            "document": ["document-000"],
            "section": ["lead"],
            "paragraph": ["1"],
            "as_printed": ["the first of all"],
            "fingerprint": [rng.bytes(32).hex()],
            "why": ["ordinal"],
        },
    }


def indicators(size: Size, rng: np.random.Generator) -> dict[str, Sequence[str]]:
    """The indicators: HEADLINES of them with a card, the first of them totals of freight."""
    each = range(size.indicators)
    kinds = np.array([*MEASURED, *COUNTED])[rng.integers(0, len(MEASURED) + len(COUNTED), size.indicators)]
    statistics = drawn(STATISTICS, size.indicators, rng)
    kinds[0], statistics[0] = "freight", "total"
    charts = {"total": "period", "running_total": "issued", "rate": "period", "level": "level", "not_stated": "stages"}
    return {
        "id": [f"indicator-{one:04}" for one in each],
        "title": [f"{kinds[one].capitalize()} on line {one + 1}" for one in each],
        "definition": [
            f"What the offices count as {kinds[one]} on line {one + 1}, empty runs left out." for one in each
        ],
        "kind": kinds.tolist(),
        "topic": [f"topic-{one % 12}" for one in each],
        "population": [f"population-{one % 20}" for one in each],
        "statistic": statistics.tolist(),
        "chart": [charts[one] for one in statistics],
        "order": [str(one + 1) if one < HEADLINES else "" for one in each],
    }
