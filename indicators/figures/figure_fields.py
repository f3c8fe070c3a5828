"""The fields of a figure for people: the one list behind its card, its page and the command ``show``."""

from collections.abc import Mapping
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
        "document": ("Printed in", figure.document_title + (f", {figure.locator}" if figure.section else "")),
    }
    words = fields | {"source": ("Said by", figure.source_words)}  # that it is inferred is what the list says
    fields |= {
        "inferred": (
            "Assumed by the editor",
            "; ".join(dict.fromkeys(_assumed(words, column) for column in figure.inferred)),
        ),
        "note": ("Note", figure.note),
        "id": ("Id", figure.id),
    }
    return tuple(FigureField(name=name, label=label, text=text) for name, (label, text) in fields.items())


def _assumed(fields: Mapping[str, tuple[str, str]], column: str) -> str:
    """A column that the editor inferred, as a reader knows it: *issued: the year in “August 2024”*."""
    name, _, year = column.partition(".")
    label, text = fields.get("place" if name.startswith("place_") else name, (name.replace("_", " "), ""))
    words = f"the year in “{text}”" if year and text else text or year
    return f"{label.lower()}: {words}" if words else label.lower()
