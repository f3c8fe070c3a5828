"""Makes the findings on numbers of a draft, with a message and a wording that would be whole."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import EXPECTED
from indicators.figures.assumed import impersonal
from indicators.figures.build import figures_of
from indicators.figures.figure import Figure
from indicators.figures.quotable import quotable_lines
from indicators.quoting.another_number import is_expected, is_otherwise_adjusted
from indicators.quoting.arithmetic import Result
from indicators.quoting.choice import losses_of
from indicators.quoting.disowned import is_disowned
from indicators.quoting.evidence import SMALL
from indicators.quoting.finding import ACCUSES, DraftVerdict, Finding
from indicators.quoting.label import ELSEWHERE, is_captioned, told_elsewhere
from indicators.quoting.messages import conversion, loss_message, question
from indicators.quoting.number import compound_heads
from indicators.quoting.of_others import may_be_of_others
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.plain_words import PLAIN
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.source_losses import is_named_in_full
from indicators.quoting.told_dates import is_short
from indicators.text.first_letter import with_capital
from indicators.text.vocabulary import NUMBER_WORDS

_CONTRADICTS = frozenset(("wrong_period", "wrong_source", "place"))
"""Losses that, together with another population or the other direction, tell of another thing."""
_NUMBER = frozenset(("bound", "unit", "value"))
_OTHER_THING = frozenset(("population", "kind", "unit"))
"""Losses that together leave nothing of a figure but its digits."""
_TURNED = frozenset(("population", "value"))
_FEW = 2
"""Digits of a number that others may have as well."""
_ROLES = frozenset(("place", "population"))
"""What is lost where two countries of a figure change their roles: *Chileans training in Peru*."""
_SAYS = frozenset(("source", "wrong_source"))
_OF_OTHERS = frozenset(("wrong_source", "population"))
"""Losses with which a draft that has the value of a figure of the record may tell of another thing."""


def elsewhere(number: DraftNumber) -> Finding:
    """The finding on a number that is no figure of the catalogue."""
    return _finding(number, DraftVerdict.ELSEWHERE)


def told(catalogue: Catalogue, number: DraftNumber, quoted: Quoted, *, same_stage: bool = False) -> Finding:
    """The finding on a number that means a figure; ``same_stage`` where the draft tells the stage of its twin."""
    title = catalogue.text("indicators", quoted.profile.observation.indicator, "title")
    is_line = is_captioned(quoted.passage, number, title)
    beside = ELSEWHERE if is_line else told_elsewhere(quoted.passage, number)
    is_other_stage = same_stage and not quoted.fit.is_misnamed
    losses = [loss for loss in losses_of(quoted) if not (is_other_stage and loss.code == "kind")]
    losses = [replace(loss, certain=loss.certain and loss.code not in beside) for loss in losses]
    codes = {loss.code for loss in losses if loss.certain}
    if not losses:
        message = f"In full: {_line(catalogue, quoted.profile.id)}"
        return _finding(number, DraftVerdict.WHOLE, figure=quoted.profile.id, message=message)
    is_of_record = not quoted.profile.is_subject and not (codes == {"population"} and _is_unmistakable(quoted))
    of_others = (bool(_OF_OTHERS & codes) and is_of_record) or codes >= _OTHER_THING
    of_others = of_others or ("population" in codes and bool(_NUMBER & codes) and not _tells_stage(quoted))
    is_about = _is_about(quoted) or (codes == {"wrong_source"} and _is_titled(quoted))
    is_elsewhere = bool(_CONTRADICTS & codes) and (bool(_TURNED & codes) or not is_about)
    is_elsewhere = is_elsewhere and not (codes <= _ROLES and _names_own_alone(quoted) and _tells_stage(quoted))
    is_of_forecast = quoted.profile.observation.status in EXPECTED
    is_forecast = bool(_SAYS & codes) and not is_of_forecast and is_expected(quoted.passage, number)
    is_another = is_forecast or is_otherwise_adjusted(quoted)
    if not codes or of_others or is_elsewhere or is_another or may_be_of_others(quoted, losses):
        return asked(catalogue, number, quoted, losses)
    return lost(catalogue, number, quoted.profile.id, [loss for loss in losses if loss.certain])


def _is_unmistakable(quoted: Quoted) -> bool:
    """Whether a number of several digits stands with the full name of its source, its stage and its time."""
    is_long = (quoted.profile.observation.digits or 0) > _FEW
    is_told = is_named_in_full(quoted) and quoted.passage.tells(quoted.profile.observation.period)
    return is_long and is_told and _tells_stage(quoted)


def _is_titled(quoted: Quoted) -> bool:
    """Whether a number of several digits stands with the whole title of its figure and its own days."""
    profile, passage = quoted.profile, quoted.passage
    title, period = quoted.vocabulary.wholes[profile.observation.indicator], profile.observation.period
    is_told = bool(title) and title <= passage.concepts[quoted.number.sentence]
    return is_told and (profile.observation.digits or 0) > _FEW and is_short(period) and passage.tells(period)


def _tells_stage(quoted: Quoted) -> bool:
    """Whether the sentence tells the stage of the figure: that the thing was sent, or lost, or trains."""
    return not quoted.profile.sorts or bool(
        quoted.passage.sentence_labels[quoted.number.sentence] & quoted.profile.sorts
    )


def _names_own_alone(quoted: Quoted) -> bool:
    """Whether the sentence names no other country than those of the figure and of its source."""
    own = quoted.profile.places | {quoted.profile.source_country}
    return quoted.passage.labels("country", *quoted.sentence) <= own


def _is_about(quoted: Quoted) -> bool:
    """Whether the sentence names whom the figure is about or who says so, or the passage does and it names no other."""
    profile, passage = quoted.profile, quoted.passage
    own = {*profile.names, f"source.{profile.observation.source}", profile.source_country}
    if not own.isdisjoint(passage.sentence_labels[quoted.number.sentence]):
        return True
    others = passage.labels("country", *quoted.sentence) - profile.places
    return not others and not own.isdisjoint(passage.by_label)


def asked(catalogue: Catalogue, number: DraftNumber, quoted: Quoted, losses: Sequence[Loss] = ()) -> Finding:
    """The finding on a number that may or may not mean a figure, or lose something of it."""
    figure = _figure(catalogue, quoted.profile.id)
    message = question(catalogue, figure, losses, number.words, quoted)
    return _finding(number, DraftVerdict.ASK, figure=figure.id, message=message, quote=_line(catalogue, figure.id))


def lost(catalogue: Catalogue, number: DraftNumber, figure_id: str, losses: Sequence[Loss]) -> Finding:
    """The finding on a number that loses something of a figure."""
    codes = tuple(dict.fromkeys(loss.code for loss in losses))
    message = loss_message(catalogue, _figure(catalogue, figure_id), losses, number.words)
    return _finding(
        number, DraftVerdict.LOSES, loses=codes, figure=figure_id, message=message, quote=_line(catalogue, figure_id)
    )


def followed(number: DraftNumber, result: Result) -> Finding:
    """The finding on the result of an operation: sound, refused, told with more than it states or without an *if*."""
    if not result.sound:
        return _finding(number, DraftVerdict.UNSOUND, pair=result.pair, message=result.reason)
    if not result.is_said:
        assumed = " ".join(result.assumes)
        message = f"Is this {result.phrase}, worked out from two figures? If it is, say what it assumes. {assumed}"
        return _finding(number, DraftVerdict.ASK, pair=result.pair, message=message)
    if result.lost:
        told = f", not “{number.words}”" if result.lost == "value" else ""
        message = f"What follows is {result.phrase}{told}."
        return _finding(
            number, DraftVerdict.LOSES, loses=(result.lost,), figure=result.figure, pair=result.pair, message=message
        )
    _, values, answer, *_ = map(impersonal, result.working)
    lacks_bound = number.qualifier == "unqualified" and result.phrase[:1].isalpha()
    written = f" Write “{result.phrase}”." if lacks_bound else ""
    message = f"{with_capital(values)} {answer}. It rests on {result.basis}.{written}"
    return _finding(
        number,
        DraftVerdict.FOLLOWS,
        figure=result.figure,
        pair=result.pair,
        message=message,
        assumes=result.assumes,
    )


def converted(catalogue: Catalogue, number: DraftNumber, quoted: Quoted) -> Finding:
    """The finding on a figure that is told in another unit, rightly."""
    figure = _figure(catalogue, quoted.profile.id)
    message = conversion(catalogue, figure, quoted)
    return _finding(number, DraftVerdict.FOLLOWS, figure=figure.id, message=message)


def unless_disowned(catalogue: Catalogue, passage: Passage, number: DraftNumber, finding: Finding) -> Finding:
    """The finding, or a question in the place of an accusation of a number that the draft itself says is not so."""
    if finding.verdict not in ACCUSES or not is_disowned(passage, number):
        return finding
    if not finding.quote:
        return elsewhere(number)
    message = question(catalogue, _figure(catalogue, finding.figure), (), number.words, None)
    return replace(finding, verdict=DraftVerdict.ASK, loses=(), message=message)


def interval(catalogue: Catalogue, number: DraftNumber, quoted: Quoted) -> Finding:
    """The finding on an end of the interval that is published with a figure of the passage."""
    message = f"It is an end of the interval that is published with {_figure(catalogue, quoted.profile.id).amount}."
    return _finding(number, DraftVerdict.WHOLE, figure=quoted.profile.id, message=message)


def repeated(
    passage: Passage, number: DraftNumber, finding: Finding, told: Sequence[tuple[DraftNumber, Finding]]
) -> Finding:
    """The finding, or that on the number right before of which this bare one is a repetition: *13,000. Thirteen*."""
    is_bare = not (number.noun or number.expression.units or compound_heads(passage, number))
    is_bare = is_bare and all(_is_plain(passage, at) for at in range(*passage.span(number)))
    if finding.verdict != DraftVerdict.ELSEWHERE or not is_bare or not abs(number.value) >= SMALL:
        return finding
    for other, before in reversed(told):
        if number.sentence - other.sentence > 1:
            break
        if other.value == number.value and before.verdict in (DraftVerdict.WHOLE, DraftVerdict.LOSES):
            return replace(before, start=finding.start, end=finding.end, unit_end=finding.unit_end, words=finding.words)
    return finding


def _is_plain(passage: Passage, at: int) -> bool:
    """Whether a word names nothing, or something listed: *That is thirteen thousand in all*, not *the arena seats*."""
    word = passage.words[at]
    return not word.text[0].isalpha() or word.low in PLAIN or word.low in NUMBER_WORDS or at in passage.labels_at


def _finding(number: DraftNumber, verdict: DraftVerdict, **more: Any) -> Finding:
    expression = number.expression
    is_behind = 0 <= expression.unit_start - expression.end <= 1
    return Finding(
        start=expression.start,
        end=expression.end,
        words=number.words,
        verdict=verdict,
        unit_end=expression.unit_end if is_behind else expression.end,
        **more,
    )


@kept(4096)
def _figure(catalogue: Catalogue, figure_id: str) -> Figure:
    return figures_of(catalogue, catalogue.rows(figure_id))[0]


@kept(4096)
def _line(catalogue: Catalogue, figure_id: str) -> str:
    """The wording that quotes a figure whole, with all that tells it apart from others."""
    return quotable_lines(catalogue, figure_id).medium
