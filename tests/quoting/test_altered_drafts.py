"""Labelled drafts, with one thing of them changed: what is owed is found, what is not owed changes nothing."""

from collections.abc import Iterator

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import Finding
from tests.support.effort import part
from tools.drafts import DRAFTS, ROOT, catalogue_in, drafts_in

FILES = [("examples/jobs", "jobs-eleventh.json"), ("examples/infections", "infections-eleventh.json")]


def _whole(folder: str, file: str) -> Iterator[tuple[str, str]]:
    """The texts of some drafts, each with the words of a number that quotes a figure whole."""
    for draft in part(drafts_in(DRAFTS / file), 12):
        for label in draft["numbers"]:
            is_whole = label["verdict"] == "whole" and label["certain"]
            if is_whole and _found(folder, draft["text"], label["words"]).verdict == "whole":
                yield draft["text"], label["words"]


def _found(folder: str, text: str, words: str) -> Finding:
    """What is found of a number of a text."""
    start = text.index(words)
    found = check(catalogue_in(ROOT / folder), text)
    return next(one for one in found if one.start < start + len(words) and start < one.end)


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_capital_letters_change_nothing(folder: str, file: str) -> None:
    for text, words in _whole(folder, file):
        found, told = _found(folder, text, words), _found(folder, text.upper(), words.upper())
        assert (told.verdict, told.figure) == (found.verdict, found.figure), text
