"""Names of persons and bodies as a bibliography needs them, from the agents of a catalogue.

Nothing is guessed from spelling: a name is taken apart only where the catalogue gives its parts.
"""

import re
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import Descriptor
from indicators.text.first_letter import with_small

PERSON, BODY = "person", "body"
"""Kinds of agents; a name of which the catalogue does not say so has none."""

AUTHOR = "author"
"""The kind of the source that is the author of the document."""
_AUTHOR_OF = re.compile(r"(?:the )?authors? of (the .+)", re.IGNORECASE)
"""The name of an author that names the text: *The author of the article*."""
_ARTICLES = frozenset("The A An".split())
_COMMON_WORDS = frozenset(
    "Analysts Assessments Estimates Experts Internal Official Officials Reports Several Some Sources Unknown Unnamed"
    " Various Witnesses".split()
)
"""Words with which the name of a source may begin that is a description."""
_OFFICES = frozenset(
    "Administration Agency Association Authority Bank Board Bureau Center Centre Commission Committee Council"
    " Department Directorate Federation Forces Foundation Fund Government Inspectorate Institute Minister Ministry"
    " Office Organisation Organization Panel Parliament Police President Register Registry Secretariat Secretary"
    " Service Society Staff Survey Trust Union University".split()
)
"""Last words of the names of offices and bodies, which take an article within a sentence."""


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name: of a person with its parts, else the whole in ``family`` alone.

    ``particle`` stands before the family name and is not sorted by; ``suffix`` stands behind the name. ``whole`` is the
    name of a person as it is printed: some family names stand first. ``kind`` is PERSON, BODY or empty: not stated.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    whole: str = ""
    is_person: bool = False
    kind: str = ""

    @property
    def printed(self) -> str:
        """The name as it is printed."""
        return self.whole or self.family


def document_authors(catalogue: Catalogue, document: str) -> tuple[Name, ...]:
    """The authors of a document, in order; none where they are not known."""
    authors = catalogue.items(catalogue.text("documents", document, "authors") or None, "documents", "authors")
    return tuple(agent_name(catalogue, agent) for agent in authors)


def editors(descriptor: Descriptor) -> tuple[Name, ...]:
    """The contributors of a catalogue.

    One that is declared with a family name is a person, one that is its own organization a body; of others it is not
    known.
    """
    names = []
    for contributor in descriptor.declared.get("contributors", ()):
        title, given, family = (str(contributor.get(key) or "") for key in ("title", "givenName", "familyName"))
        if family:
            names.append(Name(family=family, given=given, whole=title, is_person=True, kind=PERSON))
        elif title:
            names.append(Name(family=title, kind=BODY if contributor.get("organization") == title else ""))
    return tuple(names)


def source_name(catalogue: Catalogue, source: str) -> Name:
    """The name of a source: that of its agent, else the name of the source as it stands."""
    agent = catalogue.text("sources", source, "agent")
    return agent_name(catalogue, agent) if agent else Name(family=catalogue.text("sources", source, "name"))


def is_unnamed_reports(catalogue: Catalogue, source: str) -> bool:
    """Whether the source is unnamed reports: its words stand for nobody in particular, so it is no one issuer."""
    row = catalogue.sources.loc[source]
    return bool(row["collective"]) or (row["kind"] == "not_stated" and not row["named"])


def marked_if_unnamed(catalogue: Catalogue, source: str, name: str = "") -> str:
    """This name of a source, or the one in full, marked where nobody is named: *US officials (unnamed)*.

    Unnamed reports say it already.
    """
    name = name or catalogue.text("sources", source, "name")
    says_so = catalogue.sources.at[source, "named"] or is_unnamed_reports(catalogue, source)
    return name if says_so else f"{name} (unnamed)"


def within_sentence(name: str) -> str:
    """A name as it stands within a sentence: *The author* becomes *the author*, *US officials* stays.

    A first word that is no proper name is small: an article, and a word of a description before a small one.
    """
    first, _, rest = name.partition(" ")
    common = first in _ARTICLES or (first in _COMMON_WORDS and rest[:1] == rest[:1].lower())
    return with_small(name) if common else name


def claimant_within_sentence(catalogue: Catalogue, source: str, name: str) -> str:
    """Who makes a claim, as it stands within a sentence: *unnamed US officials*; empty for the author of a document.

    ``name`` is that of the source.
    """
    return "" if is_author(catalogue, source) else speaker_within_sentence(catalogue, source, name)


def speaker_with_authors(catalogue: Catalogue, source: str, name: str, authors: str) -> str:
    """A source as the subject of a sentence: the author of a document with its ``authors`` behind.

    ``name`` is that of the source; ``authors`` are as `author_names` gives them, and empty where they are not known.
    """
    speaker = speaker_within_sentence(catalogue, source, name)
    return ", ".join(filter(None, (speaker, authors.replace("; ", " and ") if is_author(catalogue, source) else "")))


def speaker_of_clause(catalogue: Catalogue, source: str, name: str, authors: str) -> str:
    """A source as that which says something: of the author of a document the text, *the article by N. Vale*.

    ``name`` and ``authors`` are as in `speaker_with_authors`.
    """
    text = _AUTHOR_OF.fullmatch(name) if is_author(catalogue, source) else None
    if text is None:
        return speaker_with_authors(catalogue, source, name, authors)
    return f"{text[1]} by {authors.replace('; ', ' and ')}" if authors else text[1]


def is_author(catalogue: Catalogue, source: str) -> bool:
    """Whether the source is the author of the document that prints the figure."""
    return catalogue.text("sources", source, "kind") == AUTHOR


def speaker_within_sentence(catalogue: Catalogue, source: str, name: str) -> str:
    """Who says a figure, as it stands within a sentence: *the Ministry of Health*, *the author of the article*.

    ``name`` is that of the source.
    """
    if catalogue.sources.at[source, "named"] or is_unnamed_reports(catalogue, source):
        return source_within_sentence(name)
    article, bare = _article_and_name(within_sentence(name))
    return f"{'an' if article in ('a', 'an') else article} unnamed {bare}".strip()


def source_within_sentence(name: str) -> str:
    """The name of a source as it stands within a sentence, as the document has it: *the Ministry*, *US officials*."""
    return " ".join(filter(None, _article_and_name(within_sentence(name))))


def _article_and_name(name: str) -> tuple[str, str]:
    """The article of a name within a sentence, and the name without it; that of an office is *the*."""
    first, _, rest = name.partition(" ")
    if first in ("the", "a", "an") and rest:
        return first, rest
    head = name.partition(" of ")[0]
    is_office = " " in name and "'s " not in head and "," not in name and head.split()[-1] in _OFFICES
    return ("the" if is_office else ""), name


def agent_name(catalogue: Catalogue, agent: str) -> Name:
    """The name of an agent."""
    family = catalogue.text("agents", agent, "family")
    whole = catalogue.text("agents", agent, "name")
    kind = catalogue.text("agents", agent, "kind")
    if kind != PERSON or not family:
        return Name(family=whole, kind=kind)
    parts = {part: catalogue.text("agents", agent, part) for part in ("given", "particle", "suffix")}
    return Name(family=family, whole=whole, is_person=True, kind=kind, **parts)


def author_names(catalogue: Catalogue, document: str) -> str:
    """The names of the authors of a document as they are printed, with semicolons between them."""
    return "; ".join(name.printed for name in document_authors(catalogue, document))
