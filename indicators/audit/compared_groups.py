"""Compares the groups of each observation with those that the text names at its number."""

from collections.abc import Iterator, Mapping

from indicators.audit.claims import AuditedText
from indicators.audit.stated_groups import known_groups, stated_groups
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation


def report_groups(audited: AuditedText) -> None:
    """Reports each observation without the group that the text names, or with another of its dimension.

    One that lists groups as inferred may differ, and one whose indicator has the name in its title is of that group.
    """
    stated = stated_groups(audited)
    for observation, claim in audited.printed:
        groups = () if "groups" in observation.inferred else stated.get(claim.place, ())
        sentence = audited.passages[claim.passage].text.casefold() if groups else ""
        wrong = [group for group in groups if _is_missing(audited.catalogue, observation, group, sentence)]
        if not wrong:
            continue
        found, named = ";".join(observation.groups) or "none", " and ".join(wrong)
        message = f"groups: found {found}; expected {named}, which its sentence names, or groups among inferred"
        audited.report_misquoted(claim, observation.id, message)


def _is_missing(catalogue: Catalogue, observation: Observation, group: str, sentence: str) -> bool:
    """Whether an observation has neither this group nor one named beside it that is a part or the whole of it."""
    line = (group, *catalogue.wholes("groups", group))
    if group in observation.groups or any(
        (own in line or group in catalogue.wholes("groups", own))
        and any(words in sentence for words in _words_of(catalogue, (own,)))
        for own in observation.groups
    ):
        return False
    title = catalogue.text("indicators", observation.indicator, "title").casefold()
    return not any(words in title for words in _words_of(catalogue, line))


def _words_of(catalogue: Catalogue, groups: tuple[str, ...]) -> Iterator[str]:
    """The titles and synonyms of these groups in small letters."""
    names: Mapping[str, str] = known_groups(catalogue)
    return (words for words, group in names.items() if group in groups)
