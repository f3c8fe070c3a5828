"""The words that a draft may use for an indicator: from its title, its definition and its synonyms."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.catalogue.model import Catalogue
from indicators.quoting.catalogue_names import texts_of
from indicators.text.lexicon import Mention, Word, concept, words_of
from indicators.text.vocabulary import FUNCTION_WORDS

_SENTENCE = re.compile(r"(?<=[.;])\s+")
_DENIES = re.compile(r"\b(?:not|no|nor|never|without|other than|whether)\b", re.IGNORECASE)
_GENERAL = frozenset(
    "said say number figure total time which whose their that from with count amount given state part "
    "month year day week unit value mean sort percent percentage share".split()
)


@dataclass(frozen=True, kw_only=True)
class IndicatorWords:
    """The words of an indicator: its title, all that it says it is, and the synonyms of its kind."""

    title: tuple[str, ...]
    stated: tuple[str, ...]
    all: tuple[str, ...]
    kind_synonyms: tuple[str, ...]


def indicator_words(catalogue: Catalogue, indicator: str) -> IndicatorWords:
    """The words of an indicator."""
    row = catalogue.indicators.loc[indicator]
    title = (str(row["title"]),)
    kind = str(row["kind"])
    synonyms = catalogue.items(row["synonyms"], "indicators", "synonyms")
    kinds = texts_of(catalogue, "kinds", kind, ("title", "synonyms"))
    if changed := catalogue.text("indicators", indicator, "change_of"):
        synonyms = (*synonyms, *catalogue.items(catalogue.indicators.at[changed, "synonyms"], "indicators", "synonyms"))
    definition = tuple(stated_sentences(catalogue.text("indicators", indicator, "definition")))
    return IndicatorWords(
        title=title, stated=definition, all=(*title, *definition, *synonyms, *kinds), kind_synonyms=kinds[1:]
    )


def stated_sentences(text: str) -> list[str]:
    """The sentences of a definition without those that say *not*."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence and not _DENIES.search(sentence)]


def stems_of(texts: Iterable[str]) -> set[str]:
    """The stems of the words in these texts that may tell one figure from another."""
    return {
        concept(word.low)
        for text in texts
        for word in words_of(text)
        if word.text[0].isalpha() and len(word.low) > 2 and word.low not in FUNCTION_WORDS
    } - _GENERAL


def is_denied(words: list[Word], mention: Mention) -> bool:
    """Whether *not* or *no* stands before a mention."""
    return any(word.low in ("not", "no", "never", "nor") for word in words[max(mention.first - 4, 0) : mention.first])
