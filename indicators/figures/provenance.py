"""The way of a figure from whoever counted to where it is read, step by step."""

from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.measure.period import NOT_STATED

COUNTED, CLAIMS, RELAYED, PUBLISHED = "counted", "claims", "relayed", "published"


@dataclass(frozen=True, kw_only=True)
class Step:
    """Who did what: some of *counted*, *claims*, *relayed*, *published*; ``party`` to the conflict or not."""

    name: str
    did: tuple[str, ...]
    party: bool = False


def steps(catalogue: Catalogue, observation: Observation) -> tuple[Step, ...]:
    """The steps of one figure, in order: who counted, who claims and relays, who published.

    The source stands where ``via`` names it, otherwise after all of ``via``.
    """
    root, source = observation.root, observation.source
    order = dict.fromkeys([*([root] if root else []), *observation.via, source])
    found = [] if root else [Step(name=NOT_STATED, did=(COUNTED,))]
    for one in order:
        did = [COUNTED] if one == root else []
        did += [CLAIMS] if one == source else []
        found.append(
            Step(
                name=catalogue.text("sources", one, "name"),
                did=tuple(did) or (RELAYED,),
                party=bool(catalogue.sources.at[one, "party"]),
            )
        )
    return (*found, Step(name=catalogue.text("documents", observation.document, "publisher"), did=(PUBLISHED,)))


def sentence(chain: tuple[Step, ...]) -> str:
    """The chain in a sentence: *Counted by A, a party to the conflict; claimed by B; published by C.*"""
    verbs = {COUNTED: "counted", CLAIMS: "claimed", RELAYED: "relayed", PUBLISHED: "published"}
    said = []
    for step in chain:
        did = " and ".join(verbs[each] for each in step.did)
        if step.name == NOT_STATED:
            said.append("whose counting it is, is not stated")
        else:
            said.append(f"{did} by {step.name}{', a party to the conflict' if step.party else ''}")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def root_is_party(chain: tuple[Step, ...]) -> bool:
    """Whether whoever counted is a party to the conflict."""
    return any(step.party for step in chain if COUNTED in step.did)
