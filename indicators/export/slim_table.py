"""The table of figures in few columns, for those who read it in a spreadsheet; `figure_table` has all columns."""

from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import quote

import pandas as pd

from indicators.catalogue.model import Catalogue
from indicators.columns import look_up, map_distinct, map_distinct_rows, to_list
from indicators.export import figure_columns, figure_table
from indicators.figures.agents import speaker_with_authors
from indicators.figures.assumed import with_assumed
from indicators.figures.caveats import further_caveats
from indicators.figures.citation import publication
from indicators.figures.clauses import clause_words, has_clauses, opening
from indicators.figures.names import indicator_titles, population_within_sentence, source_names
from indicators.figures.quotable import told_of, wording_within_sentence
from indicators.figures.statistics import adjustment_told, amount_words, with_groups
from indicators.figures.superseded import updated_by
from indicators.measure import period
from indicators.measure.bounds import VAGUE
from indicators.measure.period import NOT_STATED
from indicators.measure.units import SYSTEMS
from indicators.text.first_letter import with_capital

WORDS: Mapping[str, str] = {
    "figure": "The number in words, with its bound, its unit and the interval published beside it.",
    "printed_in": "The document in a few words: its authors, publisher and date of publication.",
    "period_in_words": "What the value covers.",
    "issued_in_words": "When it was said.",
    "first_caveat": "The caveat that matters most, in words; figures with more have them in the full table.",
    "quote": "The figure in a sentence, then its status, what is counted, dates, document, a caveat, link.",
    "link": "Address of the figure in the dashboard, with everything that is recorded of it.",
}
"""The columns that the table of all columns does not have, each with its meaning."""

WITH_ADDRESS = ("quote", "link")
"""The columns that have the address of the dashboard."""

COLUMNS: Mapping[str, str] = {
    name: {**figure_columns.COLUMNS, "title": "What is measured, with the groups that it is of.", **WORDS}[name]
    for name in (
        "id", "figure", "value", "lower", "upper", "unit_label", "title", "definition", "source_name", "printed_in",
        "period_in_words", "issued_in_words", "status", "first_caveat", "quote", "link",
    )
}  # fmt: skip
"""The columns in order, each with its meaning."""

_REPLACED = "an earlier figure that has been replaced and must not be added to the later one"
_REPLACES = "which replaces an earlier figure and must not be added to it"

_AMOUNT = [
    "qualifier", "lower", "value", "upper", "significant_figures", "digits", "unit", "as_printed", "statistic",
    "interval_lower", "interval_upper", "interval_kind", "interval_level", "indicator",
]  # fmt: skip
"""The columns of the catalogue that make a number in words."""
_CLAUSE = [*_AMOUNT, "status", "groups", "place_from", "place_through", "place_to"]
"""Those that make a clause."""


def slim(catalogue: Catalogue, rows: pd.DataFrame, address: str, system: str = SYSTEMS[0]) -> pd.DataFrame:
    """The rows with the columns COLUMNS; ``address`` is that of a figure's page without the id at its end.

    In another ``system`` of units than the printed, `figure_columns.CONVERTED` stand after the unit.
    """
    table = figure_table.table(catalogue, rows, system)
    names = list(COLUMNS)
    if system != SYSTEMS[0]:
        place = names.index("unit_label") + 1
        names[place:place] = figure_columns.CONVERTED
    titles = _titles(catalogue, table)
    return with_words(catalogue, rows, table, address).assign(title=titles)[names]


def with_words(catalogue: Catalogue, rows: pd.DataFrame, table: pd.DataFrame, address: str) -> pd.DataFrame:
    """A table of `figure_table` of these rows, with the columns WORDS; ``address`` as in `slim`."""
    caveats = catalogue.caveats["text"]

    def first_caveat(codes: object) -> str | None:
        listed = catalogue.items(codes if isinstance(codes, str) else None, "observations", "caveats")
        return str(caveats[listed[0]]) if listed else None

    firsts = pd.Series({cell: first_caveat(cell) for cell in rows["caveats"].dropna().unique()}, dtype="str")
    table = table.assign(
        figure=_amounts(catalogue, rows),
        printed_in=map_distinct(partial(publication, catalogue), rows["document"]),
        period_in_words=_date_words(table["period"]),
        issued_in_words=_date_words(table["issued"]),
        first_caveat=look_up(rows["caveats"], firsts),
        link=[address + quote(figure, safe="") for figure in rows["id"]],
    )
    return table.assign(quote=_quotations(catalogue, rows, table))


def _titles(catalogue: Catalogue, table: pd.DataFrame) -> pd.Series:
    """What is measured, with the groups that it is of."""
    titles, groups = indicator_titles(catalogue), _texts(table["groups_in_words"])
    return map_distinct(lambda indicator, groups: with_groups(titles[indicator], groups), table["indicator"], groups)


