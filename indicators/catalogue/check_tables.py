"""What the tables of a catalogue must mean together: units and kinds, documents and locators, use."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

import numpy as np
import pandas as pd

from indicators.catalogue.check_cells import Column
from indicators.catalogue.problems import Problems
from indicators.catalogue.schema import UNITS
from indicators.columns import distinct_rows, distinct_texts
from indicators.errors import Problem, UnitError, did_you_mean
from indicators.measure.units import Units
from indicators.text.sentences import LEAD, normalise, quote

HELD = ("as_printed", "section", "paragraph", "fingerprint")
"""Columns that an observation needs where the text of its document is held."""

Frames = Mapping[str, pd.DataFrame]


def check(
    columns: Mapping[str, Mapping[str, Column]],
    frames: Frames,
    units: Units | None,
    findings: Problems,
    *,
    unfinished: bool = False,
) -> None:
    """Applies the rules whose tables were read; `columns` has the cells of `frames` as the files have them.

    In an `unfinished` catalogue nothing has to be used yet.
    """
    if units is not None and "kinds" in frames:
        _listed(frames, units, findings)
    if units is not None and {"kinds", "indicators", "observations"} <= frames.keys():
        _fitting(frames, units, findings)
    if {"documents", "observations"} <= frames.keys():
        _held(columns["observations"], frames["documents"], findings)
        _sections("observations", frames, findings)
    if "documents" in frames:
        _titled(frames["documents"], findings)
    if {"documents", "dismissed"} <= frames.keys():
        _sections("dismissed", frames, findings)
    if "observations" in frames and not unfinished:
        _used(frames, findings)


def _listed(frames: Frames, units: Units, findings: Problems) -> None:
    """Every unit is one of the list."""
    for table in frames.keys() & {"kinds", "observations", "unit_codes"}:
        cells = frames[table]["unit"]
        nearest = dict(_unlisted(distinct_texts(cells), units))
        wrong = pd.DataFrame({"unit": list(nearest)}, dtype="str")
        found, advice = map(quote, nearest), map(did_you_mean, nearest.values())
        expected = f"a unit that {UNITS} lists"
        findings.add_each(table, frames[table], "unit", wrong, list(found), expected, list(advice))


def _unlisted(names: Iterable[str], units: Units) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The units that are not listed, each with the nearest that are."""
    for name in names:
        try:
            units.check(name)
        except UnitError as error:
            yield name, error.nearest


def _fitting(frames: Frames, units: Units, findings: Problems) -> None:
    """Every unit measures the kind of what is measured; that of a rate, the kind per time."""
    rows = frames["observations"]
    indicators = _by_id(frames["indicators"], "kind", "statistic")
    kinds = _by_id(frames["kinds"], "unit")
    misfit = cache(partial(_misfit, units))

    def expected_of(indicator: str, unit: str) -> str:
        kind, statistic = indicators.get(indicator, ("", ""))
        return misfit(unit, *kinds[kind], kind, statistic) if kind in kinds else ""

    each = distinct_rows(rows[["indicator", "unit"]]).astype("str")
    expected = np.array([expected_of(*texts) for texts in each.itertuples(index=False)], dtype=object)
    wrong = each[expected != ""]
    found = [quote(unit) for unit in wrong["unit"]]
    findings.add_each("observations", rows, "unit", wrong, found, expected[expected != ""].tolist())


def _by_id(frame: pd.DataFrame, *columns: str) -> dict[str, tuple[str, ...]]:
    """The cells of these columns by id, where none is empty; of the first row where an id stands twice."""
    rows = list(frame[["id", *columns]].dropna().itertuples(index=False, name=None))
    return {one: tuple(cells) for one, *cells in reversed(rows)}


def _misfit(units: Units, unit: str, main: str, kind: str, statistic: str) -> str:
    """What is expected in place of the unit; nothing where it fits, or where either unit is not listed."""
    rate = statistic == "rate"
    try:
        if units.measures(unit, main, rate=rate):
            return ""
        if not rate:
            return f"a unit of the kind {quote(kind)}, such as {main}"
        rates = (f"{main}/{time}" for time in units.names)
        example = next((one for one in rates if units.measures(one, main, rate=True)), "")
        return f"a unit of the kind {quote(kind)} per time, such as {example or f'{main} per day'}"
    except UnitError:
        return ""


