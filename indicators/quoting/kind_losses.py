"""What a draft loses of the kind of a figure: what is counted, and at which stage."""

from collections.abc import Collection, Iterator

from indicators.quoting.broader_thing import broader_thing
from indicators.quoting.content_losses import added_contents, narrower_thing, told_as_sent
from indicators.quoting.fate_losses import fate_losses
from indicators.quoting.number import unit_places
from indicators.quoting.plain import is_plain
from indicators.quoting.quoted import Loss, Quoted
from indicators.quoting.revision_told import revision_told_as_change
from indicators.quoting.thing import PERSONS, holders_of
from indicators.quoting.told_otherwise import other_event, other_length, other_possession
from indicators.quoting.told_statistic import tells_average, told_as_change, told_as_level, told_as_total, told_average
from indicators.quoting.unit_losses import is_in_other_currency
from indicators.quoting.whole_losses import other_whole
from indicators.text.lexicon import POSSESSIVE, concept, word_groups

_MOBILIZED = "stage.mobilized"
_PRESENT_AT = frozenset(("stage.moved", "stage.training"))
_STAGES = tuple(label for label in word_groups() if label.startswith("stage."))
"""The stages of people, the earliest first."""
_THAT = frozenset(("that", "this", "these", "those"))
_IS_WHAT = [[verb, what] for verb in ("is", "was", "are", "were") for what in ("what", "how")]
_COUNTS = frozenset(("number", "ratio", "share", "range"))
"""Kinds of expressions that may count people or jobs."""
_ASSERTED = 6
"""Words before a stage among which it is said to be reached, or to be still to come."""
_ARE = frozenset("are were have had been already now".split())
_NOT_YET = frozenset("to for will would could may might if not yet before until ready no nor who never".split())
_PARTS, _JOINS = frozenset(",;:—"), frozenset(("and", "but", "or", "while"))
"""Signs, and words, behind which *after inflation* belongs to the number that follows."""
_OWNS = frozenset((POSSESSIVE, "'"))
_CONDITIONAL = "conditional"
_NOMINAL = "nominal"


def kind_losses(quoted: Quoted) -> Iterator[Loss]:
    """Another thing is counted than the figure counts: the dead of the dead and wounded, a later stage, contents."""
    for check in _CHECKS:
        if loss := next(check(quoted), None):
            yield loss
            return


def _thing(quoted: Quoted) -> Iterator[Loss]:
    """The draft names another thing than the figure counts, or uses the unit of another kind."""
    units, own = quoted.number.expression.units, quoted.profile.unit
    is_of_people = quoted.profile.peopled and _people(quoted, units)
    is_counted = quoted.number.expression.kind == "number" and not (
        quoted.profile.measured or quoted.profile.sorts or own in units or is_of_people
    )
    if told := _collective(quoted) or _holders(quoted):
        yield Loss(code="kind", told=told)
    elif (quoted.fit.is_misnamed and not is_in_other_currency(quoted)) or (
        is_counted and quoted.vocabulary.counted_units.intersection(units)
    ):
        number = quoted.number
        places = (*number.noun, *number.thing) or unit_places(quoted.passage, number) or (number.place,)
        yield Loss(code="kind", told=quoted.passage.text(places[0], places[-1] + 1))


def _people(quoted: Quoted, units: Collection[str]) -> bool:
    """Whether a unit is people, as patients or pupils are too."""
    return any(quoted.vocabulary.general_labels(unit) & {"people"} for unit in units)


def _collective(quoted: Quoted) -> str:
    """The households or firms that a draft counts in the place of people or jobs; empty where it counts none."""
    number, passage, profile = quoted.number, quoted.passage, quoted.profile
    if profile.measured or not number.noun or number.expression.kind not in _COUNTS:
        return ""
    if passage.names[number.noun[0]] in quoted.vocabulary.thing_stems.get(profile.observation.kind, ()):
        return ""
    for mention in passage.mentioned("collective", number.noun[0], number.noun[0] + 1):
        behind = passage.labels("people", mention.last, mention.last + 1)
        return "" if behind or passage.words[mention.last : mention.last + 1] == [] else quoted.words(mention)
    return ""


def _holders(quoted: Quoted) -> str:
    """The people whom a draft counts in the place of what they hold: *workers* of jobs; empty where it counts none."""
    noun, passage = quoted.number.noun, quoted.passage
    for at in reversed(noun):
        is_whose = at + 1 < quoted.sentence[1] and passage.words[at + 1].low in _OWNS
        if is_whose or passage.names[at] in quoted.profile.noun_stems:
            return ""
        if any(label in holders_of(quoted.profile) for label in passage.labels_at.get(at, ())):
            return passage.words[at].text
    return ""


def stage_losses(quoted: Quoted) -> Iterator[Loss]:
    """Another stage is another thing counted: mobilizing, in training, fighting; shipped, fired."""
    for family in ("stage", "handling"):
        own = frozenset(label for label in quoted.profile.sorts if label.startswith(f"{family}."))
        told = _told_with(quoted, family) or _told_next(quoted, family)
        is_supposed = quoted.profile.observation.status == _CONDITIONAL
        is_own = bool(told & own)
        if is_own and not is_supposed:
            told = _asserted(quoted, family) - own
        if not own or not told:
            continue
        if family == "handling":
            if told & {"handling.used", "handling.made"} and "handling.shipped" in own:
                yield Loss(code="kind", told=quoted.told(told))
            continue
        furthest = max(map(_STAGES.index, own))
        later = {label for label in told if _STAGES.index(label) > furthest}
        is_before = own <= _PRESENT_AT and told == {_MOBILIZED} and not is_own
        if is_before and not quoted.is_hedged("conditional"):
            yield Loss(code="kind", told=quoted.told(told))
        if later and not (own <= _PRESENT_AT and told <= _PRESENT_AT) and not quoted.is_hedged("conditional"):
            yield Loss(code="kind", told=quoted.told(frozenset(later)))


