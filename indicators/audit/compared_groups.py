"""Compares the groups of each observation with those that the text names at its number."""

import re
from collections.abc import Mapping

from indicators.audit.claims import AuditedText
from indicators.audit.stated_groups import known_groups, stated_groups
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation


def report_groups(audited: AuditedText) -> None:
    """Reports each observation without the group that the text names, or with another of its dimension.

    One that lists groups as inferred may differ, and one whose indicator has the name in its title is of that group.
    """
    names = known_groups(audited.catalogue)
    stated = stated_groups(audited)
    for observation, claim in audited.printed:
        groups = () if "groups" in observation.inferred else stated.get(claim.place, ())
        sentence = audited.passages[claim.passage].text.casefold() if groups else ""
        wrong = [group for group in groups if _is_missing(audited.catalogue, names, observation, group, sentence)]
        if not wrong:
            continue
        found, named = ";".join(observation.groups) or "none", " and ".join(wrong)
        message = f"groups: found {found}; expected {named}, which its sentence names, or groups among inferred"
        audited.report_misquoted(claim, observation.id, message)


def _is_missing(
    catalogue: Catalogue, names: Mapping[str, str], observation: Observation, group: str, sentence: str
) -> bool:
    """Whether an observation has neither this group nor one named beside it that is a part or the whole of it."""
    line = (group, *catalogue.wholes("groups", group))
    if group in observation.groups or any(
        (own in line or group in catalogue.wholes("groups", own)) and _is_named(sentence, names, (own,))
        for own in observation.groups
    ):
        return False
    title = catalogue.text("indicators", observation.indicator, "title").casefold()
    return not _is_named(title, names, line)


def _is_named(text: str, names: Mapping[str, str], groups: tuple[str, ...]) -> bool:
    """Whether a text in small letters has a name of one of these groups as whole words: *men*, not *unemployment*."""
    words = (name for name, group in names.items() if group in groups)
    return any(re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text) for name in words)
