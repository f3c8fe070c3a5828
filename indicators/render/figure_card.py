"""A figure as a card, and as a record in full."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from indicators import markup
from indicators.figures.figure import Caveat, Figure
from indicators.figures.figure_fields import FigureField, figure_fields


def card(readings: Sequence[Figure], foot: str | None = None) -> str:
    """A card for the figures of one indicator, in the order in which they were issued.

    Its ``foot`` is HTML; where none is given, it has the caveats.
    """
    first = readings[0]
    if len(readings) > 1:
        numbers = number(first, when=True)
        for before, one in pairwise(readings):
            arrow = '<span class="arrow" aria-hidden="true">→</span>' if one.updates == before.id else ""
            numbers += arrow + number(one, when=True)
        shown = f'<div class="figures">{numbers}</div>'
        if {one.id for one in readings} & {one.updates for one in readings}:
            shown += markup.paragraph("The document prints the later number as an update of the earlier.", "quiet")
    else:
        shown = number(first)
    return "".join(
        [
            markup.paragraph(first.topic, "kicker"),
            f"<h3>{markup.text(first.title)}</h3>",
            shown,
            markup.paragraph(first.definition),
            markup.terms(
                {
                    "Covers": "<br>".join(dict.fromkeys(_with_inferred(one, "period") for one in readings)),
                    "Source": "<br>".join(_claimants(readings)),
                    "Status": markup.text(", ".join(dict.fromkeys(one.status for one in readings))),
                }
            ),
            caveats(dict.fromkeys(caveat for one in readings for caveat in one.caveats)) if foot is None else foot,
        ]
    )


def _claimants(readings: Sequence[Figure]) -> Iterator[str]:
    """Each source once, with the words by which the document ties its claims to it."""
    for source, group in groupby(readings, key=lambda one: one.source_words):
        verbs = [
            one.attributed.replace("none", "no attribution")
            + (f" for {one.number}" if len(readings) > 1 else "")
            + (", implied" if one.source_implied else "")
            for one in group
        ]
        yield markup.text(f"{source}: {'; '.join(verbs)}")


def number(one: Figure, *, when: bool = False) -> str:
    """The number large, its qualifier above it and its unit beside it."""
    bound, digits = one.parts
    issued = f'<span class="when">issued {_with_inferred(one, "issued")}</span>' if when else ""
    converted = f'<span class="when">converted from {markup.text(one.converted)}</span>' if one.converted else ""
    return (
        f'<p class="figure{"" if one.unit else " words"}"><span class="bound">{markup.text(bound)}</span>'
        f'<span class="number">{markup.text(digits)}</span> <span class="unit">{markup.text(one.unit)}</span>'
        f"{converted}{issued}</p>"
    )


def caveats(known: Sequence[Caveat] | dict[Caveat, None]) -> str:
    """The caveats, one click away, each with who says it."""
    if not known:
        return markup.paragraph("No caveat is recorded.", "quiet")
    pieces = [_caveat(caveat) for caveat in known]
    return markup.folded(f"{len(pieces)} {'caveat' if len(pieces) == 1 else 'caveats'}", markup.items(pieces))


def record(one: Figure, level: int = 1) -> str:
    """Everything that the catalogue holds on a figure, under a heading of this level."""
    title, below = f"h{level}", f"h{level + 1}"
    known = (
        f"<{below}>Before use</{below}>{markup.items(map(_caveat, one.caveats))}"
        if one.caveats
        else markup.paragraph("No caveat is recorded.", "quiet")
    )
    return "".join(
        [
            markup.paragraph(one.topic, "kicker"),
            f"<{title}>{markup.text(one.title)}</{title}>",
            number(one),
            markup.terms({field.label: _field(one, field) for field in figure_fields(one)}),
            known,
            f"<{below}>To cite it</{below}>",
            f"<blockquote>{markup.text(one.citation)}</blockquote>",
        ]
    )


def _caveat(caveat: Caveat) -> str:
    return f'{markup.text(caveat.text)} <span class="origin">{markup.text(caveat.origin)}</span>'


def _field(one: Figure, field: FigureField) -> str:
    """The text of a field as HTML: ids as code, dates marked where the editor inferred them."""
    if field.name in ("id", "updates"):
        return f"<code>{markup.text(field.text)}</code>" if field.text else ""
    return _with_inferred(one, field.name) if field.name in ("period", "issued") else markup.text(field.text)


def _with_inferred(one: Figure, field: str) -> str:
    """The words of a field, marked where the editor inferred them."""
    marked = ' <span class="origin">inferred</span>' if field in one.inferred else ""
    return markup.text(getattr(one, field)) + marked
