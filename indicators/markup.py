"""Pieces of HTML. Text of a catalogue enters them through ``text`` alone, which leaves no markup in it."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

_UNPRINTED = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)
"""Control characters and what is no character, which neither HTML nor XML may hold."""


def text(words: object) -> str:
    """Text of a catalogue as HTML, or XML, that shows it letter for letter."""
    return escape(printed(str(words)))


def printed(words: str) -> str:
    """The text with a sign in the place of what cannot be shown."""
    return words.translate(_UNPRINTED)


def paragraph(words: object, style: str = "") -> str:
    """A paragraph of text, in one of the styles of the style sheet."""
    return f'<p class="{style}">{text(words)}</p>' if style else f"<p>{text(words)}</p>"


def section(title: str) -> str:
    """The heading of a part of a page, as large as the interface's own."""
    return f'<h2 class="section">{text(title)}</h2>'


def terms(pairs: Mapping[str, str]) -> str:
    """Terms with their descriptions, which are HTML; an empty description leaves its term out."""
    rows = "".join(f"<dt>{text(term)}</dt><dd>{about}</dd>" for term, about in pairs.items() if about)
    return f"<dl>{rows}</dl>"


def items(pieces: Iterable[str]) -> str:
    """A list whose items are HTML."""
    return f"<ul>{''.join(f'<li>{piece}</li>' for piece in pieces)}</ul>"


def folded(summary: str, piece: str, *, opened: bool = False) -> str:
    """A piece of HTML one click away."""
    return f"<details{' open' if opened else ''}><summary>{text(summary)}</summary>{piece}</details>"


def unfolded(summary: str, piece: str, *, opened: bool = False) -> str:
    """The same piece without a click, for what is read on paper."""
    return f'<p class="label">{text(summary)}</p>{piece}'


Fold = Callable[..., str]
"""``folded`` or ``unfolded``."""


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table whose cells are HTML."""
    names = [text(name) for name in header]

    def line(cells: Iterable[str]) -> str:
        # On a narrow screen the style sheet shows a row as a list, each cell after its column's name.
        named = zip(names, cells, strict=True)
        return "".join(f'<td data-name="{name}">{cell}</td>' for name, cell in named)

    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "".join(f"<tr>{line(row)}</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def commands(*lines: str) -> str:
    """Lines for a shell, wrapped rather than scrolled on a narrow screen."""
    return f"<pre>{text(chr(10).join(lines))}</pre>"


def way(address: str, words: str) -> str:
    """A link to another page of the dashboard."""
    return f'<a class="way" href="{escape(address)}">{text(words)}</a>'


def link(address: str, words: str) -> str:
    """A link to another site, if the address is one of the web; otherwise the words alone."""
    if not address.startswith(("https://", "http://")):
        return text(words)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{text(words)}</a>'
