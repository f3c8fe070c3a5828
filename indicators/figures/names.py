"""Names of sources, indicators, topics, documents and statuses, by id: no two ids of a table have the same name.

Names in a catalogue may repeat. What readers choose by a name, and figures beside each other, need names that differ.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from indicators.catalogue.kept import kept
from indicators.catalogue.model import Catalogue
from indicators.catalogue.observation import Observation
from indicators.figures.agents import author_names
from indicators.figures.citation import document_title
from indicators.figures.facets import known_ids
from indicators.measure import period
from indicators.text.first_letter import with_small

_SEPARATOR = ", "


def distinct_names(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A distinct name for each id: the first of its words, and further words where two would read alike.

    The words at one position say the same of every id, such as the country of a source; an id may have fewer words. A
    repeated name takes the words of each position at which the ids of that name differ, until they are told apart, and
    in the end the id.
    """
    names = {identity: given[0] for identity, given in words.items()}
    for position in range(1, max(map(len, words.values()), default=0)):
        for alike in _groups_alike(names):
            further = {identity: "".join(words[identity][position : position + 1]) for identity in alike}
            if len(set(map(_as_read, further.values()))) > 1:
                names |= {
                    identity: _SEPARATOR.join(filter(None, (names[identity], further[identity]))) for identity in alike
                }
    while repeated := [identity for alike in _groups_alike(names) for identity in alike]:
        names |= {identity: f"{names[identity]}{_SEPARATOR}id {identity}" for identity in repeated}
    return names


def facet_names(catalogue: Catalogue, facet: str) -> Mapping[str, str]:
    """The name of each id of one of FACETS."""
    return {
        "source": source_names,
        "topic": topic_titles,
        "status": _status_words,
        "document": document_titles,
        "dimension": _dimension_titles,
        "group": _group_titles,
        "period": _period_words,
    }[facet](catalogue)


@kept()
def source_names(catalogue: Catalogue) -> Mapping[str, str]:
    """The name of each source in full."""
    return _source_names(catalogue, "name")


@kept()
def short_source_names(catalogue: Catalogue) -> Mapping[str, str]:
    """The short name of each source."""
    return _source_names(catalogue, "short_name")


@kept()
def indicator_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """The title of each indicator."""
    cells = partial(catalogue.text, "indicators")
    return distinct_names(
        {
            indicator: (
                cells(indicator, "title"),
                catalogue.text("populations", cells(indicator, "population"), "title"),
                catalogue.text("kinds", cells(indicator, "kind"), "title"),
                catalogue.word("indicators", "statistic", cells(indicator, "statistic")),
                catalogue.text("topics", cells(indicator, "topic"), "title"),
            )
            for indicator in map(str, catalogue.indicators.index)
        }
    )


@kept()
def topic_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """The title of each topic."""
    return distinct_names({str(topic): (title,) for topic, title in catalogue.topics["title"].items()})


def population_within_sentence(catalogue: Catalogue, title: str) -> str:
    """The title of a population as it stands within a sentence: *nurses of the hospitals of Northvale*.

    Its first word is small where the catalogue has it in small letters elsewhere, and no other name follows it.
    """
    first, _, rest = title.partition(" ")
    common = first.lower() in _small_words(catalogue) and not rest[:1].isupper()
    return f"{first.lower()} {rest}".strip() if common else title


def title_within_sentence(catalogue: Catalogue, title: str) -> str:
    """The title of an indicator or a group as it stands within a sentence: *unemployment rate*, *Chilean exports*.

    Its first word keeps its capital where the catalogue has it so within a sentence, or it is no ordinary word.
    """
    first, _, rest = title.partition(" ")
    lowered = with_small(first)
    if not lowered.replace("-", "").isalpha():
        return title
    is_small = lowered in _small_words(catalogue)
    if not rest[:1].isupper():
        is_small = is_small or first not in _names_within_sentences(catalogue)
    return f"{lowered} {rest}".strip() if lowered.islower() and is_small else title


