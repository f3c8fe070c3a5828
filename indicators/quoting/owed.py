"""What the words of a draft owe a figure beyond its number: kind, population, place, and that it is earlier."""

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.quoting.fit import Fit
from indicators.quoting.passage import DraftNumber, Passage
from indicators.quoting.profile import Profile, Vocabulary
from indicators.text.lexicon import Mention, concept, word_groups

_BOTH = frozenset(("fate.killed", "fate.wounded"))
_CASUALTIES, _LOST = "fate.casualties", "fate.lost"
_PRESENT_AT = frozenset(("stage.moved", "stage.training"))
_PREPOSITIONS = frozenset("in into inside to at within onto through for".split())
_STAYING = frozenset("in into inside to at within through".split())


@dataclass(frozen=True, kw_only=True)
class Loss:
    """Something that a draft owes a figure and does not tell.

    ``code`` is one of ``finding.LOSSES``; ``told`` is what the draft says instead, empty where it says nothing. Where
    it is not ``certain``, a reader is asked.
    """

    code: str
    told: str = ""
    certain: bool = True


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A number of a draft together with the figure that it means."""

    vocabulary: Vocabulary
    passage: Passage
    number: DraftNumber
    fit: Fit

    @property
    def profile(self) -> Profile:
        """The figure that is meant."""
        return self.fit.profile

    @property
    def sentence(self) -> tuple[int, int]:
        """The words of the sentence."""
        return self.passage.span(self.number)

    @property
    def clause(self) -> tuple[int, int]:
        """The words between the numbers before and behind it, within the sentence."""
        return self.passage.clause(self.number)

    def words(self, one: Mention) -> str:
        """The words of a mention as the draft writes them."""
        return " ".join(word.text for word in self.passage.words[one.first : one.last])


def word_losses(quoted: Quoted) -> Iterator[Loss]:
    """What the words with the number lose of kind, population, place and age."""
    yield from _kind(quoted)
    yield from _population(quoted)
    yield from _place(quoted)
    yield from _update(quoted)


def _kind(quoted: Quoted) -> Iterator[Loss]:
    for check in (_fate, _stage, _without, _contents):
        for loss in check(quoted):
            yield loss
            return


def _fate(quoted: Quoted) -> Iterator[Loss]:
    """Dead and wounded is not dead; a loss is neither."""
    own = frozenset(label for label in quoted.profile.sorts if label.startswith("fate."))
    if quoted.profile.measured:
        return
    if not own:
        yield from _fate_of_others(quoted)
        return
    near = _near(quoted, "fate")
    told = near or quoted.passage.labels("fate", *quoted.clause) or quoted.passage.labels("fate", *quoted.sentence)
    if not told or _CASUALTIES in told:
        if told and own == {"fate.killed"}:
            yield Loss(code="kind", told=_told(quoted, told))
        return
    if own == _BOTH:
        whole = quoted.passage.labels("fate", *quoted.clause)
        if (_BOTH & told or near) and not (whole >= _BOTH or told >= _BOTH) and told & _BOTH:
            yield Loss(code="kind", told=_told(quoted, told))
    elif not told & own:
        if told & (_BOTH | {"fate.home"}) or own == {"fate.killed"}:
            yield Loss(code="kind", told=_told(quoted, told))
    elif own == {_LOST} and near & _BOTH and _LOST not in near:
        yield Loss(code="kind", told=_told(quoted, near & _BOTH))


def _fate_of_others(quoted: Quoted) -> Iterator[Loss]:
    """People who are counted for another reason are told to be dead or wounded."""
    number, passage = quoted.number, quoted.passage
    if not quoted.profile.peopled:
        return
    last = min((number.thing or number.noun or (number.place + 1,))[-1] + 5, quoted.clause[1])
    told = passage.labels("fate", number.place, last) & _BOTH
    if told:
        yield Loss(code="kind", told=_told(quoted, told))


def _near(quoted: Quoted, family: str) -> frozenset[str]:
    """The labels of a family in the words right behind the number."""
    number = quoted.number
    places = (*number.noun, *number.thing)
    if not places:
        return frozenset()
    last = places[-1] + 1
    if last + 1 < quoted.sentence[1] and quoted.passage.words[last].low in ("and", "or", "&", "/"):
        last += 2
    return quoted.passage.labels(family, places[0], last)


def _told(quoted: Quoted, labels: frozenset[str]) -> str:
    """The words of the draft with one of these labels."""
    for label in sorted(labels):
        for one in quoted.passage.mentioned(label, *quoted.sentence):
            return quoted.words(one)
    return ""


def _stage(quoted: Quoted) -> Iterator[Loss]:
    """Another stage is another thing counted: mobilizing, in training, fighting; shipped, fired."""
    for family in ("stage", "handling"):
        own = frozenset(label for label in quoted.profile.sorts if label.startswith(f"{family}."))
        told = quoted.passage.labels(family, *quoted.clause)
        if not own or not told or told & own:
            continue
        if family == "handling":
            if told & {"handling.used", "handling.made"} and "handling.shipped" in own:
                yield Loss(code="kind", told=_told(quoted, told))
            continue
        order = [label for label in word_groups() if label.startswith("stage.")]
        furthest = max(order.index(label) for label in own)
        later = {label for label in told if order.index(label) > furthest}
        if later and not (own <= _PRESENT_AT and told <= _PRESENT_AT) and not is_hedged(quoted, "conditional"):
            yield Loss(code="kind", told=_told(quoted, frozenset(later)))


def _without(quoted: Quoted) -> Iterator[Loss]:
    """Non-military aid is not military, and no arms."""
    if not quoted.profile.without:
        return
    passage, first, last = quoted.passage, quoted.clause[0], min(quoted.clause[1], quoted.number.place + 8)
    groups = [label for label in word_groups() if concept(label) in quoted.profile.without]
    told = {at for at in range(first, last) if passage.names[at] in quoted.profile.without}
    told |= {one.first for label in groups for one in passage.mentioned(label, first, last)}
    for at in sorted(told):
        if not {"non", "not", "no"} & {word.low for word in passage.words[max(at - 2, 0) : at]}:
            yield Loss(code="kind", told=passage.words[at].text)
            return


def _contents(quoted: Quoted) -> Iterator[Loss]:
    """Containers have no stated content: a draft adds none."""
    profile, passage = quoted.profile, quoted.passage
    if profile.measured or profile.peopled:
        return
    added = {one for stems in quoted.vocabulary.thing_stems.values() for one in stems} - profile.stems.keys()
    places = list(quoted.number.thing)
    for one in passage.mentioned("contents", quoted.number.place, quoted.clause[1]):
        places += range(one.last, min(one.last + 4, quoted.clause[1]))
    for at in places:
        if passage.names[at] in added - profile.noun_stems:
            yield Loss(code="kind", told=passage.words[at].text)
            return


def _population(quoted: Quoted) -> Iterator[Loss]:
    profile, passage = quoted.profile, quoted.passage
    if quoted.fit.foreign:
        yield Loss(code="population", told=_told(quoted, quoted.fit.foreign))
        return
    if other := _other_group(quoted):
        yield Loss(code="population", told=other)
        return
    if not profile.countries or profile.measured:
        return
    names = [*profile.countries, f"population.{profile.observation.population}"]
    if any(passage.has(name) for name in names):
        return
    told = passage.labels("country", quoted.sentence[0], quoted.number.place)
    told -= {profile.source_country} | profile.places
    if told:
        yield Loss(code="population", told=_told(quoted, told))


def _other_group(quoted: Quoted) -> str:
    """The title of another group that the draft names: *women* of a figure of men; empty if it names none."""
    groups, own = quoted.vocabulary.groups, quoted.profile.observation.groups
    if not own or {*own} & groups.named(quoted.passage, *quoted.sentence):
        return ""
    rivals = groups.rivals(own, groups.named_near(quoted.passage, quoted.number))
    return groups.titles[min(rivals)] if rivals else ""


def _place(quoted: Quoted) -> Iterator[Loss]:
    """Another place than the one that the figure names."""
    profile, passage = quoted.profile, quoted.passage
    places = profile.places - profile.countries
    one = profile.observation
    if not places or not (one.place_to or one.place_from or one.place_through):
        return
    first, last = quoted.number.place, quoted.clause[1]
    if passage.labels("country", first, last) & places:
        return
    for label in passage.labels("country", first, last) - profile.places - {profile.source_country}:
        for named in passage.mentioned(label, first, last):
            if passage.words[named.first - 1].low in _STAYING:
                yield Loss(code="place", told=quoted.words(named))
                return


def is_hedged(quoted: Quoted, group: str) -> bool:
    """Whether the sentence has a word of a group: *if*, *alleged*."""
    return quoted.passage.has(group, *quoted.sentence)


def _update(quoted: Quoted) -> Iterator[Loss]:
    """An earlier estimate told as the present one."""
    one = quoted.profile.observation
    later, passage = quoted.vocabulary.later_than(one.id), quoted.passage
    if not later:
        was = quoted.vocabulary.is_past(quoted.profile) and not passage.tells(one.period)
        if was and passage.has("present", *quoted.clause) and not passage.has("earlier", *quoted.sentence):
            yield Loss(code="update")
        return
    if any(_says_earlier(quoted, one) for one in passage.mentioned("earlier", *quoted.sentence)):
        return
    if one.issued.text and passage.tells(one.issued):
        return
    values = {other.observation.value for other in later}
    if any(value in values for number in passage.numbers for value in number.expression.numbers):
        return
    yield Loss(code="update")


def _says_earlier(quoted: Quoted, mention: Mention) -> bool:
    """Whether words say that the number is an earlier one; *gone from* says so only right before it."""
    ends = quoted.passage.words[mention.last - 1].low
    return ends != "from" or 0 <= quoted.number.place - mention.last <= 2
