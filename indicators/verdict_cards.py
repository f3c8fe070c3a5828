"""A verdict in words, with a sign and a colour, its working and its reasons."""

from collections.abc import Iterable

from indicators import markup
from indicators.pair import REFUSES, Reason
from indicators.verdict import Verdict

SIGNS = {"sound": "✓", "illustrative": "≈", "refused": "✕"}
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
