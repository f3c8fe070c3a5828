"""Groups that a sentence names beside its numbers: *4.9 percent for men and 4.7 percent for women*, rows of a table."""

import re
from collections.abc import Iterator, Mapping, Sequence

from indicators.audit.claims import AuditedText
from indicators.text.expression import Expression

_WORD = r"[^\W\d_][\w'’&-]*"
_NAME = rf"(?:the )?(?P<name>{_WORD}(?: {_WORD}){{0,5}}?)"
_LINKS = ("in", "for", "among")
_BEHIND = re.compile(rf"(?: {_WORD}){{0,3}}? (?P<link>{'|'.join(_LINKS)}) {_NAME}(?=[,;.]|\.?$| and\b| or\b| \()")
_BEFORE = re.compile(rf"\b(?P<link>{'|'.join(_LINKS)}) {_NAME} $", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"(?:\b(?:{'|'.join(_LINKS)}) (?:the )?|[,;] (?:and )?|^\)? and )(?P<name>{_WORD}(?:,? {_WORD}){{0,9}}) \([^\w(]?$"
)
_LAST_LINK = re.compile(rf"^.*\b(?:{'|'.join(_LINKS)}) (?:the )?")
_PERSONS = re.compile(r" (?:of (?:them|whom|these) )?(?P<name>women|men|boys|girls|children|adults|males|females)\b")
_NO_GROUP = re.compile(
    r"\b(?:(?:year|month|week|quarter|period|half|day|time|winter|spring|summer|autumn|part)s?|total|all|general)$|"
    r"^(?:an?|the|which|that|this|these|those|it|them|its|their|his|her|prior|past|last|next|previous)\b",
    re.IGNORECASE,
)
_ROW = "| |"
"""What stands between two rows of a table whose lines are joined."""


def groups_in(audited: AuditedText) -> Mapping[tuple[int, int], str]:
    """The groups that the sentences of a text name beside their numbers, by the places of these."""
    found = {}
    for passage, claims in enumerate(audited.claims):
        names = named_groups(audited.passages[passage].text, [claim.expression for claim in claims])
        found.update({claims[at].place: name for at, name in names.items()})
    return found


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
    for place, one in enumerate(expressions):
        if one.kind == "date":
            continue
        first, last = one.first, max(one.last, one.unit_end)
        start = max(expressions[place - 1].last, expressions[place - 1].unit_end) if place else 0
        stop = expressions[place + 1].first if place + 1 < len(expressions) else len(sentence)
        before, behind = sentence[start:first], sentence[last:stop]
        for form, match in (
            ("persons", _PERSONS.match(behind)),
            ("behind", _BEHIND.match(behind)),
            ("before", _BEFORE.search(before)),
            ("brackets", _IN_BRACKETS.search(before)),
        ):
            if match:
                name = _LAST_LINK.sub("", match["name"])
                if not _NO_GROUP.search(name):
                    forms.setdefault(f"{form} {match.groupdict().get('link', '')}", {})[place] = name
    yield from forms.values()


def _rows(sentence: str, expressions: Sequence[Expression]) -> Mapping[int, str]:
    """The first cell of the row of a table in which each number stands."""
    if not sentence.startswith("|"):
        return {}
    found = {}
    for place, one in enumerate(expressions):
        row = sentence.rfind(_ROW, 0, one.first) + len(_ROW) if _ROW in sentence[: one.first] else 1
        label, cell = sentence[row : sentence.find("|", row)].strip(), sentence.rfind("|", 0, one.first) + 1
        in_head = row == 1 and sentence[cell : one.first].strip()
        if cell > row + len(label) and not in_head and not re.search(r"\d", label):
            found[place] = label
    return found
