"""Numbers that tell a figure by another value than the printed one: converted, rounded, or wrong."""

import math
from collections.abc import Sequence

from indicators.catalogue.model import Catalogue
from indicators.quoting import verdicts
from indicators.quoting.another_number import is_another_number
from indicators.quoting.changed_value import claims_more, is_changed, is_near, is_within_reach, tells_magnitude
from indicators.quoting.choice import are_same_publication, losses_of
from indicators.quoting.finding import Finding
from indicators.quoting.fit import NAMED, SURE, Fit
from indicators.quoting.group_losses import group_losses
from indicators.quoting.link import Linker
from indicators.quoting.number_losses import is_interval_told, kept_value, number_losses
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.period_losses import period_losses
from indicators.quoting.plain import is_plain_statement
from indicators.quoting.profile import Profile
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.reader import SHARES
from indicators.quoting.result_words import is_distance
from indicators.quoting.siblings import sibling_of
from indicators.quoting.source_losses import source_losses
from indicators.quoting.speakers import rival
from indicators.quoting.told_dates import is_outside
from indicators.quoting.told_in_full import dates_with, is_told_in_full, names_unknown, titled
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
        if number.expression.kind == "vague":
            return self._of_other_order(passage, number, linked)
        if math.isnan(number.value):
            return verdicts.elsewhere(number)
        if kept := self.kept(passage, number):
            return kept
        for fit in self._linker.of_end(passage, number):
            quoted = self._quoted(passage, number, fit)
            is_other = _is_elsewhere(quoted) or names_unknown(quoted) or any(True for _ in group_losses(quoted))
            if is_interval_told(quoted):
                return verdicts.interval(self._catalogue, number, quoted)
            if fit.profile.id not in linked and not is_other:
                loss = Loss(code="bound", told=number.qualifier)
                return verdicts.lost(self._catalogue, number, fit.profile.id, [loss])
        is_of_another = any(fit.thing >= _TOLD and fit.who >= SURE for fit in self._linker.fits(passage, number))
        is_little = abs(number.value) < _LEAST and (number.value % 1 == 0 or not number.expression.units)
        if is_of_another or is_little:
            return verdicts.elsewhere(number)
        if full := self._all_but_number(passage, number, linked) or self._sibling(passage, number, linked):
            return self._changed(full)
        if within := self._within_range(passage, number, linked):
            return self._changed(within)
        fits = [quoted.fit for quoted in _of_fullest_title(self._vouched(passage, number))]
        if fits and fits[0].profile.id in linked:
            fits = [fit for fit in fits if fit.profile.id not in linked and fit.total > fits[0].total - _MARGIN]
        if not fits or self._has_rival(fits):
            return verdicts.elsewhere(number)
        close = [fit for fit in fits if fit.total > fits[0].total - _MARGIN or are_same_publication(fit, fits[0])]
        for fit in sorted(close, key=lambda fit: not fit.profile.is_subject):
            quoted = self._quoted(passage, number, fit)
            is_counted = not quoted.profile.measured or quoted.profile.unit in SHARES
            is_narrowed = is_counted and names_unknown(quoted)
            is_other = is_narrowed or is_another_number(quoted)
            if is_changed(quoted) and not is_other and not any(True for _ in word_losses(quoted)):
                return self._changed(quoted)
        return verdicts.elsewhere(number)

    def _of_other_order(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Finding:
        """The finding on a magnitude told as another one of a figure that is told whole but for it."""
        for fit in self._near(passage, number):
            quoted = self._quoted(passage, number, fit)
            is_meant = fit.profile.id not in linked and tells_magnitude(quoted)
            if is_meant and not any(True for _ in losses_of(quoted)):
                return self._changed(quoted)
        return verdicts.elsewhere(number)

    def _changed(self, quoted: Quoted) -> Finding:
        """The finding on a wrong value of a figure, whose bound may be lost as well; a distance is that of a change."""
        if is_distance(quoted.passage, quoted.number) and not quoted.profile.is_change:
            return verdicts.elsewhere(quoted.number)
        losses = [loss for loss in number_losses(quoted) if loss.code == "bound"]
        value = Loss(code="value", beyond=claims_more(quoted))
        return verdicts.lost(self._catalogue, quoted.number, quoted.profile.id, [*losses, value])

    def _all_but_number(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Quoted | None:
        """The figure of which everything but the number is told; of its vintages and adjustments the next in value."""
        near = [self._quoted(passage, number, fit) for fit in self._near(passage, number) if fit.profile.is_subject]
        near = _of_fullest_title(near)
        found = [quoted for quoted in near if is_within_reach(quoted) and is_told_in_full(quoted)]
        found = [quoted for quoted in found if not is_another_number(quoted)]
        found = [quoted for quoted in found if {loss.code for loss in losses_of(quoted)} <= {"bound"}]
        if len({_key(quoted.profile) for quoted in found}) != 1 or any(quoted.profile.id in linked for quoted in found):
            return None
        return min(found, key=self._distance)

    def _distance(self, quoted: Quoted) -> tuple[bool, float]:
        """Whether a figure was updated, and how far the number of a draft is from it."""
        off = abs(abs(quoted.profile.observation.value or 0) - abs(quoted.number.value))
        return bool(self._vocabulary.later_than(quoted.profile.id)), off

    def _within_range(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Quoted | None:
        """The range of which a number inside it is told instead, all else as the figure has it."""
        for fit in self._near(passage, number) if number.expression.kind == "number" else ():
            quoted, observation = self._quoted(passage, number, fit), fit.profile.observation
            if observation.qualifier != "between" or fit.profile.id in linked or fit.unit:
                continue
            is_inside = (observation.lower or 0) < number.value < (observation.upper or 0)
            is_counted = bool(number.noun or number.expression.units) and not names_unknown(quoted)
            if is_inside and is_counted and {loss.code for loss in losses_of(quoted)} == {"bound"}:
                return quoted
        return None

    def _sibling(self, passage: Passage, number: DraftNumber, linked: Sequence[str]) -> Quoted | None:
        """The figure of the group that stands with a number, in a list that quotes others of its breakdown."""
        if number.noun and not number.expression.units:
            return None
        for profile in sibling_of(self._vocabulary, passage, number, linked):
            fit = self._linker.fit(passage, number, profile, same=False)
            quoted = self._quoted(passage, number, fit) if fit and not fit.unit else None
            if not quoted or not is_near(quoted) or not is_plain_statement(quoted):
                continue
            if not _is_elsewhere(quoted) and not [*losses_of(quoted)]:
                return quoted
        return None

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

    def _vouched(self, passage: Passage, number: DraftNumber) -> list[Quoted]:
        """The figures that the number may tell wrongly and whose source and time the draft does not contradict.

        Those of the record count only where no figure of the subject is named about as well.
        """
        found = self._near(passage, number)
        best = found[0].total if found else 0.0
        close = [self._quoted(passage, number, fit) for fit in found if fit.total > best - _BEHIND]
        meant = [quoted for quoted in close if not _is_elsewhere(quoted)]
        return [quoted for quoted in meant if quoted.profile.is_subject and quoted.fit.thing >= NAMED] or meant

    def _near(self, passage: Passage, number: DraftNumber) -> list[Fit]:
        if number.place not in passage.near:
            found = self._linker.near(passage, number)
            passage.near[number.place] = sorted(found, key=lambda fit: (-fit.total, not fit.profile.is_subject))
        return passage.near[number.place]

    def _quoted(self, passage: Passage, number: DraftNumber, fit: Fit) -> Quoted:
        return Quoted(vocabulary=self._vocabulary, passage=passage, number=number, fit=fit)


def _of_fullest_title(near: Sequence[Quoted]) -> list[Quoted]:
    """Those of which the sentence has most of the title, as *median rent* has more of that than of a quantile's."""
    told = [titled(quoted) for quoted in near]
    return [quoted for quoted, own in zip(near, told, strict=True) if not any(own < other for other in told)]


def _key(profile: Profile) -> tuple[object, ...]:
    """What the vintages and adjustments of a figure have in common."""
    observation = profile.observation
    return observation.indicator, observation.groups, observation.source, observation.unit, observation.period.text


def _is_elsewhere(quoted: Quoted) -> bool:
    """Whether a draft that tells another value names another source, another time, or nobody."""
    if quoted.profile.by_author and rival(quoted) and not _measures_what_is_said(quoted):
        return True
    return any(loss.code in _ELSE for loss in (*source_losses(quoted), *period_losses(quoted))) or _is_of_more(quoted)


def _measures_what_is_said(quoted: Quoted) -> bool:
    """Whether the verb of who speaks is of what the figure measures: *has argued for a year that*."""
    passage = quoted.passage
    return any(
        passage.names[mention.first] in quoted.profile.stems
        for mention in passage.mentioned("speech", *quoted.sentence)
    )


def _is_of_more(quoted: Quoted) -> bool:
    """Whether a change is told for more than its time: *in the two months of February and March*."""
    told = dates_with(quoted.passage, quoted.number)
    return quoted.profile.is_change and any(is_outside(date, quoted.profile.observation.period) for date in told)
