"""The fields of a figure for people: the one list behind its card, its page and the command ``show``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.figures.figure import Figure


@dataclass(frozen=True, kw_only=True)
class FigureField:
    """One field of a figure: its id ``name``, a ``label`` for people, and its ``text``, empty where it has none."""

    name: str
    label: str
    text: str


def figure_fields(figure: Figure) -> tuple[FigureField, ...]:
    """The fields of a figure in the order of its page, without its title, number, caveats and citation.

    A field without text is in the list: whoever shows the list leaves it out.
    """
    fields = {
        "definition": ("What it counts", figure.definition),
        "groups": ("Group", figure.groups),
        "as_printed": ("As printed", f"“{figure.as_printed}”" if figure.as_printed else ""),
        "qualifier": ("Qualifier", figure.qualifier_words),
        "interval": ("Interval", figure.interval),
        "kind": ("Kind", figure.kind),
        "statistic": ("Statistic", figure.statistic),
        "population": ("Population", figure.population),
        "adjustment": ("Adjustment", figure.adjustment),
        "period": ("Period", figure.period),
        "issued": ("Issued", figure.issued),
        "place": ("Place", figure.place),
        "status": ("Status", figure.status),
        "source": ("Said by", figure.claimant),
        "attribution": ("Attribution", figure.attributed),
        "root": ("Counted by", figure.root),
        "via": ("Relayed by", ", then ".join(figure.via)),
        "vintage": ("Vintage", figure.vintage),
        "updates": ("Update of", figure.updates),
        "document": ("Printed in", ", ".join(filter(None, (figure.document_title, figure.locator)))),
    }
    words = fields | {"source": ("Said by", figure.source_marked)}  # that it is inferred is what the list says
    fields |= {
        "inferred": ("Assumed by the editor", _assumed(words, figure.inferred)),
        "note": ("Note", figure.note),
        "id": ("Id", figure.id),
    }
    return tuple(FigureField(name=name, label=label, text=text) for name, (label, text) in fields.items())


def _assumed(fields: Mapping[str, tuple[str, str]], inferred: Iterable[str]) -> str:
    """The columns that the editor inferred: *issued: the year in “August 2024”; said by, counted by: the Institute*."""
    labels: dict[str, dict[str, None]] = {}
    for column in inferred:
        name, _, year = column.partition(".")
        label, text = fields.get("place" if name.startswith("place_") else name, (name.replace("_", " "), ""))
        if name in ("period", "issued"):
            text, _, _ = text.partition(", ")  # *its start not stated* is not assumed
        words = f"the year in “{text}”" if year and text else text or year
        labels.setdefault(words or label.lower(), {}).update({label.lower(): None})
    return "; ".join(words if list(of) == [words] else f"{', '.join(of)}: {words}" for words, of in labels.items())
