"""Which figure each number of a passage means, by what speaks for each figure and what the draft would lose of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from indicators.quoting.direction_losses import direction_losses
from indicators.quoting.fit import Fit
from indicators.quoting.kin import with_kin
from indicators.quoting.link import Linker
from indicators.quoting.number_losses import number_losses
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.period_losses import period_losses
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.siblings import with_siblings
from indicators.quoting.source_losses import is_named_in_full, source_losses
from indicators.quoting.status_losses import status_losses
from indicators.quoting.vocabulary import Vocabulary
from indicators.quoting.word_losses import word_losses

_CLOSE = 0.7
"""By how much a figure may weigh less than the best and still be chosen, if the draft loses less of it."""

_ROUNDS = 2
"""How often numbers are looked for that others of the passage name."""


def losses_of(quoted: Quoted) -> Iterator[Loss]:
    """Everything that a quotation loses."""
    yield from number_losses(quoted)
    yield from direction_losses(quoted)
    yield from word_losses(quoted)
    yield from status_losses(quoted)
    yield from source_losses(quoted)
    yield from period_losses(quoted)


def chosen_figures(vocabulary: Vocabulary, linker: Linker, passage: Passage) -> Mapping[int, Quoted | None]:
    """The figure that each number of a passage means or may mean, by the place of the number.

    What a figure is related to is looked for afterwards: *13,000, after 7,000 in March*; then once more.
    """
    found = {number.place: linker.fits(passage, number) for number in passage.numbers}
    fits = with_siblings(vocabulary, passage, found) if len(passage.numbers) > 1 else found
    chosen = {each.place: _best(vocabulary, passage, each, fits[each.place]) for each in passage.numbers}
    known: set[str] = set()
    for _ in range(_ROUNDS):
        certain = [quoted for quoted in chosen.values() if quoted and quoted.fit.certain]
        before, known = known, {quoted.profile.id for quoted in certain}
        if known <= before:
            break
        for number in passage.numbers:
            names = [fit.profile.id for fit in fits[number.place]]
            kin = vocabulary.related(_of_others(number, certain)) if names else ()
            if any(name in kin for name in names):
                best = with_kin(vocabulary, passage, number, fits[number.place], kin)
                chosen[number.place] = _best(vocabulary, passage, number, best)
    return chosen


def _of_others(number: DraftNumber, certain: Iterable[Quoted]) -> set[str]:
    """The figures that numbers of another value mean; a number told again counts once."""
    return {quoted.profile.id for quoted in certain if quoted.number.value != number.value}


def are_same_publication(fit: Fit, other: Fit) -> bool:
    """Whether two figures are most likely one publication."""
    a, b = fit.profile.observation, other.profile.observation
    return a.same_as == b.id or b.same_as == a.id


def _best(vocabulary: Vocabulary, passage: Passage, number: DraftNumber, fits: Sequence[Fit]) -> Quoted | None:
    """The figure of which the draft loses least, among those that fit about equally well.

    A figure of the record is meant before one of the subject only where the draft names its own source, or quotes it
    whole with its own time.
    """
    likely = [fit for fit in fits if fit.likely]
    if not likely:
        return None
    most = max(fit.total for fit in likely)
    close = [fit for fit in likely if fit.total >= most - _CLOSE]
    repeated = {fit.profile.observation.same_as for fit in close}
    close += [fit for fit in fits if fit.profile.id in repeated and fit not in close]
    candidates = [Quoted(vocabulary=vocabulary, passage=passage, number=number, fit=fit) for fit in close]
    if len(candidates) == 1:
        return candidates[0]
    profiles = {candidate.profile.id: candidate.profile for candidate in candidates}
    has_subject = any(candidate.profile.is_subject for candidate in candidates)

    losses = {candidate.profile.id: [*losses_of(candidate)] for candidate in candidates}
    lost = {name: sum(2 if loss.certain else 1 for loss in each) for name, each in losses.items()}
    foreign = {
        name for name, each in losses.items() if any(loss.code == "population" and loss.certain for loss in each)
    }

    def preference(candidate: Quoted) -> tuple[bool, int, bool, float]:
        observation = candidate.profile.observation
        twin = profiles.get(observation.same_as or "")
        least = 1 if twin is None else lost[twin.id]
        has_own_source = not (twin and observation.source == twin.observation.source)
        is_named = has_own_source and is_named_in_full(candidate)
        is_fuller = lost[candidate.profile.id] < least and passage.tells(observation.period)
        is_named = is_named or (is_fuller and observation.same_as not in foreign)
        return (
            has_subject and not candidate.profile.is_subject and not is_named,
            lost[candidate.profile.id],
            candidate.profile.id in foreign,
            -candidate.fit.total,
        )

    return min(candidates, key=preference)
