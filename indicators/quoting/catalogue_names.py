"""Names of sources and of people in a catalogue, in the forms that a draft may use."""

import re
from collections.abc import Iterable, Iterator

from indicators.catalogue.model import Catalogue
from indicators.text.lexicon import countries, words_of

_BODY = r"office|ministry|department|bureau|agency|institute|service|council|board|authority|commission|committee"
_SHORT = (
    rf"{_BODY}|trust|union|association|society|federation|foundation|centre|center|fund|bank|observatory|organisation|"
    r"organization|secretariat|directorate|alliance|university"
)
"""Bodies that are named by this word alone behind *the*."""
_BODY_BEHIND = re.compile(rf"((?:[\w-]+ ){{1,3}})({_BODY})", re.IGNORECASE)
_BODY_BEFORE = re.compile(rf"({_BODY}) (?:of|for) (?:the )?([\w-]+(?: and [\w-]+)?)", re.IGNORECASE)


def texts_of(catalogue: Catalogue, table: str, identity: str, columns: Iterable[str]) -> tuple[str, ...]:
    """The texts of a row in these columns, its synonyms one by one."""
    found: list[str] = []
    for column in columns:
        text = catalogue.text(table, identity, column)
        found += catalogue.items(text or None, table, column) if column == "synonyms" else filter(None, (text,))
    return tuple(found)


def full_names(catalogue: Catalogue, source: str) -> frozenset[str]:
    """The names of a source and of its agent, and the synonyms that are no country and no people."""
    names = [catalogue.text("sources", source, name) for name in ("name", "short_name")]
    if agent := catalogue.text("sources", source, "agent"):
        names += [catalogue.text("agents", agent, name) for name in ("name", "family")]
    own = catalogue.items(catalogue.text("sources", source, "synonyms") or None, "sources", "synonyms")
    general = {name.lower() for country, listed in countries().items() for name in (country, *listed)}
    names += [name for name in own if name.lower() not in general]
    return frozenset(
        " ".join(word.low for word in words_of(form)) for name in names if name for form in _name_forms(name)
    )


def short_names(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """*the Commission* and *The Commission*, for each source that is the only one with its sort of body."""
    bodies: dict[str, list[str]] = {}
    for source in map(str, catalogue.sources.index):
        for word in words_of(catalogue.text("sources", source, "name")):
            if word.text[0].isupper() and re.fullmatch(_SHORT, word.low):
                bodies.setdefault(word.text, []).append(source)
    return {sources[0]: (f"the {body}", f"The {body}") for body, sources in bodies.items() if len(sources) == 1}


def _name_forms(name: str) -> Iterator[str]:
    """A name as it stands, without the part behind its first comma, without its possessor, and turned.

    *Statistics Office* is the *Office of Statistics*, and the *Ministry of Defence* the *Defence Ministry*.
    """
    yield name
    if behind := _BODY_BEHIND.fullmatch(name):
        yield f"{behind[2]} of {behind[1].rstrip()}"
    if before := _BODY_BEFORE.fullmatch(name):
        yield f"{before[2]} {before[1]}"
    if "," in name:
        yield name.partition(",")[0]
    if "'s " in name:
        yield name.partition("'s ")[2]


def proper_names(text: str) -> Iterator[str]:
    """The runs of capitalised words in a title, but for its first word if that is an ordinary one."""
    words = text.split()
    run: list[str] = []
    for place, word in enumerate([*words, ""]):
        if word[:1].isupper() and (place or len(words) == 1 or words[1][:1].isupper()):
            run.append(word.strip(",;"))
        else:
            if run:
                yield re.sub(r"['’]s$", "", " ".join(run))
            run = []
