"""Finds control characters, which no page, file or image can show: a word processor's line break (U+000B) is one."""

import json
import re
from collections.abc import Iterable, Iterator

from indicators import markup
from indicators.errors import Problem
from indicators.text.sentences import in_quotes

EXPECTED = "only characters that a page can show"

_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def advice_on(text: str) -> str:
    """Which character of the text has to go."""
    return f"put a space in place of {markup.first_control(text)}, or delete it"


def in_lines(file: str, text: str) -> Iterator[Problem]:
    """A problem for each line of the text of a file that has such a character."""
    for number, line in enumerate(text.split("\n"), 1):
        yield from _problems(file, number, [line])


def in_json(file: str, text: str) -> Iterator[Problem]:
    """A problem for each string of a JSON file that has such a character, itself or written as an escape."""
    for number, line in enumerate(text.split("\n"), 1):
        escaped = "\\" in line
        yield from _problems(file, number, map(json.loads, _JSON_STRING.findall(line)) if escaped else [line])


def _problems(file: str, number: int, texts: Iterable[str]) -> Iterator[Problem]:
    for text in texts:
        if markup.first_control(text):
            yield Problem(file=file, line=number, found=in_quotes(text), expected=EXPECTED, advice=advice_on(text))