def _quotations(catalogue: Catalogue, rows: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    """Each figure in a sentence, then its status, population, dates, document, first caveat and address.

    A cell leaves its row, so that it also says what the figure has not and what the editor assumed.
    """
    columns = (
        _sentences(catalogue, rows, table),
        map_distinct(partial(catalogue.word, "observations", "status"), table["status"]),
        map_distinct(partial(population_within_sentence, catalogue), _texts(table["population"])),
        _date_told(catalogue, table, "period"),
        _date_told(catalogue, table, "issued"),
        table["printed_in"],
        map_distinct(partial(_caveats_told, catalogue), _texts(table["caveats"])),
        table["link"],
    )
    lines = [
        f"{sentence} Status: {status}. What is counted: {population}. {covers} {issued} Printed in: {printed_in}. "
        f"{caveats}{link}"
        for sentence, status, population, covers, issued, printed_in, caveats, link in zip(
            *map(to_list, columns), strict=True
        )
    ]
    return pd.Series(lines, table.index, dtype="str")


def _sentences(catalogue: Catalogue, rows: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    """Each figure in an undated sentence: its clause behind who says so, or else its title with its number."""
    updated, names = updated_by(catalogue), source_names(catalogue)
    updates = dict.fromkeys(updated.values(), _REPLACES) | dict.fromkeys(updated, _REPLACED)

    def said_by(source: str, authors: str) -> str:
        return speaker_with_authors(catalogue, source, names[source], authors)

    def opens(source: str, authors: str, status: str, attribution: str) -> str:
        return opening(catalogue, source, names[source], authors, status, attribution)

    authors = _texts(table["document_author"])
    further = [
        ", ".join(filter(None, (adjusted, updates.get(id_))))
        for id_, adjusted in zip(to_list(table["id"]), to_list(_adjustments(catalogue, table)), strict=True)
    ]
    columns = (
        _clauses(catalogue, rows),
        map_distinct(opens, table["source"], authors, table["status"], _texts(rows["attribution"])),
        map_distinct(partial(told_of, catalogue), table["indicator"], _texts(table["groups_in_words"])),
        table["figure"],
        map_distinct(said_by, table["source"], authors),
        table["status"],
        table["qualifier"],
    )
    lines = [
        with_capital(
            f"{opened} {', '.join(filter(None, (clause, more)))}."
            if clause
            else wording_within_sentence(
                title=title,
                phrase=amount,
                claimant=claimant,
                status=status,
                is_vague=qualifier == VAGUE,
                further=more,
                period="",
            )
        )
        for clause, opened, title, amount, claimant, status, qualifier, more in zip(
            *map(to_list, columns), further, strict=True
        )
    ]
    return pd.Series(lines, table.index, dtype="str")


def _clauses(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """What each row says as a clause with its number; empty where the catalogue has none for it."""

    def clauses(rows: pd.DataFrame) -> Iterator[str]:
        return (clause_words(catalogue, each) for each in catalogue.observations(rows))

    return map_distinct_rows(clauses, rows, _CLAUSE) if has_clauses(catalogue) else pd.Series("", rows.index)


def _adjustments(catalogue: Catalogue, table: pd.DataFrame) -> pd.Series:
    """How each value is adjusted, in words; empty where it is not stated."""
    cells = (_texts(table[name]) for name in ("season", "prices", "price_base", "annualised"))
    return map_distinct(partial(adjustment_told, catalogue), *cells)


def _date_told(catalogue: Catalogue, table: pd.DataFrame, name: str) -> pd.Series:
    """A date with its name, and whether the editor assumed it: *Period: September 2024.*"""

    def told(date: str, inferred: str) -> str:
        listed = catalogue.items(inferred or None, "observations", "inferred")
        words = with_assumed(period.words(date), listed, name) if date else NOT_STATED
        return f"{name.capitalize()}: {words}."

    return map_distinct(told, _texts(table[name]), _texts(table["inferred"]))


def _caveats_told(catalogue: Catalogue, codes: str) -> str:
    """The first caveat and how many more there are, with a blank behind them; empty without one."""
    listed = catalogue.items(codes or None, "observations", "caveats")
    if not listed:
        return ""
    told = (catalogue.text("caveats", listed[0], "text"), further_caveats(len(listed) - 1))
    return f"Caveat: {' '.join(filter(None, told))} "


def _texts(cells: pd.Series) -> pd.Series:
    """The texts, empty where a cell is."""
    return cells.astype("str").fillna("")


def _date_words(dates: pd.Series) -> pd.Series:
    """Dates in words, *not stated* for an empty cell."""
    return map_distinct(lambda date: period.words(date) if isinstance(date, str) else NOT_STATED, dates)


def _amounts(catalogue: Catalogue, rows: pd.DataFrame) -> pd.Series:
    """Each number with its bound, unit and interval, as printed."""

    def amounts(rows: pd.DataFrame) -> Iterator[str]:
        return (amount_words(catalogue, each, each.unit) for each in catalogue.observations(rows))

    return map_distinct_rows(amounts, rows, _AMOUNT)
