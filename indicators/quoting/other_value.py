"""Numbers that tell a figure by another value than the printed one: converted, rounded, or wrong."""

import math
from collections.abc import Sequence

from indicators.catalogue.model import Catalogue
from indicators.quoting import verdicts
from indicators.quoting.changed_value import is_changed
from indicators.quoting.choice import are_same_publication
from indicators.quoting.finding import Finding
from indicators.quoting.fit import NAMED, SURE, Fit
from indicators.quoting.link import Linker
from indicators.quoting.number_losses import kept_value, number_losses
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.period_losses import period_losses
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.source_losses import source_losses
from indicators.quoting.told_dates import is_outside
from indicators.quoting.vocabulary import Vocabulary
from indicators.quoting.word_losses import word_losses

_LEAST = 2
"""Numbers below it (*a year*, *once*) are no wrong value of anything."""
_MARGIN = 0.5
"""What must speak for a figure more than for any other before another value is taken for a wrong one of it."""
_BEHIND = 2.0
"""What may speak for a figure less than for the best and the number still tell it by a value that it implies."""
_TOLD = 0.5
"""What the words of the thing must weigh where the number is that of another figure."""
_ELSE = ("source", "wrong_source", "wrong_period")


class OtherValues:
    """Finds the figures that numbers tell by another value."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, linker: Linker) -> None:
        self._catalogue, self._vocabulary, self._linker = catalogue, vocabulary, linker

    def kept(self, passage: Passage, number: DraftNumber) -> Finding | None:
        """The finding on a figure that the number tells by a value that it implies: converted, or rounded."""
        fits = self._near(passage, number)
        for fit in fits:
            if fit.total < fits[0].total - _BEHIND:
                break
            quoted = self._quoted(passage, number, fit)
            if kept_value(quoted):
                if not fit.unit and _is_elsewhere(quoted):
                    return None
                finding = verdicts.converted if fit.is_in_other_unit else verdicts.told
                return finding(self._catalogue, number, quoted)
        return None

    def finding(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Finding:
        """The finding on a figure that is told by another value, where the words leave no doubt."""
        if math.isnan(number.value):
            return verdicts.elsewhere(number)
        if kept := self.kept(passage, number):
            return kept
        for fit in self._linker.of_end(passage, number):
            if fit.profile.id not in linked and not _is_elsewhere(self._quoted(passage, number, fit)):
                loss = Loss(code="bound", told=number.qualifier)
                return verdicts.lost(self._catalogue, number, fit.profile.id, [loss])
        fits = self._vouched(passage, number)
        if fits and fits[0].profile.id in linked:
            fits = [fit for fit in fits if fit.profile.id not in linked and fit.total > fits[0].total - _MARGIN]
        is_of_another = any(fit.thing >= _TOLD and fit.who >= SURE for fit in self._linker.fits(passage, number))
        if not fits or is_of_another or number.value < _LEAST or self._has_rival(fits):
            return verdicts.elsewhere(number)
        close = [fit for fit in fits if fit.total > fits[0].total - _MARGIN or are_same_publication(fit, fits[0])]
        for fit in sorted(close, key=lambda fit: not fit.profile.is_subject):
            quoted = self._quoted(passage, number, fit)
            if is_changed(quoted) and not any(True for _ in word_losses(quoted)):
                losses = [loss for loss in number_losses(quoted) if loss.code == "bound"]
                return verdicts.lost(self._catalogue, number, fit.profile.id, [*losses, Loss(code="value")])
        return verdicts.elsewhere(number)

    def _has_rival(self, fits: Sequence[Fit]) -> bool:
        """Whether a figure of another source, or in another unit, fits about as well as the best."""
        best = fits[0]
        return any(
            fit.total > best.total - _MARGIN
            and not are_same_publication(fit, best)
            and (fit.profile.observation.source, fit.profile.unit)
            != (best.profile.observation.source, best.profile.unit)
            for fit in fits[1:]
        )

    def _vouched(self, passage: Passage, number: DraftNumber) -> list[Fit]:
        """The figures that the number may tell wrongly and whose source and time the draft does not contradict.

        Those of the record count only where no figure of the subject is named about as well.
        """
        found = self._near(passage, number)
        best = found[0].total if found else 0.0
        fits = [
            fit for fit in found if fit.total > best - _BEHIND and not _is_elsewhere(self._quoted(passage, number, fit))
        ]
        return [fit for fit in fits if fit.profile.is_subject and fit.thing >= NAMED] or fits

    def _near(self, passage: Passage, number: DraftNumber) -> list[Fit]:
        if number.place not in passage.near:
            found = self._linker.near(passage, number)
            passage.near[number.place] = sorted(found, key=lambda fit: (-fit.total, not fit.profile.is_subject))
        return passage.near[number.place]

    def _quoted(self, passage: Passage, number: DraftNumber, fit: Fit) -> Quoted:
        return Quoted(vocabulary=self._vocabulary, passage=passage, number=number, fit=fit)


def _is_elsewhere(quoted: Quoted) -> bool:
    """Whether a draft that tells another value names another source, another time, or nobody."""
    return any(loss.code in _ELSE for loss in (*source_losses(quoted), *period_losses(quoted))) or _is_of_more(quoted)


def _is_of_more(quoted: Quoted) -> bool:
    """Whether a change is told for more than its time: *in the two months of February and March*."""
    passage, (first, last) = quoted.passage, quoted.sentence
    begin, end = passage.words[first].start, passage.words[last - 1].end
    told = [date for start, date in passage.dates if begin <= start < end]
    return quoted.profile.is_change and any(is_outside(date, quoted.profile.observation.period) for date in told)
