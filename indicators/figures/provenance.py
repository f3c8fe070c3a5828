"""The provenance of a figure: who counted, who claims it, who relayed it, and who published it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.agents import is_unnamed_reports, marked_if_unnamed, within_sentence
from indicators.figures.names import source_names
from indicators.measure.period import NOT_STATED
from indicators.text.first_letter import with_capital

COUNTED, CLAIMS, RELAYED, PUBLISHED = "counted", "claims", "relayed", "published"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, kw_only=True)
class ProvenanceStep:
    """A source or publisher on the way of a figure to its reader.

    ``roles`` are some of COUNTED, CLAIMS, RELAYED and PUBLISHED; ``party`` says whether it is a party to the conflict,
    ``known`` whether the document states who it is.
    """

    name: str
    roles: tuple[str, ...]
    party: bool = False
    known: bool = True


def is_party(catalogue: Catalogue, source: str) -> bool:
    """Whether the source is a party to the conflict, or a body of one."""
    return source in _parties(catalogue)


@kept()
def _parties(catalogue: Catalogue) -> frozenset[object]:
    """The ids of the parties to the conflict and of their bodies."""
    return frozenset(catalogue.sources.index[catalogue.sources["party"].to_numpy(bool)])


def basis(catalogue: Catalogue, claims: Iterable[tuple[str, str]]) -> str:
    """Whose counting claims rest on, and who claims it: *A (a party to the conflict), as claimed by B; C*.

    Each claim is a source and its root; an empty root says that it is not stated who counted.
    """
    claimants, unstated = _claimants(catalogue, claims)
    known = _known_roots(catalogue, claimants)
    if unstated:
        elsewhere = {source for sources in claimants.values() for source in sources}
        names = " and ".join(
            _counter(catalogue, source) + (" for other figures" if source in elsewhere else "") for source in unstated
        )
        known.append(f"{names} (who counted is not stated)")
    return "; ".join(known)


def who_counted(catalogue: Catalogue, claims: Iterable[tuple[str, str]]) -> str:
    """Who counted what is claimed: *A (a party to the conflict), as claimed by B; not stated for claims of C*.

    Each claim is a source and its root; an empty root says that it is not stated who counted.
    """
    claimants, unstated = _claimants(catalogue, claims)
    elsewhere = {source for sources in claimants.values() for source in sources}
    clauses = []
    for what, sources in (
        ("for claims of", [source for source in unstated if source not in elsewhere]),
        ("for other claims of", [source for source in unstated if source in elsewhere]),
    ):
        if sources:
            names = " and ".join(_counter(catalogue, source) for source in sources)
            clauses.append(f"{what} {names}")
    unknown = [f"{NOT_STATED} {' and '.join(clauses)}"] if clauses else []
    return "; ".join([*_known_roots(catalogue, claimants), *unknown])


def _claimants(
    catalogue: Catalogue, claims: Iterable[tuple[str, str]]
) -> tuple[dict[str, dict[str, None]], dict[str, None]]:
    """For each root the sources that claim what it counted, then the sources for which no root is stated."""
    claimants: dict[str, dict[str, None]] = {}
    unstated: dict[str, None] = {}
    for source, root in claims:
        if root and not is_unnamed_reports(catalogue, root):
            claimants.setdefault(root, {})[source] = None
        else:
            unstated[source] = None
    return claimants, unstated


def _known_roots(catalogue: Catalogue, claimants: Mapping[str, Iterable[str]]) -> list[str]:
    """Each root with the sources that claim what it counted, itself left out."""
    known = []
    for root, sources in claimants.items():
        others = [_counter(catalogue, source) for source in sources if source != root]
        known.append(_counter(catalogue, root) + (f", as claimed by {' and '.join(others)}" if others else ""))
    return known


def with_party(catalogue: Catalogue, source: str, name: str) -> str:
    """The name of a source, marked where it is a party: *the Government of A (a party to the conflict)*."""
    return f"{name} (a party to the conflict)" if is_party(catalogue, source) else name


def _counter(catalogue: Catalogue, source: str) -> str:
    """Who counted, as it stands within a sentence, marked where nobody is named and where it is a party."""
    name = within_sentence(catalogue.text("sources", source, "name"))
    marked = marked_if_unnamed(catalogue, source, name)
    if marked != name and is_party(catalogue, source):
        return f"{name} (unnamed, a party to the conflict)"
    return with_party(catalogue, source, marked)


def root_name(catalogue: Catalogue, observation: Observation) -> str:
    """The name of the source that counted, marked if nobody is named, or *not stated*."""
    return _marked_name(catalogue, observation.root) if observation.root else NOT_STATED


def via_names(catalogue: Catalogue, observation: Observation) -> tuple[str, ...]:
    """The names of the sources that relayed the figure, in order, marked where nobody is named."""
    return tuple(_marked_name(catalogue, source) for source in observation.via)


def _marked_name(catalogue: Catalogue, source: str) -> str:
    return marked_if_unnamed(catalogue, source, source_names(catalogue)[source])


def steps(catalogue: Catalogue, observation: Observation) -> tuple[ProvenanceStep, ...]:
    """The steps of one figure in order: who counted, who claims and relays it, who published it.

    The source that claims the figure stands where ``via`` names it, otherwise after all of ``via``.
    """
    root, source = observation.root, observation.source
    order = dict.fromkeys([*([root] if root else []), *observation.via, source])
    unknown = [] if root else [ProvenanceStep(name=NOT_STATED, roles=(COUNTED,), known=False)]
    known = [
        ProvenanceStep(
            name=_marked_name(catalogue, source_id),
            roles=_roles(source_id, root, source),
            party=is_party(catalogue, source_id),
        )
        for source_id in order
    ]
    publisher = catalogue.text("documents", observation.document, "publisher")
    # A domain alone may read as a word about the figure.
    name = f"The site {publisher}" if _DOMAIN.fullmatch(publisher) else publisher
    return (*unknown, *known, ProvenanceStep(name=name, roles=(PUBLISHED,)))


def _roles(source_id: str, root: str | None, source: str) -> tuple[str, ...]:
    roles = [COUNTED] if source_id == root else []
    roles += [CLAIMS] if source_id == source else []
    return tuple(roles) or (RELAYED,)


def sentence(chain: Iterable[ProvenanceStep]) -> str:
    """The steps in a sentence: *Counted by A, a party to the conflict; claimed by B; published by C.*"""
    verbs = {COUNTED: "counted", CLAIMS: "claimed", RELAYED: "relayed", PUBLISHED: "published"}
    clauses = []
    for step in chain:
        actions = " and ".join(verbs[role] for role in step.roles)
        if not step.known:
            clauses.append("whose counting it is, is not stated")
        else:
            clauses.append(
                f"{actions} by {within_sentence(step.name)}{', a party to the conflict' if step.party else ''}"
            )
    return f"{with_capital('; '.join(clauses))}."


def root_is_party(chain: Iterable[ProvenanceStep]) -> bool:
    """Whether the source that counted is a party to the conflict."""
    return any(step.party for step in chain if COUNTED in step.roles)
