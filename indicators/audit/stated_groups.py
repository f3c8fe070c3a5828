"""Groups of the catalogue that a sentence names at its numbers: *employment in manufacturing rose by 300*."""

import re
from collections.abc import Iterator, Mapping, Sequence

from indicators.audit.claims import AuditedText
from indicators.audit.named_groups import groups_in
from indicators.catalogue.model import Catalogue
from indicators.text.expression import QUANTITIES, Expression

_CLAUSE = re.compile(
    r"; |\.\[\d{1,2}\] |, (?:while|whereas|but|although|though) |"
    r"\b(?:total|overall|all|whole|national|nationwide|altogether|combined|"
    r"together|rest|remaining|other|excluding|except|headline|average for)\b(?! (?:employees|workers) on\b)",
    re.IGNORECASE,
)
"""What ends the reach of a name: another clause, the mark of a footnote, or words for the whole or the rest."""
_OF_ANOTHER = re.compile(
    r"(?: (?!(?:and|or|but|while)\b)[^\W\d_][\w'-]*){0,2} "
    r"(?:(?:for|among|of) (?!(?:the )?(?:last|past|prior|month|year|quarter)s?\b)|"
    r"overall\b|together\b|altogether\b|in (?:all|total)\b|nationally\b|nationwide\b)"
)
"""What stands behind a number that says itself of whom it is: *3.5 percent for the country*, *3 overall*."""
_PART_OF_IT = re.compile(
    r"\b(?:ma[dk]es? up|making up|account(?:s|ed|ing)? for|constitut(?:es?|ed|ing)|represent(?:s|ed|ing)?|"
    r"compris(?:es?|ed|ing)) $"
)
"""What says that a group is a part of what stands behind its number: *men made up 71 percent of those killed*."""
_BEHIND = re.compile(
    r"(?: (?!(?:than|from|to|as|like|against|and|but|or|while|with|by|which|who|that|when|where)\b)"
    r"[^\W\d_][\w'-]*){0,4} (?:the )?"
)
"""What stands between a number and the name behind it: *38,000 persons in manufacturing*."""
_SAYS = re.compile(r" (?:sa(?:id|ys?)|reports|reported|announced|estimate[sd]?|expect(?:s|ed)?|plan(?:s|ned)?)\b")
"""What stands behind the name of somebody who speaks, *the government said*, and is no group."""


def stated_groups(audited: AuditedText) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """The groups of the catalogue that the text names for its numbers, by the places of these.

    Names that stand beside two or more numbers in one form count first, *3 percent for men and 4 for women*. Else those
    right behind a number, *300 jobs in manufacturing*. Else, of each dimension, the last name before it in its clause
    counts, for the numbers after it too; none where two of a dimension stand there, unless one is part of the other.
    """
    catalogue = audited.catalogue
    known = known_groups(catalogue)
    if not known:
        return {}
    names = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?![\w'’-])", re.IGNORECASE
    )
    beside = groups_in(audited)
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for passage, claims in enumerate(audited.claims):
        sentence, expressions = audited.passages[passage].text, [claim.expression for claim in claims]
        before = dict(_named_before(catalogue, known, names, sentence, expressions))
        for place, claim in enumerate(claims):
            if claim.place in beside:
                group = known.get(beside[claim.place].casefold())
                found[claim.place] = (group,) if group else ()
            else:
                found[claim.place] = before.get(place, ())
    return found


def known_groups(catalogue: Catalogue) -> dict[str, str]:
    """The groups of the catalogue by their titles and synonyms in small letters."""
    found: dict[str, str] = {}
    for name, title, synonyms in catalogue.groups[["title", "synonyms"]].itertuples():
        for words in (*catalogue.items(synonyms, "groups", "synonyms"), title):
            found[words.casefold()] = name
    return found


def _named_before(
    catalogue: Catalogue,
    known: Mapping[str, str],
    names: re.Pattern[str],
    sentence: str,
    expressions: Sequence[Expression],
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The groups of each number, by its place among the expressions of the sentence."""
    current: dict[str, str] = {}
    last, own = -1, dict[str, str]()
    start = 0
    for place, number in [*enumerate(expressions), (-1, None)]:
        if number is not None and number.kind not in QUANTITIES:
            continue
        stop = number.first if number else len(sentence)
        matches = [match for match in names.finditer(sentence, start, stop) if not _SAYS.match(sentence, match.end())]
        edge = start if last >= 0 else -1
        while matches and edge >= 0 and _BEHIND.fullmatch(sentence, edge, matches[0].start()):
            match = matches.pop(0)
            edge, group = match.end(), known[match[0].casefold()]
            own[catalogue.text("groups", group, "dimension")] = group
        if last >= 0 and (own or not _is_of_another(sentence, expressions[last].first, start)):
            yield last, tuple(group for group in {**current, **own}.values() if group)
        if number is None:
            return
        ends = [match.end() for match in _CLAUSE.finditer(sentence, start, stop)]
        current = {} if ends or own else current
        named: dict[str, set[str]] = {}
        for match in matches:
            if match.start() >= max(ends, default=start):
                group = known[match[0].casefold()]
                named.setdefault(catalogue.text("groups", group, "dimension"), set()).add(group)
        for dimension, groups in named.items():
            lowest = [one for one in groups if groups <= {one, *catalogue.wholes("groups", one)}]
            current[dimension] = lowest[0] if lowest else ""
        start, last, own = number.whole_end, place, {}


def _is_of_another(sentence: str, first: int, end: int) -> bool:
    """Whether the words behind a number, given by where it stands, say of whom it is, and no group before it does."""
    return bool(_OF_ANOTHER.match(sentence, end)) and not _PART_OF_IT.search(sentence, 0, first)