def place_words(observation: Observation) -> str:
    """From where, through where and to where: *from Northvale to Southland*; or *not stated*."""
    at_rest = "to" if observation.place_from or observation.place_through else "to or in"
    parts = (("from", observation.place_from), ("through", observation.place_through), (at_rest, observation.place_to))
    return " ".join(f"{word} {place}" for word, place in parts if place) or period.NOT_STATED


@kept()
def _small_words(catalogue: Catalogue) -> frozenset[str]:
    """The words that titles, definitions and caveats have in small letters."""
    texts = _sentences_and_titles(catalogue)
    return frozenset(word for text in texts for word in re.findall(r"\w+", text) if word.islower())


@kept()
def _names_within_sentences(catalogue: Catalogue) -> frozenset[str]:
    """The words that stand with a capital behind another word: in titles, definitions, caveats and names of sources."""
    texts = (*_sentences_and_titles(catalogue), *catalogue.sources["name"])
    names = {word for text in texts for word in re.findall(r"(?<=[\w,] )[A-Z]\w*", text)}
    return frozenset(names.union(*(country.split() for country in catalogue.sources["country"].dropna())))


def _sentences_and_titles(catalogue: Catalogue) -> Iterator[str]:
    """Each definition and caveat, and each title of an indicator, a kind and a population."""
    titled = (catalogue.indicators, catalogue.kinds, catalogue.populations)
    for column in (catalogue.indicators["definition"], catalogue.caveats["text"], *(each["title"] for each in titled)):
        yield from column.dropna()


@kept()
def document_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """The title of each document; of one without a title, its address."""

    def published(document: str) -> str:
        date = catalogue.text("documents", document, "published")
        return period.words(date) if date else ""

    return distinct_names(
        {
            document: (
                document_title(catalogue, document),
                catalogue.text("documents", document, "publisher"),
                published(document),
                author_names(catalogue, document),
            )
            for document in map(str, catalogue.documents.index)
        }
    )


@kept()
def _status_words(catalogue: Catalogue) -> Mapping[str, str]:
    statuses = catalogue.descriptor.tables["observations"].field("status").enum
    return distinct_names({status: (catalogue.word("observations", "status", status), status) for status in statuses})


@kept()
def _dimension_titles(catalogue: Catalogue) -> Mapping[str, str]:
    return distinct_names({str(dimension): (title,) for dimension, title in catalogue.dimensions["title"].items()})


@kept()
def _group_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """The title of each group, where two are alike with that of its whole and of its dimension."""
    cells = partial(catalogue.text, "groups")
    return distinct_names(
        {
            group: (
                cells(group, "title"),
                cells(cells(group, "part_of"), "title"),
                catalogue.text("dimensions", cells(group, "dimension"), "title"),
            )
            for group in map(str, catalogue.groups.index)
        }
    )


@kept()
def _period_words(catalogue: Catalogue) -> Mapping[str, str]:
    return distinct_names({text: (period.words(text),) for text in known_ids(catalogue, "period")})


def _source_names(catalogue: Catalogue, column: str) -> Mapping[str, str]:
    return distinct_names(
        {
            source: (
                catalogue.text("sources", source, column),
                catalogue.text("sources", source, "country"),
                catalogue.text("sources", source, "name") if column != "name" else "",
                catalogue.word("sources", "kind", catalogue.text("sources", source, "kind")),
            )
            for source in map(str, catalogue.sources.index)
        }
    )


def _groups_alike(names: Mapping[str, str]) -> Iterable[list[str]]:
    """The ids of each name that more than one id has."""
    read = {identity: _as_read(name) for identity, name in names.items()}
    counts = Counter(read.values())
    if len(counts) == len(read):
        return ()
    groups: dict[str, list[str]] = {}
    for identity, name in read.items():
        if counts[name] > 1:
            groups.setdefault(name, []).append(identity)
    return groups.values()


def _as_read(name: str) -> str:
    """The name as a reader sees it: without signs that have no width, spaces in a row as one."""
    if name.isascii():  # has no such signs
        return " ".join(name.split())
    visible = "".join(letter for letter in unicodedata.normalize("NFC", name) if unicodedata.category(letter) != "Cf")
    return " ".join(visible.split())
