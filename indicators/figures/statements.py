"""Statements about figures that give no figure, in words: who denied what, when, and where it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures.agents import speaker_within_sentence
from indicators.figures.assumed import with_assumed, within_brackets
from indicators.figures.names import source_names
from indicators.figures.provenance import with_party
from indicators.figures.search import texts_with
from indicators.measure import period
from indicators.text.first_letter import with_capital


@dataclass(frozen=True, kw_only=True)
class _Statement:
    """A row of ``statements.csv``; ``as_printed`` and ``issued`` may be empty."""

    source: str
    said: str
    what: str
    about: tuple[str, ...]
    via: tuple[str, ...]
    document: str
    issued: str
    inferred: tuple[str, ...]
    as_printed: str


def statements_about(catalogue: Catalogue, ids: Iterable[str]) -> tuple[str, ...]:
    """The statements about these figures, in words."""
    wanted = set(ids)
    statements = _statements(catalogue, catalogue.statements)
    return tuple(_in_words(catalogue, statement) for statement in statements if not wanted.isdisjoint(statement.about))


def statements_by(catalogue: Catalogue, source: str) -> tuple[str, ...]:
    """The statements of this source, in words."""
    rows = catalogue.statements[catalogue.statements["source"] == source]
    return tuple(_in_words(catalogue, statement) for statement in _statements(catalogue, rows))


def statements_with(catalogue: Catalogue, search: str, *, record: bool) -> tuple[str, ...]:
    """The statements that have the words of a search, in words; without ``record``, those of the subject alone."""
    documents = catalogue.documents
    shown = documents.index if record else documents.index[documents["role"] == SUBJECT]
    rows = catalogue.statements[catalogue.statements["document"].isin(shown)]
    return texts_with([_in_words(catalogue, statement) for statement in _statements(catalogue, rows)], search)


def _statements(catalogue: Catalogue, rows: pd.DataFrame) -> list[_Statement]:
    """The statements of these rows of ``catalogue.statements``."""
    return [
        _Statement(
            source=row["source"],
            said=row["said"],
            what=row["what"],
            about=catalogue.items(row["about"], "statements", "about"),
            via=catalogue.items(row["via"], "statements", "via"),
            document=row["document"],
            issued=row["issued"] if isinstance(row["issued"], str) else "",
            inferred=catalogue.items(row["inferred"], "statements", "inferred"),
            as_printed=row["as_printed"] if isinstance(row["as_printed"], str) else "",
        )
        for row in rows.to_dict("records")
    ]


def _in_words(catalogue: Catalogue, statement: _Statement) -> str:
    names = source_names(catalogue)
    name = speaker_within_sentence(catalogue, statement.source, names[statement.source])
    who = with_capital(with_party(catalogue, statement.source, name))
    speaker = f"{who}," if "," in who else who
    verb = catalogue.word("statements", "said", statement.said)
    date = "day not stated"
    if statement.issued:
        date = within_brackets(with_assumed(period.words(statement.issued), statement.inferred, "issued"))
    printed = f", “{statement.as_printed}”" if statement.as_printed else ""
    through = f", through {', then '.join(names[source] for source in statement.via)}" if statement.via else ""
    publisher = catalogue.text("documents", statement.document, "publisher")
    return f"{speaker} {verb} {statement.what}{printed} ({date}{through}; {publisher})."
