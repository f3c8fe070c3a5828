"""Words whose first letter is a capital, as where a sentence begins, or small, as within a sentence."""


def with_capital(words: str) -> str:
    """The words with a capital first letter; all others stay as they are."""
    return words[:1].upper() + words[1:]


def with_small(words: str) -> str:
    """The words with a small first letter; all others stay as they are."""
    return words[:1].lower() + words[1:]
