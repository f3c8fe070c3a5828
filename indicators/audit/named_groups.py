"""Groups that a text names beside its numbers: *4.9 percent for men and 4.7 for women*, rows, items of a list."""

import re
from collections.abc import Iterator, Mapping, Sequence

from indicators.audit.claims import AuditedText
from indicators.audit.passages import locator
from indicators.audit.printed_tables import is_name, table_of
from indicators.text.expression import QUANTITIES, Expression

_WORD = r"[^\W\d_][\w'’&-]*"
_NAME = rf"(?:the )?(?P<name>{_WORD}(?: {_WORD}){{0,5}}?)"
_LINKS = ("in", "for", "among")
_LINKING = "|".join((*_LINKS, "of", "to", "with", "by", "from", "at", "on", "who", "which", "that"))
_PART = rf"(?!(?:{_LINKING})\b){_WORD}"
_WHOLE_NAME = rf"(?:the )?(?P<whole>{_PART}(?:,? {_PART}){{0,4}}(?:,? and {_PART}(?: {_PART}){{0,2}}))"
_BEHIND = re.compile(
    rf"(?: {_WORD}){{0,3}}? (?P<link>{'|'.join(_LINKS)}) "
    rf"(?:{_WHOLE_NAME}(?:[,;] (?:and )?$|\.?$| \($)|{_NAME}(?=[,;.]|\.?$| and\b| or\b| to $| \())"
)
_BEFORE = re.compile(rf"\b(?P<link>{'|'.join(_LINKS)}) {_NAME} $", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"(?:\b(?:{'|'.join(_LINKS)}) (?:the )?|[,;] (?:and )?|^\)? and )(?P<name>{_WORD}(?:,? {_WORD}){{0,9}}) \([^\w(]?$"
)
_MOVED = (
    r"(?:rose|rises?|risen|f[ae]ll|fallen|increased|decreased|declined|grew|dropped|climbed|gained|lost|added|edged|jumped|"
    r"was|were|is|are|had|has|have|stood|remained|made up|accounted for)"
)
_SUBJECT = re.compile(
    rf"(?:^| )[-*•] (?P<name>{_WORD}(?:,? {_WORD}){{0,5}}?)"
    rf"(?:: | (?:{_MOVED}(?: (?:up|down|by|at|about|around|only|nearly)){{0,2}}) )$"
)
"""What stands before the first number of an item of a list: *- Transport fell by*, *- Schools:*."""
_LAST_LINK = re.compile(rf"^.*\b(?:{'|'.join(_LINKS)}) (?:the )?")
_PERSONS = re.compile(r" (?:of (?:them|whom|these) )?(?P<name>women|men|boys|girls|children|adults|males|females)\b")
_NO_GROUP = re.compile(
    r"\b(?:(?:year|month|week|quarter|period|half|day|time|winter|spring|summer|autumn|part)s?|total|all|general|and|or)$|"
    r"^(?:an?|the|which|that|this|these|those|it|them|its|their|his|her|prior|past|last|next|previous|other|remaining|rest|"
    r"they|we|there|he|she|both|each)\b",
    re.IGNORECASE,
)
_ITEMS = ("- ", "* ", "• ")
"""What a list begins with."""


def groups_in(audited: AuditedText) -> Mapping[tuple[int, int], str]:
    """The groups that the sentences and lists of a text name beside their numbers, by the places of these."""
    found: dict[tuple[int, int], str] = {}
    lists: dict[tuple[str, int], dict[tuple[int, int], str]] = {}
    for passage, claims in enumerate(audited.claims):
        sentence, expressions = audited.passages[passage].text, [claim.expression for claim in claims]
        found.update({claims[at].place: name for at, name in named_groups(sentence, expressions).items()})
        if sentence.startswith(_ITEMS):
            items = lists.setdefault(locator(audited.passages[passage]), {})
            items.update({claims[at].place: name for at, name in _items(sentence, expressions)})
    for names in lists.values():
        if len(set(names.values())) > 1:
            found = {**names, **found}
    return found


def _items(sentence: str, expressions: Sequence[Expression]) -> Iterator[tuple[int, str]]:
    """The numbers of a list that are the first of their item, with the name that this begins with."""
    end = 0
    for place, expression in enumerate(expressions):
        match = _SUBJECT.search(sentence, end, expression.first) if expression.kind in QUANTITIES else None
        if match and not _NO_GROUP.search(match["name"]):
            yield place, match["name"]
        if expression.kind in QUANTITIES or expression.kind == "date":  # *Primary* begins a name, and is no ordinal
            end = expression.whole_end


def named_groups(sentence: str, expressions: Sequence[Expression]) -> Mapping[int, str]:
    """What group each of these numbers of a sentence is of, by their place; only where two are told apart alike.

    `expressions` are all of the sentence, as a date is the name of no group.
    """
    found: dict[int, str] = {}
    for names in (_rows(sentence, expressions), *_told(sentence, expressions)):
        if len(set(names.values())) > 1:
            found = {**names, **found}
    return found


def _told(sentence: str, expressions: Sequence[Expression]) -> Iterator[Mapping[int, str]]:
    """The names that stand before or behind the numbers in one and the same form, for each form."""
    forms: dict[str, dict[int, str]] = {}
    for place, expression in enumerate(expressions):
        if expression.kind == "date":
            continue
        first, last = expression.first, expression.whole_end
        start = expressions[place - 1].whole_end if place else 0
        stop = expressions[place + 1].first if place + 1 < len(expressions) else len(sentence)
        before, behind = sentence[start:first], sentence[last:stop]
        for form, match in (
            ("persons", _PERSONS.match(behind)),
            ("behind", _BEHIND.match(behind)),
            ("before", _BEFORE.search(before)),
            ("brackets", _IN_BRACKETS.search(before)),
        ):
            if match:
                parts = match.groupdict()
                name = _LAST_LINK.sub("", parts.get("whole") or parts["name"])
                if not _NO_GROUP.search(name):
                    forms.setdefault(f"{form} {parts.get('link', '')}", {})[place] = name
    yield from forms.values()


def _rows(sentence: str, expressions: Sequence[Expression]) -> Mapping[int, str]:
    """The label of the row of a table in which each number stands, if it is neither a date nor a number alone."""
    table = table_of(sentence)
    if table is None:
        return {}
    dates = [expression.start for expression in expressions if expression.kind == "date"]
    found = {}
    for place, expression in enumerate(expressions):
        cell = table.cell_at(expression.start)
        first, last = cell.label_place
        is_date = any(first <= start < last for start in dates)
        names_group = is_name(cell.label) and not is_date and not _NO_GROUP.search(cell.label)
        if names_group and not (cell.is_head or cell.is_label):
            found[place] = cell.label
    return found
