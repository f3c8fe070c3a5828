"""A verdict in words, with a sign and a colour, its working and its reasons."""

from collections.abc import Iterable

from indicators import markup
from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.derived import Temptation
from indicators.combine.recipe import Derived
from indicators.combine.rules.reason import REFUSES, Reason
from indicators.combine.verdict import Verdict

SIGNS = {"sound": "✓", "illustrative": "≈", "refused": "✕"}
GROUPS = {
    "sound": (
        "Follows from what is stated",
        "Each keeps the bounds, the caveats and the sources of what it is made of.",
    ),
    "illustrative": ("Holds only under an assumption", "Each is true only if what it assumes is granted."),
}
"""What may be shown of derived figures: for each verdict a heading, and a sentence on what stands below it."""
_MEANS = {
    "sound": "Sound: it follows from what the documents state.",
    "illustrative": "Illustrative: it holds only if what is assumed below is granted.",
    "refused": "Refused: it does not follow, for the reasons below.",
}


def badge(verdict: str) -> str:
    """The verdict as a word with its sign; the colour only repeats what the word says."""
    return f'<span class="verdict {markup.text(verdict)}">{SIGNS[verdict]} {markup.text(verdict)}</span>'


def in_full(one: Verdict) -> str:
    """The verdict, the answer where there is one, the working, the reasons and what is assumed."""
    answer = f'<p class="figure words"><span class="number">{markup.text(one.answer)}</span></p>' if one.answer else ""
    return "".join(
        [
            f"<p>{badge(one.verdict)} {markup.text(_MEANS[one.verdict].partition(': ')[2])}</p>",
            answer,
            markup.paragraph(one.meaning) if one.meaning else "",
            f"<h2>Working</h2>{working(one.working)}" if one.working else "",
            f"<h2>Reasons</h2>{reasons(one)}",
            f"<h2>Assumed</h2>{assumptions(one)}" if one.assumptions else "",
        ]
    )


def derived(catalogue: Catalogue, one: Derived, foot: str, fold: markup.Fold = markup.folded) -> str:
    """A card for a derived figure, with its working and what it assumes; ``foot`` is HTML."""
    granted = markup.items(markup.text(each.text) for each in one.assumptions)
    return "".join(
        [
            f"<p>{badge(one.verdict)}</p>",
            f"<h3>{markup.text(one.title)}</h3>",
            f'<p class="figure words"><span class="number">{markup.text(one.phrase)}</span></p>',
            markup.paragraph(one.note) if one.note else "",
            working(one.working),
            fold("Assumed", granted, opened=True) if one.assumptions else "",
            markup.terms({"Formula": f"<code>{markup.text(one.formula)}</code>"}),
            _against(catalogue, one),
            foot,
        ]
    )


def _against(catalogue: Catalogue, one: Derived) -> str:
    """What the result is set against, and whether the two agree."""
    other = catalogue.text("derivations", one.id, "against")
    if not other:
        return ""
    given = compare(catalogue, one.id, "equals", other)
    said = [given.answer, given.meaning] if given.answer else [why(given)]
    return (
        f"<p>{badge(given.verdict)} Set against {markup.text(given.right)}: "
        f"{markup.text('. '.join(each.rstrip('.') for each in said if each))}.</p>"
    )


def refusals(tempting: Iterable[Temptation]) -> str:
    """The tempting combinations that are refused, with every reason, as a table."""
    return markup.table(
        ("What tempts", "Verdict", "Why"),
        (
            (
                f"<strong>{markup.text(one.title)}</strong><br><span class='quiet'>{markup.text(one.formula)}</span>",
                badge(one.verdict.verdict),
                (markup.paragraph(one.note) if one.note else "") + reasons(one.verdict, REFUSES),
            )
            for one in tempting
        ),
    )


def working(lines: Iterable[str]) -> str:
    """The working, line by line."""
    return f'<ol class="working">{"".join(f"<li>{markup.text(line)}</li>" for line in lines)}</ol>'


def reasons(one: Verdict, *effects: str) -> str:
    """The reasons, or those of some effects, with the rule that each comes from and the values that triggered it."""
    chosen = [reason for reason in one.reasons if not effects or reason.effect in effects]
    return markup.items(
        f'{markup.text(each.text)} <span class="quiet">({markup.text(_trigger(each))})</span>' for each in chosen
    )


def _trigger(reason: Reason) -> str:
    values = " / ".join(filter(None, (reason.left, reason.right)))
    return f"{reason.rule}: {values}" if values else reason.rule


def assumptions(one: Verdict) -> str:
    """What has to be granted."""
    return markup.items(markup.text(assumption.text) for assumption in one.assumptions)


def why(one: Verdict) -> str:
    """The sentences by which it was refused."""
    return " ".join(reason.text for reason in one.reasons if reason.effect == REFUSES)
