"""A valid catalogue of any size, the same for the same size and seed: ``python benchmarks/generate.py N FOLDER``.

N is the number of observations; up to 5,000 indicators, 500 sources and 200 documents, fewer where N is small.
What a catalogue holds is mixed as in the shipped catalogue: every qualifier, ranges and magnitudes without a number,
numbers in digits, in scale words and in words, rates, units of one kind beside one another, roots, relays, updates,
parts, series, caveats, and one document in ten that is the record and whose text nobody holds. One row in five has a
period and printed words that no other row has; eight indicators are headlines and have at least two rows in a hundred.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from number_texts import digits, hexadecimal, join, numbers, pick
from numpy.typing import NDArray
from small_tables import (
    COUNTED,
    HEADINGS,
    HEADLINES,
    MEASURED,
    PLACES,
    QUALIFIERS,
    STATUSES,
    UNITS,
    Columns,
    Ints,
    Size,
    groups,
    indicators,
    is_record,
    lists,
    random_names,
)

DESCRIPTOR = Path(__file__).parents[1] / "data" / "datapackage.json"
CHUNK = 100_000  # rows written at a time
LEAST = 20


def generate(rows: int, folder: Path, *, seed: int = 7) -> Path:
    """Writes a catalogue of so many observations, LEAST at least, into `folder`, which is made; returns the folder."""
    if rows < LEAST:
        raise SystemExit(f"a catalogue of {LEAST} rows is the smallest that can be made, not {rows}")
    size, rng = Size.of(rows), np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    description = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    description |= {
        "name": f"generated-{rows}",
        "title": f"{rows:,} generated figures",
        "description": "Made-up figures to measure with; they say nothing about anything.",
        "created": "2026-01-01T00:00:00Z",
        "resources": [resource for resource in description["resources"] if "schema" in resource],
    }
    (folder / "datapackage.json").write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")
    units = "\n".join(f"{name} = [{name}] = _ = {name}s" for name in COUNTED)
    (folder / "units.txt").write_text(UNITS.format(counted=units), encoding="utf-8")
    measured = indicators(size, rng)
    tables = {**lists(size, rng), "indicators": measured, "observations": _observations(size, measured, rng)}
    for resource in description["resources"]:
        _write(folder / resource["path"], resource["schema"]["fields"], tables.get(resource["name"], {}))
    return folder


def _write(path: Path, fields: Sequence[Mapping[str, Any]], columns: Columns) -> None:
    """A table with the columns of the descriptor in their order, empty where none is given; quotes where needed.

    Arrow's own writer puts every text in quotes, which no spreadsheet does.
    """
    names = [field["name"] for field in fields]
    given = {name: pa.array(cells, pa.string()) for name, cells in columns.items()}
    rows = len(next(iter(given.values()), ()))
    with path.open("wb") as file:
        file.write((",".join(names) + "\n").encode())
        for start in range(0, rows, CHUNK):
            cells = [_cell(given[name].slice(start, CHUNK)) if name in given else "" for name in names]
            lines = pc.binary_join_element_wise(*cells, ",")
            file.write(("\n".join(lines.to_pylist()) + "\n").encode())


def _cell(texts: pa.Array) -> pa.Array:
    texts = texts.fill_null("")
    return pc.if_else(pc.match_substring_regex(texts, '[,"]'), join('"', texts, '"'), texts)


def _observations(size: Size, measured: Mapping[str, Sequence[str]], rng: np.random.Generator) -> dict[str, pa.Array]:
    rows, recipes = size.rows, slice(size.recipes)
    indicator = rng.integers(0, size.indicators, rows)
    headline = rng.random(rows) < max(0.02, HEADLINES / size.indicators)
    indicator[headline] = rng.integers(0, HEADLINES, headline.sum())
    indicator[recipes] = 0
    source, document, caveat = (
        np.concatenate([np.arange(count), rng.integers(0, count, rows)])[:rows]
        for count in (size.sources, size.documents, size.caveats)
    )
    # The values of an indicator in one office are a series.
    in_series = (rng.random(rows) < 0.3) & (np.arange(rows) >= size.sources)
    source[in_series] = indicator[in_series] % size.sources
    document[size.documents :] -= is_record(document[size.documents :]) & (rng.random(rows - size.documents) < 0.5)
    document[recipes] *= ~is_record(document[recipes])
    held = ~is_record(document)
    qualifier, status = random_names(QUALIFIERS, rows, rng), random_names(STATUSES, rows, rng)
    qualifier[recipes], status[recipes] = "more_than", "reported"
    own = rng.random(rows) < 0.2
    own[recipes] = True

    units, names = _units(indicator, measured, recipes, rng)
    printed = numbers(qualifier, names, own, rng)
    chance = rng.random((12, rows))
    earlier = _earlier(indicator)
    later = earlier >= 0
    ids = pc.binary_join_element_wise("figure", digits(np.arange(rows), 7), "-")
    roots = [f"source-{number:03}" for number in range(size.sources)]
    codes = [f"caveat-{number:02}" for number in range(size.caveats)]
    attributions = ["according to", "said", "estimated", "told reporters", "claims", "counted"]
    sections = pick(["lead", *HEADINGS], rng.integers(0, 4, rows))
    return {
        "id": ids,
        "indicator": pick(measured["id"], indicator),
        "groups": pick(groups(), _groups(recipes, rows, rng)),
        "document": pick([f"document-{number:03}" for number in range(size.documents)], document),
        "source": pick(roots, source),
        "source_implied": pick(["yes"], np.where(chance[0] < 0.02, 0, -1)),
        "root": pick(roots, np.where(chance[1] < 0.3, (source * 7 + 1) % size.sources, -1)),
        "via": pick(roots, np.where(chance[2] < 0.04, (source * 3 + 2) % size.sources, -1)),
        **printed,
        **_intervals(printed["value"], qualifier, rng),
        "significant_figures": pick(["3"], np.where((chance[3] < 0.03) & (qualifier != "vague"), 0, -1)),
        "unit": units,
        "as_printed": pc.if_else(pa.array(held), printed["as_printed"], None),
        "attribution": pick(attributions, np.where(chance[4] < 0.8, rng.integers(0, 6, rows), -1)),
        "status": pa.array(status.astype(object), pa.string()),
        "period": _periods(own, rng),
        "issued": _issued(rng.integers(0, 9000, rows), chance[5]),
        "inferred": pick(["issued", "unit", "root"], np.where(chance[6] < 0.1, rng.integers(0, 3, rows), -1)),
        "place_from": pick(PLACES, np.where(chance[7] < 0.2, rng.integers(0, 8, rows), -1)),
        "place_to": pick(PLACES, np.where(chance[8] < 0.2, rng.integers(0, 8, rows), -1)),
        "updates": ids.take(pa.array(earlier, mask=~(later & (chance[9] < 0.02)))),
        "part_of": ids.take(pa.array(earlier, mask=~(later & (chance[9] > 0.98)))),
        "series": pick([f"series-{number}" for number in range(50)], np.where(chance[10] < 0.05, source % 50, -1)),
        "same_as": ids.take(pa.array(earlier, mask=~(later & ~held & (chance[11] < 0.1)))),
        "same_as_ground": pick(["The same number."], np.where(later & ~held & (chance[11] < 0.1), 0, -1)),
        "section": pc.if_else(pa.array(held), sections, None),
        "paragraph": pc.if_else(pa.array(held), digits(rng.integers(1, 40, rows)), None),
        "fingerprint": pc.if_else(pa.array(held), hexadecimal(rows, rng), None),
        "caveats": _caveats(caveat, codes, rng),
        "note": pick(["Read off a table.", "Given in a caption."], np.where(chance[0] > 0.97, chance[1] > 0.5, -1)),
    }


def _groups(recipes: slice, rows: int, rng: np.random.Generator) -> Ints:
    """The group of each row; -1 where it is of all."""
    found = np.where(rng.random(rows) < 0.4, rng.integers(0, len(groups()), rows), -1)
    found[recipes] = -1
    return found


def _intervals(value: pa.Array, qualifier: NDArray[np.str_], rng: np.random.Generator) -> dict[str, pa.Array]:
    """A confidence interval beside one bare number in four: whole numbers around it."""
    has = pa.array((qualifier == "unqualified") & (rng.random(len(qualifier)) < 0.25))
    number = pc.cast(pc.if_else(has, value, None), pa.float64())
    lower, upper = pc.floor(pc.multiply(number, 0.9)), pc.ceil(pc.multiply(number, 1.1))
    ends = {"lower": lower, "upper": upper}
    return {
        **{f"interval_{name}": pc.cast(pc.cast(end, pa.int64()), pa.string()) for name, end in ends.items()},
        "interval_kind": pc.if_else(has, "confidence", None),
        "interval_level": pc.if_else(has, "95", None),
    }


def _units(
    indicator: Ints, measured: Mapping[str, Sequence[str]], recipes: slice, rng: np.random.Generator
) -> tuple[pa.Array, pa.Array]:
    """The unit of each row, and its name in words."""
    choices = {**MEASURED, **{name: (name,) for name in COUNTED}}
    listed = [unit for units in choices.values() for unit in units]
    first = np.array([listed.index(choices[kind][0]) for kind in measured["kind"]])
    count = np.array([len(choices[kind]) for kind in measured["kind"]])
    rate = np.array([statistic == "rate" for statistic in measured["statistic"]])[indicator]
    other = rng.integers(0, 6, len(indicator)) % count[indicator]
    taken = first[indicator] + np.where(rng.random(len(indicator)) < 0.8, 0, other)
    taken[recipes] = first[0]
    words = [unit.replace("_", " ") + ("" if unit.isupper() else "s") for unit in listed]
    per_day, a_day = [f"{unit}/day" for unit in listed], [f"{unit} a day" for unit in words]
    shifted = taken + np.where(rate, len(listed), 0)
    return pick([*listed, *per_day], shifted), pick([*words, *a_day], shifted)


def _earlier(indicator: Ints) -> Ints:
    """The row before each that has the same indicator; -1 where there is none."""
    order = np.argsort(indicator, kind="stable")
    before = np.full(len(indicator), -1)
    same = indicator[order][1:] == indicator[order][:-1]
    before[order[1:][same]] = order[:-1][same]
    return before


def _periods(own: NDArray[np.bool_], rng: np.random.Generator) -> pa.Array:
    """Intervals of days where a row has its own; else months, years or nothing."""
    days = pa.array(np.datetime_as_string(np.arange("1990-01-01", "2033-01-01", dtype="datetime64[D]")))
    months = pa.array(np.datetime_as_string(np.arange("2000-01", "2025-01", dtype="datetime64[M]")))
    rank = np.cumsum(own) - 1
    start = rank % 9000
    ends = start + 28 + rank // 9000
    intervals = join(days.take(pa.array(start)), "/", days.take(pa.array(ends)))
    rows = len(own)
    shared = pc.if_else(pa.array(rng.random(rows) < 0.6), months.take(pa.array(rng.integers(0, 300, rows))), None)
    shared = pc.if_else(pa.array(rng.random(rows) < 0.2), pc.utf8_slice_codeunits(shared, 0, 4), shared)
    return pc.if_else(pa.array(own), intervals, shared)


def _issued(day: Ints, chance: NDArray[np.float64]) -> pa.Array:
    days = pa.array(np.datetime_as_string(np.arange("2000-01-01", "2024-12-31", dtype="datetime64[D]")))
    dated = days.take(pa.array(day))
    months = pc.utf8_slice_codeunits(dated, 0, 7)
    return pc.if_else(pa.array(chance < 0.4), dated, pc.if_else(pa.array(chance < 0.7), months, None))


def _caveats(first: Ints, codes: Sequence[str], rng: np.random.Generator) -> pa.Array:
    """None, one or two codes; the first rows, as many as there are codes, have one each."""
    rows, count = len(first), len(codes)
    left, right = pick(codes, first), pick(codes, (first + 1 + rng.integers(0, count - 1, rows)) % count)
    chance = rng.random(rows)
    chance[:count] = 0.5
    return pc.if_else(pa.array(chance < 0.4), None, pc.if_else(pa.array(chance < 0.8), left, join(left, ";", right)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rows", type=int, metavar="N", help="observations")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write the catalogue")
    parser.add_argument("--seed", type=int, default=7, help="another seed, another catalogue; default: 7")
    options = parser.parse_args()
    print(generate(options.rows, options.folder, seed=options.seed))


if __name__ == "__main__":
    main()
