"""Names of persons and bodies as a bibliography needs them, from the agents of a catalogue.

Nothing is guessed from spelling: a name is taken apart only where the catalogue gives its parts.
"""

from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.catalogue.schema import Descriptor

PERSON, BODY = "person", "body"
"""Kinds of agents; a name of which the catalogue does not say so has none."""


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
    """The contributors of a catalogue: a person where one is declared with a given or family name, a body where it is
    declared as an organization of the same name."""
    names = []
    for one in descriptor.declared.get("contributors", ()):
        title, given, family = (str(one.get(key) or "") for key in ("title", "givenName", "familyName"))
        if family:
            names.append(Name(family=family, given=given, whole=title, is_person=True, kind=PERSON))
        elif title:
            names.append(Name(family=title, kind=BODY if one.get("organization") == title else ""))
    return tuple(names)


def source_name(catalogue: Catalogue, source: str) -> Name:
    """The name of a source: that of its agent, else the name of the source as it stands."""
    agent = catalogue.text("sources", source, "agent")
    return agent_name(catalogue, agent) if agent else Name(family=catalogue.text("sources", source, "name"))


def is_unnamed_reports(catalogue: Catalogue, source: str) -> bool:
    """Whether the source is unnamed reports: its words stand for nobody in particular, so it is no one issuer."""
    row = catalogue.sources.loc[source]
    return bool(row["collective"]) or (row["kind"] == "not_stated" and not row["named"])


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
    authors = catalogue.items(catalogue.text("documents", document, "authors") or None, "documents", "authors")
    return "; ".join(catalogue.text("agents", agent, "name") for agent in authors)
