"""Checks the tables against one another: documents and locators, rows that nothing uses; calls the further checks."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from indicators.catalogue import check_clauses, check_statistics, check_units
from indicators.catalogue.column_cells import ColumnCells
from indicators.catalogue.problems import Problems
from indicators.columns import distinct_rows, distinct_texts
from indicators.measure.units import Units
from indicators.text.normal import normalise
from indicators.text.sentences import LEAD, in_quotes

HELD = ("as_printed", "section", "paragraph", "fingerprint")
"""Columns that an observation needs if the text of its document is held."""

Frames = Mapping[str, pd.DataFrame]


def check(
    columns: Mapping[str, Mapping[str, ColumnCells]],
    frames: Frames,
    units: Units | None,
    problems: Problems,
    *,
    unfinished: bool = False,
) -> None:
    """Adds the problems of the tables in `frames`; `columns` has the texts of the same cells.

    In an `unfinished` catalogue a row may be there that nothing uses yet.
    """
    if units is not None:
        check_units.check(frames, units, problems)
    check_statistics.check(frames, problems)
    check_clauses.check(frames, problems)
    if {"documents", "observations"} <= frames.keys():
        _check_held(columns["observations"], frames["documents"], problems)
        _check_sections("observations", frames, problems)
    if "agents" in frames:
        _check_agents(frames["agents"], problems)
    if "documents" in frames:
        _check_titles(frames["documents"], problems)
    for table in ("dismissed", "passages"):
        if {"documents", table} <= frames.keys():
            _check_sections(table, frames, problems)
    if "dismissed" in frames:
        _check_repeats(frames["dismissed"], problems)
    if "passages" in frames:
        _check_passages(frames["passages"], problems)
    if "observations" in frames and not unfinished:
        _check_used(frames, problems)


def _check_held(columns: Mapping[str, ColumnCells], documents: pd.DataFrame, problems: Problems) -> None:
    """Reports observations without locator or printed words although the text is held."""
    held = columns["document"].cells.isin(documents.loc[documents["text_held"], "id"].tolist()).to_numpy()
    for name in HELD:
        lacking = held & ~columns[name].filled
        expected = "a value, as the text of the document is held"
        problems.add("observations", lacking, name, "an empty cell", expected)


def _check_agents(agents: pd.DataFrame, problems: Problems) -> None:
    """Reports persons without a family name, and bodies whose name is taken apart."""
    person = agents["kind"] == "person"
    lacking = (person & agents["family"].isna()).to_numpy()
    problems.add("agents", lacking, "family", "an empty cell", "the family name, as the agent is a person")
    for part in ("given", "particle", "family", "suffix"):
        excess = (~person & agents[part].notna()).to_numpy()
        found = [in_quotes(text) for text in agents[part][excess]]
        problems.add("agents", excess, part, found, "an empty cell, as the agent is not said to be a person")


def _check_titles(documents: pd.DataFrame, problems: Problems) -> None:
    """Reports documents without a title whose text is held."""
    lacking = (documents["text_held"] & documents["title"].isna()).to_numpy()
    problems.add("documents", lacking, "title", "an empty cell", "a value, as the text of the document is held")


def _check_sections(name: str, frames: Frames, problems: Problems) -> None:
    """Reports sections that are neither the lead nor a heading of their document."""
    rows, documents, table = frames[name], frames["documents"], problems.tables["documents"]
    delimiter = table.field("headings").delimiter
    known = {
        (document, normalise(heading))
        for document, cell in zip(documents["id"].tolist(), documents["headings"].tolist(), strict=True)
        for heading in _items([cell], delimiter)
    }
    pairs = distinct_rows(rows[["document", "section"]]).astype("str")
    pairs = pairs[pairs["document"].isin(documents["id"].tolist())]
    unknown = [
        section != LEAD and (document, normalise(section)) not in known
        for document, section in pairs.itertuples(index=False)
    ]
    wrong = pairs[np.array(unknown, bool)]
    found = [in_quotes(section) for section in wrong["section"]]
    expected = [f'"{LEAD}", or a heading of {in_quotes(document)} in {table.path}' for document in wrong["document"]]
    problems.add_each(name, rows, "section", wrong, found, expected)


def _check_repeats(dismissed: pd.DataFrame, problems: Problems) -> None:
    """Reports dismissed repetitions that name no figure, and other dismissed numbers that name one."""
    repeats, named = (dismissed["why"] == "repeats").to_numpy(dtype=bool), dismissed["figure"].notna().to_numpy()
    expected = "the figure that the number repeats, as the reason is repeats"
    problems.add("dismissed", repeats & ~named, "figure", "an empty cell", expected)
    found = [in_quotes(figure) for figure in dismissed["figure"][named & ~repeats]]
    problems.add("dismissed", named & ~repeats, "figure", found, "an empty cell, as the reason is not repeats")


def _check_passages(passages: pd.DataFrame, problems: Problems) -> None:
    """Reports passages on which nothing rests, or more than one thing."""
    many = passages[["caveat", "figure", "indicator"]].notna().sum(axis=1).to_numpy()
    expected = "one of caveat, figure and indicator: what rests on the words"
    found = [f"{count} of them" if count else "none of them" for count in many[many != 1]]
    problems.add("passages", many != 1, "caveat", found, expected)


def _items(cells: Iterable[object], delimiter: str) -> Iterator[str]:
    """The items of all list cells."""
    for cell in cells:
        if isinstance(cell, str):
            yield from map(str.strip, cell.split(delimiter))


def _check_used(frames: Frames, problems: Problems) -> None:
    """Reports missing observations, rows of other tables that nothing uses, and absent sources that something uses."""
    rows, table = frames["observations"], problems.tables["observations"]
    via, caveats, also = (
        _items(distinct_texts(rows[name]).tolist(), table.field(name).delimiter)
        for name in ("via", "caveats", "also_in")
    )
    used = {
        "sources": {*distinct_texts(rows["source"]), *distinct_texts(rows["root"]), *via},
        "documents": {*distinct_texts(rows["document"]), *also},
        "caveats": {*caveats},
    }
    for table_with_documents in frames.keys() & {"dismissed", "passages"}:
        used["documents"].update(distinct_texts(frames[table_with_documents]["document"]))
    if "documents" in frames:
        used["sources"].update(distinct_texts(frames["documents"]["source"]))
    if "sources" in frames:
        sources = frames["sources"]
        # An absent source has no figure of its own; its statements about the figures of others are allowed.
        heard = (sources["absent"] & sources["id"].isin(list(used["sources"]))).to_numpy()
        expected = f"an empty cell, as {table.path} has a figure of this source"
        problems.add("sources", heard, "absent", "that the source is absent", expected)
        used["sources"].update(sources.loc[sources["absent"], "id"])
    if "statements" in frames:
        said = frames["statements"]
        used["documents"].update(distinct_texts(said["document"]))
        used["sources"].update(
            distinct_texts(said["source"]), _items(said["via"].tolist(), table.field("via").delimiter)
        )
    if rows.empty or not problems.sheets["observations"].whole:  # in a new catalogue nothing is used yet
        return
    for name in used.keys() & frames.keys():
        key = problems.tables[name].key
        ids = frames[name][key]
        unused = (ids.notna() & ~ids.isin(list(used[name]))).to_numpy()
        found_unused = [f"{in_quotes(identity)}, which nothing in {table.path} uses" for identity in ids[unused]]
        problems.add(name, unused, key, found_unused, "only what is used", "use it, or delete the row")
