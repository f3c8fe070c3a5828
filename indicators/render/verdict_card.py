"""A verdict in words, with a sign and a colour, its working and its reasons."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from indicators import markup
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.combine.agreement import Outcome
from indicators.combine.derived import Temptation, printed_inputs, verdict_against
from indicators.combine.recipe import Derived
from indicators.combine.rules.reason import REFUSES, Reason
from indicators.combine.verdict import Soundness, Verdict
from indicators.figures import summary
from indicators.figures.assumed import within_brackets
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.measure.bounds import DIRECTIONS
from indicators.measure.period import NOT_STATED
from indicators.render import caveat_list
from indicators.text.first_letter import with_small

_WORDS = {Soundness.SOUND: "holds", Soundness.ILLUSTRATIVE: "holds only if …", Soundness.REFUSED: "does not hold"}
_OUTCOMES: Mapping[Outcome | None, tuple[str, str, str]] = {
    Outcome.AGREE: ("✓", "agrees", Soundness.SOUND),
    Outcome.DIFFER: ("✕", "differs", Soundness.REFUSED),
    Outcome.OPEN: ("≈", "may agree", Soundness.ILLUSTRATIVE),
    None: ("✕", "cannot be compared", Soundness.REFUSED),
}
"""The sign, word and colour of whether a derived figure agrees with the one that it is set against."""
_SIGNS = {Soundness.SOUND: "✓", Soundness.ILLUSTRATIVE: "≈", Soundness.REFUSED: "✕"}
GROUPS = {
    Soundness.SOUND: (
        "Follows from what is stated",
        "Each keeps the bounds, caveats and sources of the figures that it is worked out from.",
    ),
    Soundness.ILLUSTRATIVE: ("Holds only under an assumption", "Each holds only if what it assumes is true."),
}
"""The verdicts under which derived figures are shown: for each a heading, and a sentence below it."""
_MEANING = {
    Soundness.SOUND: "It follows from what the documents state.",
    Soundness.ILLUSTRATIVE: "what is assumed below is true.",
    Soundness.REFUSED: "The reasons are below.",
}


def badge(verdict: Soundness) -> Markup:
    """The verdict as a word with its sign; the colour only repeats the word."""
    return markup.element("span", f"{_SIGNS[verdict]} {_WORDS[verdict]}", class_=f"verdict {verdict}")


def in_full(verdict: Verdict) -> Markup:
    """The verdict, the answer if there is one, the working, the reasons and the assumptions."""
    said = _outcome_badge(verdict) if verdict.outcome else badge(verdict.verdict)
    return markup.join(
        [
            markup.element("p", said, " ", _MEANING[verdict.verdict]),
            _result(verdict.answer) if verdict.answer else "",
            markup.paragraph(verdict.meaning) if verdict.meaning else "",
            markup.heading(2, "Working") + _working(verdict) if verdict.working else "",
            markup.heading(2, "Reasons"),
            _reasons(verdict),
            markup.heading(2, "Assumed") + _assumptions(verdict) if verdict.assumptions else "",
            caveat_list.once(verdict.caveats) if verdict.caveats else "",
        ]
    )


def derived_card(catalogue: Catalogue, derived: Derived, footer: Markup) -> Markup:
    """A card for a derived figure: its working and assumptions, and a mark where an input was published elsewhere."""
    place = summary.ELSEWHERE if _has_input_elsewhere(catalogue, derived) else ""
    return markup.join(
        [
            markup.element("p", markup.tagged(badge(derived.verdict), place)),
            markup.heading(3, derived.title),
            *_result_with_whole(catalogue, derived),
            markup.paragraph(derived.note) if derived.note else "",
            markup.labelled("Assumed", _assumptions(derived)) if derived.assumptions else "",
            _working(derived),
            _compared(catalogue, derived),
            footer,
        ]
    )


def temptations_title(temptations: Iterable[Temptation]) -> str:
    """The heading above ``refusals``: a combination that holds, if only under an assumption, is not called wrong."""
    return "Not computed, and why" if _all_refused(temptations) else "Tempting combinations"


def _all_refused(temptations: Iterable[Temptation]) -> bool:
    return all(temptation.verdict.verdict == Soundness.REFUSED for temptation in temptations)


def refusals(temptations: Iterable[Temptation]) -> Markup:
    """A table of the tempting combinations: the reasons that refuse them, or the result and what it takes.

    Each has its verdict only where not all are refused.
    """
    temptations = tuple(temptations)
    differ = not _all_refused(temptations)
    return markup.table(
        ("Tempting combination", "Verdict and reasons") if differ else ("Tempting, but wrong", "Why"),
        (
            (
                markup.join(
                    [
                        markup.element("strong", temptation.title),
                        " ",
                        badge(temptation.verdict.verdict) if differ else "",
                    ]
                ),
                markup.join(
                    [
                        markup.paragraph(temptation.note) if temptation.note else "",
                        *map(markup.paragraph, filter(None, (temptation.verdict.answer, temptation.verdict.meaning))),
                        _reasons(temptation.verdict, REFUSES),
                        _assumptions(temptation.verdict),
                    ]
                ),
            )
            for temptation in temptations
        ),
    )


def _result(text: str) -> Markup:
    return markup.element("p", markup.element("span", text, class_="number"), class_="figure words")


def _result_with_whole(catalogue: Catalogue, derived: Derived) -> tuple[Markup, ...]:
    """The result; of a sum that has no bound and is printed with one, as it is printed, and where the bound is from."""
    whole = _bounded_whole(catalogue, derived)
    if whole is None:
        return (_result(derived.phrase),)
    if whole.phrase.endswith(f" {derived.phrase}"):
        words = "The bound is that of the sum as it is printed; the parts are printed without one."
        return _result(whole.phrase), markup.paragraph(words, "quiet")
    return _result(derived.phrase), markup.paragraph(f"Printed together as {whole.phrase}.", "quiet")


def _bounded_whole(catalogue: Catalogue, derived: Derived) -> Figure | None:
    """The figure of which a sum adds the parts, if it has a bound, which no part has; else None."""
    wholes = {catalogue.observation(name).part_of for name in printed_inputs(catalogue, derived.inputs)}
    if derived.operation != "sum" or len(wholes) > 1 or not (whole := wholes.pop()):
        return None
    (printed,) = figures_of(catalogue, catalogue.rows(whole))
    is_bounded = derived.result.single and printed.qualifier in DIRECTIONS
    return printed if is_bounded else None


def _compared(catalogue: Catalogue, derived: Derived) -> Markup:
    """What the result is compared with, whether the two agree, and what that takes; empty if it is with nothing."""
    verdict = verdict_against(catalogue, derived.id)
    if verdict is None:
        return markup.EMPTY
    sentences = [verdict.answer, verdict.meaning] if verdict.answer else verdict.refusals
    (against,) = figures_of(catalogue, catalogue.rows(catalogue.text("derivations", derived.id, "against")))
    inputs = len(printed_inputs(catalogue, derived.inputs))
    words = ". ".join(sentence.rstrip(".") for sentence in sentences if sentence)
    said = markup.element(
        "p",
        _outcome_badge(verdict, inputs=inputs),
        f" Set against {summary.title(against)}; {with_small(words)}.",
    )
    return said + _assumptions(verdict) if verdict.assumptions else said


def _outcome_badge(verdict: Verdict, inputs: int = 1) -> Markup:
    """Whether two figures agree, as a word with its sign; the colour only repeats the word.

    A number that is made of one other (``inputs``) of the same count agrees by itself, which confirms neither. Made of
    several, as a sum is of its parts, it checks the arithmetic of who counted.
    """
    sign, word, colour = _OUTCOMES[verdict.outcome]
    if verdict.one_count and inputs == 1 and verdict.outcome == Outcome.AGREE and not verdict.assumptions:
        sign, word, colour = "=", "same count", ""
    if verdict.assumptions:
        sign, word, colour = _SIGNS[Soundness.ILLUSTRATIVE], f"{word} only if …", Soundness.ILLUSTRATIVE
    return markup.element("span", f"{sign} {word}", class_=f"verdict {colour}".strip())


def _has_input_elsewhere(catalogue: Catalogue, derived: Derived) -> bool:
    """Whether a printed figure that it rests on stands in no document of the subject."""
    return any(
        catalogue.observation(figure_id).role != SUBJECT for figure_id in printed_inputs(catalogue, derived.inputs)
    )


def _working(combined: Verdict | Derived) -> Markup:
    """The lines of its working; the last leaves out caveats and assumptions, which are listed below."""
    lines = [*combined.working[:-1], f"rests on {combined.basis}"] if combined.basis else combined.working
    return markup.element("ol", *(markup.element("li", line) for line in lines), class_="working")


def _reasons(verdict: Verdict, *effects: str) -> Markup:
    """The reasons, or those of some effects, each with the values that triggered it."""
    return markup.bullet_list(
        markup.join([reason.text, markup.element("span", _trigger(reason), class_="quiet")])
        for reason in verdict.reasons
        if not effects or reason.effect in effects
    )


def _trigger(reason: Reason) -> str:
    """The values that a reason is about; empty where a document states neither."""
    values = [value for value in (reason.left, reason.right) if value]
    return f" ({' / '.join(map(within_brackets, values))})" if {*values} - {NOT_STATED} else ""


def _assumptions(combined: Verdict | Derived) -> Markup:
    return markup.bullet_list(assumption.text for assumption in combined.assumptions)
