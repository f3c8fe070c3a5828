"""Whether a sentence names another source than that which its document states for all its figures."""

import re
from collections.abc import Iterable

from indicators.catalogue.model import Catalogue

_ACCORDING = re.compile(r"\baccording to (?:the |its |their )?", re.IGNORECASE)
_ITS_OWN = re.compile(
    r"(?:[a-z]+ )?(?:survey|data|figures?|estimates?|results?|report|releases?|statistics|definition|method)\b",
    re.IGNORECASE,
)
"""What a document names as its own: *according to the survey*."""


class NamedSources:
    """The names of the sources of a catalogue: those of the source of a document, and all others."""

    def __init__(self, catalogue: Catalogue, document: str) -> None:
        own = catalogue.text("documents", document, "source")
        names: dict[str, list[str]] = {}
        for source, name, short_name, synonyms in catalogue.sources[["name", "short_name", "synonyms"]].itertuples():
            names[source] = [name, short_name, *catalogue.items(synonyms, "sources", "synonyms")]
        self._own = _pattern(names.pop(own, []))
        self._others = _pattern(name for others in names.values() for name in others)

    def names_other(self, sentence: str) -> bool:
        """Whether a sentence names one of the other sources, or says *according to* of somebody else."""
        if self._others and self._others.search(sentence):
            return True
        ends = [match.end() for match in _ACCORDING.finditer(sentence)]
        return any(
            not (_ITS_OWN.match(sentence, end) or (self._own and self._own.match(sentence, end))) for end in ends
        )


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these names without its article, as whole words; None where there are none."""
    bare = sorted({re.sub(r"^the ", "", name, flags=re.IGNORECASE) for name in names if name}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, bare))})(?![\w-])", re.IGNORECASE) if bare else None