def _held(columns: Mapping[str, Column], documents: pd.DataFrame, findings: Problems) -> None:
    """Where the text is held, an observation says where it stands in it and in what words."""
    held = columns["document"].cells.isin(documents.loc[documents["text_held"], "id"].tolist()).to_numpy()
    for name in HELD:
        lacking = held & ~columns[name].filled
        expected = "a value, as the text of the document is held"
        findings.add("observations", lacking, name, "an empty cell", expected)


def _titled(documents: pd.DataFrame, findings: Problems) -> None:
    """A document whose text is held has its title."""
    lacking = (documents["text_held"] & documents["title"].isna()).to_numpy()
    findings.add("documents", lacking, "title", "an empty cell", "a value, as the text of the document is held")


def _sections(name: str, frames: Frames, findings: Problems) -> None:
    """A section is the lead or a heading of its document."""
    rows, documents, table = frames[name], frames["documents"], findings.tables["documents"]
    delimiter = table.field("headings").delimiter
    known = {
        (document, normalise(heading))
        for document, cell in zip(documents["id"].tolist(), documents["headings"].tolist(), strict=True)
        for heading in _items([cell], delimiter)
    }
    each = distinct_rows(rows[["document", "section"]]).astype("str")
    each = each[each["document"].isin(documents["id"].tolist())]
    strange = [
        section != LEAD and (document, normalise(section)) not in known
        for document, section in each.itertuples(index=False)
    ]
    wrong = each[np.array(strange, bool)]
    found = [quote(section) for section in wrong["section"]]
    expected = [f'"{LEAD}", or a heading of {quote(one)} in {table.path}' for one in wrong["document"]]
    findings.add_each(name, rows, "section", wrong, found, expected)


def _items(cells: Iterable[object], delimiter: str) -> Iterator[str]:
    """The items of the lists."""
    for cell in cells:
        if isinstance(cell, str):
            yield from map(str.strip, cell.split(delimiter))


def _used(frames: Frames, findings: Problems) -> None:
    """There are observations; they use every document, source and caveat, and no source that is absent."""
    rows, table = frames["observations"], findings.tables["observations"]
    via, caveats, also = (
        _items(distinct_texts(rows[name]).tolist(), table.field(name).delimiter)
        for name in ("via", "caveats", "also_in")
    )
    used = {
        "sources": {*distinct_texts(rows["source"]), *distinct_texts(rows["root"]), *via},
        "documents": {*distinct_texts(rows["document"]), *also},
        "caveats": {*caveats},
    }
    if "dismissed" in frames:
        used["documents"].update(distinct_texts(frames["dismissed"]["document"]))
    if "sources" in frames:
        sources = frames["sources"]
        # A voice that is absent gives no figure; what it says of the figures of others may be on record.
        heard = (sources["absent"] & sources["id"].isin(list(used["sources"]))).to_numpy()
        expected = f"an empty cell, as {table.path} has a figure of this source"
        findings.add("sources", heard, "absent", "that the source is absent", expected)
        used["sources"].update(sources.loc[sources["absent"], "id"])
    if "statements" in frames:
        said = frames["statements"]
        used["documents"].update(distinct_texts(said["document"]))
        used["sources"].update(
            distinct_texts(said["source"]), _items(said["via"].tolist(), table.field("via").delimiter)
        )
    if not findings.sheets["observations"].whole:
        return
    if rows.empty:
        found, expected = "no row below the header", "an observation"
        findings.extend([Problem(file=table.path, line=None, column=None, found=found, expected=expected)])
        return
    for name in used.keys() & frames.keys():
        key = findings.tables[name].key
        ids = frames[name][key]
        idle = (ids.notna() & ~ids.isin(list(used[name]))).to_numpy()
        unused = [f"{quote(one)}, which nothing in {table.path} uses" for one in ids[idle]]
        findings.add(name, idle, key, unused, "only what is used", "use it, or delete the row")
