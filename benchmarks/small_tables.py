"""The tables of a generated catalogue except the observations: indicators, sources, documents and the rest."""

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
DIMENSIONS = {"region": 12, "age": 5}
"""Number of groups of each dimension."""
PLACES = "Northvale Southport Eastbrook Westmere Highfield Lowmoor Midhaven Farpoint".split()
HEADINGS = ("What Was Counted", "Where It Went", "What Is Not Known")

# Percentage of rows with each value.
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
    """Number of rows in each table of a catalogue."""

    rows: int
    indicators: int
    sources: int
    documents: int
    caveats: int
    recipes: int
    """Number of recipes; each uses one of the first rows, a total of freight with a period of its own."""

    @classmethod
    def of(cls, rows: int) -> "Size":
        """The size of a catalogue of ``rows`` observations."""
        return cls(
            rows=rows,
            indicators=min(5000, max(2 * HEADLINES, rows // 20)),
            sources=min(500, max(4, rows // 10)),
            documents=min(200, max(2, rows // 500)),
            caveats=min(60, max(4, rows // 10)),
            recipes=min(12, rows // 10),
        )


def random_names(shares: Mapping[str, int], count: int, rng: np.random.Generator) -> NDArray[np.str_]:
    """``count`` random names, each as frequent as its share."""
    weights = np.array(list(shares.values()), float)
    return rng.choice(np.array(list(shares)), count, p=weights / weights.sum())


def is_record(document: Any) -> Any:
    """Whether a document, or each of several, is the record: one in ten."""
    return document % 10 == 1


def groups() -> list[str]:
    """The ids of all groups."""
    return [f"{name}-{number + 1}" for name, count in DIMENSIONS.items() for number in range(count)]


def row_id(number: int) -> str:
    """The id of an observation."""
    return f"figure-{number:07}"


def lists(size: Size, rng: np.random.Generator) -> dict[str, Columns]:
    """Every table but the indicators and the observations."""
    sources, documents, recipes = range(size.sources), range(size.documents), range(size.recipes)
    held = [not is_record(number) for number in documents]
    return {
        "kinds": {
            "id": [*MEASURED, *COUNTED],
            "title": [f"{name} moved" for name in MEASURED] + [f"{name}s" for name in COUNTED],
            "unit": [units[0] for units in MEASURED.values()] + COUNTED,
        },
        "topics": {
            "id": [f"topic-{number}" for number in range(12)],
            "title": [f"Topic {number + 1}" for number in range(12)],
        },
        "populations": {
            "id": [f"population-{number}" for number in range(20)],
            "title": [f"Population {number + 1}" for number in range(20)],
        },
        "sources": {
            "id": [f"source-{number:03}" for number in sources],
            "name": [f"Office of Record {number + 1} of {PLACES[number % 8]}" for number in sources],
            "short_name": [f"Office {number + 1}" for number in sources],
            "kind": [SOURCE_KINDS[number % len(SOURCE_KINDS)] for number in sources],
            "named": ["no" if number % 5 == 4 else "yes" for number in sources],
            "country": [PLACES[number % 8] for number in sources],
            "stake": ["None stated." if number % 3 else "Counts its own work." for number in sources],
        },
        "documents": {
            "id": [f"document-{number:03}" for number in documents],
            "role": ["subject" if has_text else "record" for has_text in held],
            "title": [f"Report {number + 1} on What Was Moved" for number in documents],
            "publisher": [f"review-{number % 9}.example.org" for number in documents],
            "published": [f"{2001 + number % 24}-{number % 12 + 1:02}" if held[number] else "" for number in documents],
            "url": [f"https://review-{number % 9}.example.org/report-{number + 1}" for number in documents],
            "text_held": ["yes" if has_text else "no" for has_text in held],
            "headings": ["|".join(HEADINGS) if has_text else "" for has_text in held],
        },
        "dimensions": {
            "id": list(DIMENSIONS),
            "title": [name.capitalize() for name in DIMENSIONS],
            "exhaustive": ["yes"] * len(DIMENSIONS),
        },
        "groups": {
            "id": groups(),
            "dimension": [name for name, count in DIMENSIONS.items() for _ in range(count)],
            "title": [name.replace("-", " ").capitalize() for name in groups()],
            "order": [str(number + 1) for count in DIMENSIONS.values() for number in range(count)],
        },
        "caveats": {
            "code": [f"caveat-{number:02}" for number in range(size.caveats)],
            "text": [
                f"What office {number + 1} counts has changed, and nobody says how." for number in range(size.caveats)
            ],
            "origin": ["editor" if number % 3 else "document" for number in range(size.caveats)],
        },
        "derivations": {
            "id": [f"freight-a-day-{number}" for number in recipes],
            "title": [f"Freight a day in report {number + 1}" for number in recipes],
            "operation": ["rate"] * size.recipes,
            "left": [row_id(number) for number in recipes],
            "unit": ["metric_ton/day"] * size.recipes,
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
    statistics = random_names(STATISTICS, size.indicators, rng)
    kinds[0], statistics[0] = "freight", "total"
    charts = {"total": "period", "running_total": "issued", "rate": "period", "level": "level", "not_stated": "stages"}
    return {
        "id": [f"indicator-{number:04}" for number in each],
        "title": [f"{kinds[number].capitalize()} on line {number + 1}" for number in each],
        "definition": [
            f"What the offices count as {kinds[number]} on line {number + 1}, empty runs left out." for number in each
        ],
        "kind": kinds.tolist(),
        "topic": [f"topic-{number % 12}" for number in each],
        "population": [f"population-{number % 20}" for number in each],
        "statistic": statistics.tolist(),
        "chart": [charts[number] for number in statistics],
        "order": [str(number + 1) if number < HEADLINES else "" for number in each],
    }
