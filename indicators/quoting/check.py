"""A draft against the figures of a catalogue: a finding for each number."""

import math
from collections.abc import Iterator, Sequence

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.quoting import verdicts
from indicators.quoting.arithmetic import Arithmetic, Result
from indicators.quoting.choice import are_same_publication, chosen_figures
from indicators.quoting.draft import passages_of
from indicators.quoting.evidence import times_told
from indicators.quoting.finding import DraftVerdict, Finding
from indicators.quoting.fit import NAMED
from indicators.quoting.group_losses import group_losses
from indicators.quoting.label import told_elsewhere
from indicators.quoting.link import Linker
from indicators.quoting.named_inputs import NamedInputs
from indicators.quoting.number import number_of
from indicators.quoting.number_losses import is_end_of_interval, is_end_of_range, is_in_interval, number_losses
from indicators.quoting.operands import Operands
from indicators.quoting.other_value import OtherValues
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.quoted import Loss, Quoted, figures_beside, quotes_any
from indicators.quoting.ratio import is_ratio
from indicators.quoting.reader import DraftUnits, draft_units
from indicators.quoting.result_units import ResultUnits
from indicators.quoting.result_words import is_further
from indicators.quoting.share_told import share_told
from indicators.quoting.vocabulary import Vocabulary, vocabulary
from indicators.quoting.wrong_results import WrongResults

_NEAR = 6
"""Sentences within which figures may be combined by a draft."""
_TOLD = ("plus", "minus", "times")
"""Operations whose result counts only where the sentence says that it is a result."""
_FEW = 10
"""Whole numbers below it are no refused result where they stand bare."""
_SAYS = frozenset(("source", "wrong_source"))
"""Losses that a result does not make good whose figures are not quoted."""


def check(catalogue: Catalogue, text: str, *, record: bool = False) -> list[Finding]:
    """A finding for each quantity of a draft, in order; with ``record`` the figures of the public record count too."""
    return list(draft_checker(catalogue, record).findings(text))


