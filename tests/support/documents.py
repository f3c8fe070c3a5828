"""The code blocks of the documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

RUN = ("sh", "python")
"""The languages of the blocks that tests run."""
FENCE = re.compile(r"^```(\w*) *(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Block:
    """A code block and its line; ``output`` is what the document shows below it, None where it shows nothing."""

    language: str
    remark: str
    code: str
    line: int
    output: str | None = None


def blocks(document: Path) -> Iterator[Block]:
    """The code blocks of a Markdown document in their order."""
    text = document.read_text(encoding="utf-8")
    for match, following in pairwise([*FENCE.finditer(text), None]):
        assert match
        shown = following and following[1] == "text" and not text[match.end() : following.start()].strip()
        yield Block(
            language=match[1],
            remark=match[2],
            code=match[3],
            line=text.count("\n", 0, match.start()) + 1,
            output=following[3] if shown and following else None,
        )
