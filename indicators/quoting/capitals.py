"""Whether a capital letter may mark a name: not in a sentence that is all capitals."""

from bisect import bisect_right

from indicators.quoting.passage import Passage


def is_capital(passage: Passage, at: int) -> bool:
    """Whether a word starts with a capital, in a sentence that has small letters too."""
    words = passage.words
    if not words[at].text[0].isupper():
        return False
    first, last = passage.sentences[bisect_right(passage.sentences, (at, len(words))) - 1]
    return any(word.text[0].isalpha() and not word.text.isupper() for word in words[first:last])
