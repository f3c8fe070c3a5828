"""Statements about figures that give no figure, in words: who denied what, when, and where it is printed."""

from collections.abc import Iterable, Mapping
from typing import Any

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures.assumed import assumed
from indicators.figures.names import source_names
from indicators.figures.search import texts_with
from indicators.measure import period


def statements_about(catalogue: Catalogue, ids: Iterable[str]) -> tuple[str, ...]:
    """The statements about these figures, in words."""
    wanted = set(ids)
    return tuple(
        _statement(catalogue, row)
        for row in catalogue.statements.to_dict("records")
        if wanted & {*catalogue.items(row["about"], "statements", "about")}
    )


def statements_by(catalogue: Catalogue, source: str) -> tuple[str, ...]:
    """The statements of this source, in words."""
    rows = catalogue.statements[catalogue.statements["source"] == source]
    return tuple(_statement(catalogue, row) for row in rows.to_dict("records"))


def statements_with(catalogue: Catalogue, search: str, *, record: bool) -> tuple[str, ...]:
    """The statements that have the words of a search, in words; without ``record``, those of the subject alone."""
    documents = catalogue.documents
    shown = documents.index if record else documents.index[documents["role"] == SUBJECT]
    rows = catalogue.statements[catalogue.statements["document"].isin(shown)]
    return texts_with([_statement(catalogue, row) for row in rows.to_dict("records")], search)


def _statement(catalogue: Catalogue, row: Mapping[Any, Any]) -> str:
    speaker = source_names(catalogue)[row["source"]]
    verb = catalogue.word("statements", "said", row["said"])
    via = [source_names(catalogue)[source] for source in catalogue.items(row["via"], "statements", "via")]
    date = period.words(row["issued"]) if isinstance(row["issued"], str) else "day not stated"
    how_far = assumed(catalogue.items(row["inferred"], "statements", "inferred"), "issued")
    inferred = f", {how_far}" if how_far else ""
    printed = f", “{row['as_printed']}”" if isinstance(row["as_printed"], str) else ""
    through = f", through {', then '.join(via)}" if via else ""
    publisher = catalogue.text("documents", row["document"], "publisher")
    return f"{speaker} {verb} {row['what']}{printed} ({date}{inferred}{through}; {publisher})."