class DraftChecker:
    """Compares drafts with the figures of one catalogue; it keeps nothing of a draft."""

    def __init__(self, catalogue: Catalogue, *, record: bool) -> None:
        self.catalogue = catalogue
        self.vocabulary: Vocabulary = vocabulary(catalogue, record)
        self.units: DraftUnits = draft_units(catalogue)
        self.linker = Linker(self.vocabulary, self.units)
        self._other_values = OtherValues(catalogue, self.vocabulary, self.linker)
        people = frozenset(profile.id for profile in self.vocabulary.profiles.values() if profile.peopled)
        self._operands = Operands(catalogue, people)
        result_units = ResultUnits(catalogue.units, self.units)
        self._arithmetic = Arithmetic(self._operands, catalogue.units, self.units, result_units)
        self._named_inputs = NamedInputs(self.vocabulary, self.units, self._arithmetic)
        self._wrong_results = WrongResults(self._operands, self.units, result_units)

    def findings(self, text: str) -> Iterator[Finding]:
        """A finding for each number of a draft, in order."""
        for passage, expressions in passages_of(text, self.units, self.vocabulary.lexicon, self.vocabulary.countries):
            numbers = [number_of(passage, expression, text) for expression in expressions]
            passage.numbers = [each for each in numbers if not self.vocabulary.groups.is_name(passage, each)]
            chosen = chosen_figures(self.vocabulary, self.linker, passage)
            quoted = [each for each in chosen.values() if each]
            told: list[tuple[DraftNumber, Finding]] = []
            for number in numbers:
                if number.place not in chosen:  # of the name of a group
                    yield verdicts.elsewhere(number)
                    continue
                near = [other for other in quoted if abs(other.number.sentence - number.sentence) <= _NEAR]
                rounded = [
                    figure
                    for other, finding in told
                    if number.sentence - other.sentence <= _NEAR
                    and finding.verdict in (DraftVerdict.WHOLE, DraftVerdict.FOLLOWS)
                    for figure in sorted(self._operands.inputs(finding.figure))
                    if figure in self.vocabulary.profiles
                ]
                finding = self._finding(passage, number, chosen.get(number.place), near, rounded)
                finding = verdicts.repeated(passage, number, finding, told)
                finding = verdicts.unless_disowned(self.catalogue, passage, number, finding)
                told.append((number, finding))
                yield finding

    def _finding(
        self,
        passage: Passage,
        number: DraftNumber,
        quoted: Quoted | None,
        near: Sequence[Quoted],
        rounded: Sequence[str],
    ) -> Finding:
        if quoted and is_further(passage, number):
            return verdicts.elsewhere(number)
        linked = list(dict.fromkeys([*(other.profile.id for other in near), *rounded]))
        others = [name for name in linked if quoted is None or name != quoted.profile.id]
        within = next((other for other in near if other.fit.certain and is_end_of_interval(other, number)), None)
        if quoted and quoted.fit.certain and quoted.is_converted and not [*number_losses(quoted)]:
            return verdicts.converted(self.catalogue, number, quoted)
        if quoted and (quoted.fit.certain or self._has_number_of_other_group(quoted)):
            told = verdicts.told(self.catalogue, number, quoted, same_stage=self._has_stage_of_twin(quoted))
            if told.verdict not in (DraftVerdict.LOSES, DraftVerdict.ASK):
                return told
            if within and is_in_interval(within, number):
                return verdicts.interval(self.catalogue, number, within)
            kept = self._other_values.kept(passage, number)
            if (
                kept
                and kept.verdict in (DraftVerdict.WHOLE, DraftVerdict.FOLLOWS)
                and self._is_told_instead(kept.figure, passage, quoted)
            ):
                return kept
            result = share_told(self._arithmetic, passage, number, near) or self._arithmetic.derived(
                passage, number, linked if quoted.fit.unit else others
            )
            is_said = not _SAYS.issuperset(told.loses) or (result and self._is_of(result, linked))
            if result and is_said and not result.lost and not self._is_of_another_kind(passage, number, told):
                return verdicts.followed(number, result)
            is_unsaid = "bound" in told.loses and ("source" in told.loses or told_elsewhere(passage, number))
            if is_unsaid and self._arithmetic.is_derived(passage, number):
                return verdicts.asked(self.catalogue, number, quoted)
            return told
        result = (
            self._arithmetic.derived(passage, number, others)
            or self._arithmetic.derived(passage, number, self._named(passage, number))
            or self._arithmetic.rate(passage, number, others)
            or self._arithmetic.combined(passage, number, others)
            or self._wrong_results.rate(passage, number, others)
        )
        if whole := next((other for other in near if is_end_of_range(other, number)), None):
            return verdicts.lost(self.catalogue, number, whole.profile.id, [Loss(code="bound", told=number.qualifier)])
        if within:
            return verdicts.interval(self.catalogue, number, within)
        if result and (result.sound or self._is_worked_out(passage, number, result, near)):
            return verdicts.followed(number, result)
        if quoted:
            return verdicts.asked(self.catalogue, number, quoted)
        rated = self._named_inputs.rated(passage, number)
        if named := self._named_inputs.result(passage, number, near) or self._wrong_results.rate(
            passage, number, rated
        ):
            return verdicts.followed(number, named)
        if wrong := self._wrong_results.derived(passage, number, figures_beside(passage, number, near)):
            return verdicts.followed(number, wrong)
        return self._other_values.finding(passage, number, linked)

    def _has_number_of_other_group(self, quoted: Quoted) -> bool:
        """Whether the draft names one group and has the number of another."""
        own = quoted.profile.observation
        if not own.groups or not any(loss.code == "population" and loss.certain for loss in group_losses(quoted)):
            return False
        others = (fit.profile.observation for fit in self.linker.near(quoted.passage, quoted.number))
        return any(
            (observation.indicator, observation.source, observation.period.text)
            == (own.indicator, own.source, own.period.text)
            and observation.groups
            and observation.groups != own.groups
            for observation in others
        )

    def _named(self, passage: Passage, number: DraftNumber) -> list[str]:
        """The figures whose rate the number may be, where the draft names them without their own number."""
        if not (number.expression.units and times_told(passage, number)):
            return []
        profiles = (self.vocabulary.profiles.get(name) for name in self._operands.rated)
        fits = (self.linker.fit(passage, number, profile, same=False) for profile in profiles if profile)
        return [fit.profile.id for fit in fits if fit and fit.thing >= NAMED and fit.who >= NAMED]

    def _is_of_another_kind(self, passage: Passage, number: DraftNumber, told: Finding) -> bool:
        """Whether a number is that of a figure but for its kind, and not told as what others add up to."""
        is_reckoned = passage.has("reckoned", passage.clause(number)[0], number.place)
        return "kind" in told.loses and "bound" not in told.loses and not is_reckoned

    def _is_of(self, result: Result, linked: Sequence[str]) -> bool:
        """Whether a draft quotes all figures of a result, so that their source is that of the result."""
        if result.figure:
            return self._operands.inputs(result.figure) <= {*linked}
        parts = result.pair.split()
        return len(parts) == 3 and self._operands.inputs(parts[0]) | self._operands.inputs(parts[2]) <= {*linked}

    def _is_told_instead(self, other: str, passage: Passage, quoted: Quoted) -> bool:
        """Whether a figure with another value is told, and not the one with this value: the draft names its source."""
        source = self.vocabulary.profiles[other].observation.source
        twins = {operand.id for operand in self._operands.with_twins(quoted.profile.id)}
        return other not in {quoted.profile.id, *twins} and (
            not quoted.profile.is_subject or passage.has(f"source.{source}")
        )

    def _is_worked_out(self, passage: Passage, number: DraftNumber, result: Result, near: Sequence[Quoted]) -> bool:
        """Whether a number that an operation gives is told as its result, and not as another number by chance.

        Both figures are quoted beyond doubt in the sentences around it, no figure that may be meant, or that measures
        what one of them does, has its value, and of a sum or a difference the sentence says that it is one.
        """
        if number.value in range(_FEW) and not (number.expression.units or number.noun):
            return False
        first, operation, second = result.pair.split()
        inputs = self._operands.inputs(first) | self._operands.inputs(second)
        measured = {other.profile.observation.indicator for other in near if other.profile.id in inputs}
        is_figure = any(
            fit.likely or fit.profile.observation.indicator in measured for fit in self.linker.fits(passage, number)
        )
        if is_figure or not inputs <= figures_beside(passage, number, near):
            return False
        if is_ratio(passage, number) and not quotes_any(number, near, inputs):
            return False
        if operation not in _TOLD or passage.has("reckoned", *passage.span(number)):
            return True
        if operation == "plus" and self._is_sum(number, [other for other in near if other.profile.id in inputs]):
            return True
        return any(word.text in (":", "=") for word in passage.words[max(number.place - 2, 0) : number.place])

    def _is_sum(self, number: DraftNumber, parts: Sequence[Quoted]) -> bool:
        """Whether a number behind both parts in their sentence is exactly their sum."""
        values = {part.profile.id: part.number.value for part in parts if part.number.sentence == number.sentence}
        behind = all(part.number.place < number.place for part in parts)
        return behind and len(values) > 1 and math.isclose(sum(values.values()), number.value, rel_tol=1e-9)

    def _has_stage_of_twin(self, quoted: Quoted) -> bool:
        """Whether the draft tells the stage of the figure that is most likely the same publication."""
        told = quoted.passage.labels("stage", *quoted.clause)
        return quoted.profile.peopled and any(
            are_same_publication(fit, quoted.fit) and told and told <= fit.profile.sorts
            for fit in self.linker.fits(quoted.passage, quoted.number)
        )


@kept(8)
def draft_checker(catalogue: Catalogue, record: bool) -> DraftChecker:
    """The draft_checker of a catalogue, with the figures of the record or without; made once."""
    return DraftChecker(catalogue, record=record)