def _told_with(quoted: Quoted, family: str) -> frozenset[str]:
    """The stages in the words around a number that do not start what is said of the next one."""
    passage = quoted.passage
    found = passage.of_family(family, *quoted.clause)
    return frozenset(mention.label for mention in found if not passage.is_of_next(quoted.number, mention.first))


def _asserted(quoted: Quoted, family: str) -> frozenset[str]:
    """The stages that are told as reached: *were mobilised and are in the trenches*, not *mobilised to join*."""
    passage, (first, last) = quoted.passage, quoted.clause
    found: set[str] = set()
    for mention in passage.of_family(family, quoted.number.place, min(last, quoted.part[1])):
        before = {word.low for word in passage.words[max(mention.first - _ASSERTED, first) : mention.first]}
        if before & _ARE and not before & _NOT_YET:
            found.add(mention.label)
    return frozenset(found)


def _told_next(quoted: Quoted, family: str) -> frozenset[str]:
    """What the next sentence says where it takes up the number: *That is what was fired*."""
    passage, following = quoted.passage, quoted.passage.sentence_behind(quoted.number)
    if following is None:
        return frozenset()
    first, last = passage.sentences[following]
    opening = [word.low for word in passage.words[first : first + 3]]
    takes_up = opening[:1] and opening[0] in _THAT and opening[1:] in _IS_WHAT
    return passage.labels(family, first, last) if takes_up else frozenset()


def _without(quoted: Quoted) -> Iterator[Loss]:
    """Non-military aid is not military, and no arms."""
    if not quoted.profile.without:
        return
    passage, first, last = quoted.passage, quoted.clause[0], min(quoted.clause[1], quoted.number.place + 8)
    groups = [label for label in word_groups() if concept(label) in quoted.profile.without]
    told = {at for at in range(first, last) if passage.names[at] in quoted.profile.without}
    told |= {mention.first for label in groups for mention in passage.mentioned(label, first, last)}
    for at in sorted(told):
        if not {"non", "not", "no"} & {word.low for word in passage.words[max(at - 2, 0) : at]}:
            yield Loss(code="kind", told=passage.words[at].text)
            return


def _prices(quoted: Quoted) -> Iterator[Loss]:
    """A change at current prices is told as one at constant prices."""
    if quoted.profile.observation.prices != _NOMINAL:
        return
    passage, number = quoted.passage, quoted.number
    first, stop = quoted.clause[0], quoted.sentence[1]
    others = (
        each.place for each in passage.numbers if each.place > number.place and each.expression.kind != "duration"
    )
    following = min(next(others, stop), stop)
    for mention in passage.mentioned("constant_prices", first, following):
        between = {word.text for word in passage.words[number.place : mention.first]}
        is_apart = not between.isdisjoint(_PARTS | _JOINS)
        if not (is_apart and following < stop):
            yield Loss(code="kind", told=quoted.words(mention))


def _statistic(quoted: Quoted) -> Iterator[Loss]:
    """A level is told as a change, *rose by 412,000*, or a change as a level: *stood at 9,000*."""
    other = told_as_level if quoted.profile.is_change else told_as_change
    if told := told_average(quoted) or told_as_total(quoted) or other(quoted):
        yield Loss(code="kind", told=told)


def _title(quoted: Quoted) -> Iterator[Loss]:
    """The sentence tells the title of another indicator in this unit, and no word that is the figure's alone."""
    profile, passage, vocabulary = quoted.profile, quoted.passage, quoted.vocabulary
    own, told = quoted.title_words, passage.concepts[quoted.number.sentence]
    at = passage.word_before(quoted.number)
    is_of_number = at - 1 in passage.places and passage.words[at].low == "of"
    if profile.is_change or tells_average(quoted) or told & (own - PERSONS) or is_of_number:
        return  # 104 of 6,430 people tested positive
    first, last = quoted.clause
    near, behind = {*passage.names[first:last]}, {*passage.names[quoted.number.place : last]}
    for other in vocabulary.of_unit(profile.unit):
        title = vocabulary.wholes[other.observation.indicator]
        further = title - own
        is_told = further and 3 * len(title & told) >= 2 * len(title) and further & told <= near
        is_other = is_told and not other.is_change and other.observation.indicator != profile.observation.indicator
        known = title | (vocabulary.stems if further <= behind else frozenset())
        if is_other and not told & (profile.stems.keys() - title) and is_plain(quoted, known):
            yield Loss(code="kind", told=vocabulary.catalogue.text("indicators", other.observation.indicator, "title"))
            return


_CHECKS = (
    _thing, fate_losses, stage_losses, _without, added_contents, narrower_thing, told_as_sent, other_whole, _prices,
    revision_told_as_change, _statistic, _title, broader_thing, other_length, other_event, other_possession,
)  # fmt: skip
"""What may be another thing, in the order in which it is looked for; the first counts."""
