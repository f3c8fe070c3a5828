"""How the groups of two figures lie to each other: whether they can have a member in common."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue

Groups = frozenset[str]
"""Groups that a figure is about: several of one dimension are taken together; none is the whole population."""


class Overlap(StrEnum):
    """How the members of one figure's groups lie to those of another's."""

    SAME = "same"
    APART = "apart"
    INSIDE = "inside"
    AROUND = "around"
    ALTERNATIVE = "alternative"
    UNKNOWN = "unknown"


def overlap(catalogue: Catalogue, a: Groups, b: Groups) -> Overlap:
    """SAME; APART, if they share no member; INSIDE or AROUND, if one is a part of the other; else UNKNOWN.

    ALTERNATIVE, if they are of two scenarios, or of one and of what was observed: whatever the other groups are.
    """
    if alternatives(catalogue, a) != alternatives(catalogue, b):
        return Overlap.ALTERNATIVE
    first, second = _by_dimension(catalogue, a), _by_dimension(catalogue, b)
    found = {
        _in_dimension(catalogue, dimension, first.get(dimension, frozenset()), second.get(dimension, frozenset()))
        for dimension in first.keys() | second.keys()
    } - {Overlap.SAME}
    if Overlap.APART in found:
        return Overlap.APART
    if not found:
        return Overlap.SAME
    return found.pop() if len(found) == 1 else Overlap.UNKNOWN


def alternatives(catalogue: Catalogue, groups: Groups) -> Groups:
    """Those of these groups that are alternatives, such as scenarios: of each dimension one at most comes about."""
    return groups & _alternatives(catalogue)


def titles_of(catalogue: Catalogue, groups: Groups) -> str:
    """The titles of these groups, separated by commas; empty without one."""
    return ", ".join(catalogue.text("groups", group, "title") for group in sorted(groups))


def dimensions_of(catalogue: Catalogue, groups: Groups) -> frozenset[str]:
    """The dimensions of these groups."""
    return frozenset(_by_dimension(catalogue, groups))


def together(catalogue: Catalogue, a: Groups, b: Groups) -> Groups:
    """The groups of both taken together; those that make up a group or the whole stand as that group, or as none."""
    found = set(a | b)
    while True:
        for parent, children in _families(catalogue, found):
            if children <= found:
                found = (found - children) | ({parent} if parent else set())
                break
        else:
            return frozenset(found)


@kept()
def _alternatives(catalogue: Catalogue) -> Groups:
    """All groups of dimensions whose groups are alternatives."""
    dimensions = catalogue.dimensions.index[catalogue.dimensions["alternatives"]]
    return frozenset(catalogue.groups.index[catalogue.groups["dimension"].isin(dimensions)])


def _by_dimension(catalogue: Catalogue, groups: Groups) -> Mapping[str, Groups]:
    found: dict[str, set[str]] = {}
    for group in groups:
        found.setdefault(catalogue.text("groups", group, "dimension"), set()).add(group)
    return {dimension: frozenset(names) for dimension, names in found.items()}


def _in_dimension(catalogue: Catalogue, dimension: str, a: Groups, b: Groups) -> Overlap:
    """How they lie to each other in one dimension; no group is the whole of it."""
    if a == b:
        return Overlap.SAME
    if not (a and b):
        return Overlap.INSIDE if a else Overlap.AROUND
    chains = {group: (group, *catalogue.wholes("groups", group)) for group in a | b}
    if all(any(whole in chains[part] for whole in b) for part in a):
        return Overlap.INSIDE
    if all(any(whole in chains[part] for whole in a) for part in b):
        return Overlap.AROUND
    apart = all(_apart(catalogue, dimension, chains[first], chains[other]) for first in a for other in b)
    return Overlap.APART if apart else Overlap.UNKNOWN


def _apart(catalogue: Catalogue, dimension: str, chain: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two groups share no member: they descend from two parts of a whole that its parts make up."""
    shared = [group for group in chain if group in other]
    if shared and shared[0] in (chain[0], other[0]):
        return False
    return _is_exhaustive(catalogue, dimension, shared[0] if shared else "")


def _is_exhaustive(catalogue: Catalogue, dimension: str, parent: str) -> bool:
    """Whether the parts of a group, or the groups of a dimension that are part of no other, make up the whole."""
    table, key = (catalogue.groups, parent) if parent else (catalogue.dimensions, dimension)
    return bool(table.at[key, "exhaustive"])


def _families(catalogue: Catalogue, groups: Collection[str]) -> Iterator[tuple[str, set[str]]]:
    """The wholes that are made up of parts among which these groups are, empty for a dimension, with these parts."""
    table = catalogue.groups
    for group in groups:
        dimension, parent = (catalogue.text("groups", group, column) for column in ("dimension", "part_of"))
        if _is_exhaustive(catalogue, dimension, parent):
            siblings = table["part_of"] == parent if parent else table["part_of"].isna()
            yield parent, set(table.index[siblings & (table["dimension"] == dimension)])
