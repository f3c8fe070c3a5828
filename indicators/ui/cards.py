"""A figure as a card, and as a record in full."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indicators.reading import Caveat, Reading
from indicators.ui import html


def card(readings: Sequence[Reading]) -> str:
    """A card for the figures of one indicator, in the order in which they were issued."""
    first = readings[0]
    updated = {one.updates for one in readings}
    numbers = [number(one, when=len(readings) > 1) for one in readings]
    if len(readings) > 1:
        arrow = '<span class="arrow" aria-hidden="true">→</span>' if {one.id for one in readings} & updated else ""
        shown = f'<div class="figures">{arrow.join(numbers)}</div>'
        if arrow:
            shown += html.paragraph("The document prints the later number as an update of the earlier.", "quiet")
    else:
        shown = numbers[0]
    return "".join(
        [
            html.paragraph(first.topic, "kicker"),
            f"<h3>{html.text(first.title)}</h3>",
            shown,
            html.paragraph(first.definition),
            html.terms(
                {
                    "Covers": "<br>".join(dict.fromkeys(_with_inferred(one, "period") for one in readings)),
                    "Source": "<br>".join(_claimants(readings)),
                    "Status": html.text(", ".join(dict.fromkeys(one.status for one in readings))),
                }
            ),
            caveats(dict.fromkeys(caveat for one in readings for caveat in one.caveats)),
        ]
    )


def _claimants(readings: Sequence[Reading]) -> Iterator[str]:
    """Each source once, with the words by which the document ties its claims to it."""
    for source, group in groupby(readings, key=lambda one: one.source_words):
        verbs = [
            _attributed(one)
            + (f" for {one.number}" if len(readings) > 1 else "")
            + (", implied" if one.source_implied else "")
            for one in group
        ]
        yield html.text(f"{source}: {'; '.join(verbs)}")


def number(one: Reading, *, when: bool = False) -> str:
    """The number large, its qualifier above it and its unit beside it."""
    bound, digits = one.parts
    issued = f'<span class="when">issued {_with_inferred(one, "issued")}</span>' if when else ""
    converted = f'<span class="when">converted from {html.text(one.converted)}</span>' if one.converted else ""
    return (
        f'<p class="figure{"" if one.unit else " words"}"><span class="bound">{html.text(bound)}</span>'
        f'<span class="number">{html.text(digits)}</span> <span class="unit">{html.text(one.unit)}</span>'
        f"{converted}{issued}</p>"
    )


def caveats(known: Sequence[Caveat] | dict[Caveat, None]) -> str:
    """The caveats, one click away, each with who says it."""
    if not known:
        return html.paragraph("No caveat is recorded.", "quiet")
    pieces = [_caveat(caveat) for caveat in known]
    return html.folded(f"{len(pieces)} {'caveat' if len(pieces) == 1 else 'caveats'}", html.items(pieces))


def record(one: Reading) -> str:
    """Everything that the catalogue holds on a figure."""
    fields = {
        "What it counts": html.text(one.definition),
        "As printed": f"“{html.text(one.as_printed)}”" if one.as_printed else "",
        "Qualifier": html.text(one.qualifier_words),
        "Kind": html.text(one.kind),
        "Statistic": html.text(one.statistic),
        "Population": html.text(one.population),
        "Covers": _with_inferred(one, "period"),
        "Issued": _with_inferred(one, "issued"),
        "Place": html.text(one.place),
        "Status": html.text(one.status),
        "Claimed by": html.text(one.source_words + (", implied" if one.source_implied else "")),
        "Attribution": f"“{html.text(one.attribution)}”" if one.attribution else "none in the document",
        "Counted by": html.text(one.root),
        "Relayed by": html.text(", then ".join(one.via)),
        "Updates": f"<code>{html.text(one.updates)}</code>" if one.updates else "",
        "Stands in": html.text(f"{one.document_title}, {one.locator}"),
        "Inferred": html.text(", ".join(one.inferred)),
        "Note": html.text(one.note),
        "Id": f"<code>{html.text(one.id)}</code>",
    }
    known = (
        f"<h2>Before use</h2>{html.items(map(_caveat, one.caveats))}"
        if one.caveats
        else html.paragraph("No caveat is recorded.", "quiet")
    )
    return "".join(
        [
            html.paragraph(one.topic, "kicker"),
            f"<h1>{html.text(one.title)}</h1>",
            number(one),
            html.terms(fields),
            known,
            "<h2>To cite it</h2>",
            f"<blockquote>{html.text(one.citation)}</blockquote>",
        ]
    )


def _caveat(caveat: Caveat) -> str:
    return f'{html.text(caveat.text)} <span class="origin">{html.text(caveat.origin)}</span>'


def _with_inferred(one: Reading, field: str) -> str:
    """The words of a field, marked where the editor inferred them."""
    marked = ' <span class="origin">inferred</span>' if field in one.inferred else ""
    return html.text(getattr(one, field)) + marked


def _attributed(one: Reading) -> str:
    return f"“{one.attribution}”" if one.attribution else "no attribution in the document"
