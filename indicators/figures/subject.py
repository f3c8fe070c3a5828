"""What a catalogue is about, in words: its document, by the noun that its own author has."""

from indicators.catalogue.kept import kept
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.figures.agents import AUTHOR, within_sentence
from indicators.text.counted import number_of

DOCUMENT = "document"
"""What a document is called whose catalogue does not say what it is."""


@kept()
def subject_noun(catalogue: Catalogue) -> str:
    """What the catalogue calls its document: *article* where a source is *The author of the article*."""
    sources = catalogue.sources
    for name in sources.loc[sources["kind"] == AUTHOR, "name"]:
        _, _, noun = within_sentence(name).partition(" of the ")
        if noun.isalpha():
            return noun
    return DOCUMENT


def subject_with_title(catalogue: Catalogue) -> str:
    """The document with its title: *the article “Grain in Transit”*; of several their number: *the 3 documents*."""
    documents, noun = catalogue.documents, subject_noun(catalogue)
    titles = [title for title in documents.loc[documents["role"] == SUBJECT, "title"] if isinstance(title, str)]
    if len(titles) != 1:
        return f"the {number_of(len(titles), noun)}"
    return f"the {noun} “{titles[0]}”"
