"""Builders of HTML, and text escaped for Markdown.

Text is `str` and is escaped; HTML is `markupsafe.Markup` and stays as it is. Every builder takes either as content.
"""

import html
import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

REPLACEMENT = "\ufffd"
"""Stands for a character that is not shown."""
DIRECTION_MARKS = "\u202a-\u202e\u2066-\u2069"
"""As a set of a regular expression, the marks that embed, override or isolate a direction of writing (UAX 9).

One that is not closed turns round whatever follows its text.
"""
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""As a set of a regular expression, the control characters and noncharacters that no page, file or image can show."""
_CONTROL = re.compile(f"[{CONTROLS}\ud800-\udfff]")  # half a surrogate pair stands for no character at all
_UNPRINTABLE = re.compile(f"[{CONTROLS}\ud800-\udfff{DIRECTION_MARKS}]")
_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters and marks that are written from right to left, and turn numbers and signs next to them round."""
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"

_TIMES = "second|minute|hour|day|week|month|quarter|year"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ORDERS = "thousand|million|billion|trillion"
_TOGETHER = re.compile(
    rf"\b(?:more than|less than|at least|at most|about|nearly|exactly|between|up to|{_MONTHS}) (?=[$€£]?\d)"
    r"| (?:(?=[·/÷] )"
    r"|of (?=\d)"  # rounds of 152 mm
    rf"|(?<= a )(?=(?:{_TIMES})\b)"
    r"|(?<=\d more )(?=[a-z])"
    r"|(?<=\d and )(?=\d)|(?<=\d × )(?=\d)|(?<=\d )(?:(?=(?:and|×) \d)"
    r"|(?<!\b(?:19|20)\d\d )"  # what follows a year need not stay with it
    rf"(?:(?!{_ORDERS})[a-z]+(?: and [a-z]+| (?=[a-z]{{3,}}s\b))"  # 2 lost and found, 2 metric tons
    r"|(?=[A-Za-z]))))"
)
"""Where no line breaks: `kept_together` says what stays together."""
_LETTER_FOR_LETTER = frozenset(("blockquote", "code", "option", "pre", "q", "script", "style", "textarea", "title"))

EMPTY = Markup()
LINE_BREAK = Markup("<br>")


def escape(content: str) -> Markup:
    """The content as HTML or XML: text escaped, HTML unchanged."""
    if isinstance(content, Markup):
        return content
    text = html.escape(replace_unprintable(content))
    return Markup(text if text.isascii() else _isolated(text))


def replace_unprintable(text: str) -> str:
    """The text with U+FFFD in place of each character that HTML and XML do not allow, and of each direction mark."""
    return _UNPRINTABLE.sub(REPLACEMENT, text)


def first_control(text: str) -> str:
    """The first character of the text that is among CONTROLS or half a surrogate pair, as *U+000B*; empty if none."""
    found = _CONTROL.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def label(text: str) -> str:
    """The text for a label or a cell that is plain text: nothing in it can turn round what stands beside it."""
    return text if text.isascii() else _isolated(replace_unprintable(text))


def _isolated(text: str) -> str:
    """The text, where some of it is written from right to left between marks that keep that from its surroundings."""
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if _FROM_THE_RIGHT.search(text) else text


def join(pieces: Iterable[str], separator: str = "") -> Markup:
    """The pieces one after the other, with a separator between them; lines break in texts as `kept_together` has it."""
    return Markup(escape(kept_together(separator)).join(escape(kept_together(piece)) for piece in pieces))


def element(tag: str, *content: str, **attributes: str | None) -> Markup:
    """An HTML element.

    Attributes are always text. An underscore in a name stands for a hyphen, one at its end for nothing (``class_``);
    an attribute whose value is None is left out. Lines break in texts as `kept_together` has it; what is copied letter
    for letter keeps its blanks.
    """
    pieces = map(escape, content) if tag in _LETTER_FOR_LETTER else content
    return Markup(f"<{tag}{_attributes(attributes)}>{join(pieces)}</{tag}>")


def kept_together(text: str) -> str:
    """Text with blanks at which no line breaks where it would tear what is read as one; HTML unchanged.

    A number stays with its bound, with the rest of a range and with what is counted: the next word, a pair of words
    (*2 lost and found*, *2 metric tons*), a unit with a number of its own (*rounds of 152 mm*). A date stays whole,
    *a* with the time of a rate, and a dot or stroke with what stands before it.
    """
    if isinstance(text, Markup):
        return text
    return _TOGETHER.sub(lambda found: found.group().replace(" ", "\N{NO-BREAK SPACE}"), text)


def empty_element(tag: str, **attributes: str | None) -> Markup:
    """An HTML element that has attributes only, such as ``meta`` and ``link``."""
    return Markup(f"<{tag}{_attributes(attributes)}>")


def _attributes(attributes: Mapping[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(replace_unprintable(str(value)))}"'
        for name, value in attributes.items()
        if value is not None
    )


def tagged(content: str, tag: str) -> Markup:
    """Content with a small tag behind it, which never begins a line; without a tag, the content alone."""
    return join([content, "\N{NO-BREAK SPACE}", element("span", tag, class_="origin")]) if tag else join([content])


def heading(level: int, content: str) -> Markup:
    """A heading of this level."""
    return element(f"h{level}", content)


def section_heading(title: str) -> Markup:
    """The heading of a part of a page, in the size of Streamlit's own headings."""
    return element("h2", title, class_="section")


def paragraph(content: str, style: str = "") -> Markup:
    """A paragraph, in one of the classes of the style sheet."""
    return element("p", content, class_=style or None)


def terms(descriptions: Mapping[str, str]) -> Markup:
    """A list of terms with their descriptions; a term whose description is empty is left out."""
    pairs = ((element("dt", term), element("dd", content)) for term, content in descriptions.items() if content)
    return element("dl", *(piece for pair in pairs for piece in pair))


def bullet_list(items: Iterable[str]) -> Markup:
    """A list with a bullet before each item."""
    return element("ul", *(element("li", item) for item in items))


def details(summary: str, content: str) -> Markup:
    """Content that a click on its summary opens."""
    return element("details", element("summary", summary), content)


def labelled(label: str, content: str) -> Markup:
    """Content below its label."""
    return paragraph(label, "label") + escape(content)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Markup:
    """A table with a row of column names; each row of cells is as long as that."""
    names = tuple(header)
    head = element("tr", *(element("th", name, scope="col") for name in names))
    # On a narrow screen the style sheet shows a row as a list, each cell after the name of its column.
    body = (
        element("tr", *(element("td", cell, data_name=name) for name, cell in zip(names, cells, strict=True)))
        for cells in rows
    )
    return element("div", element("table", element("thead", head), element("tbody", *body)), class_="wide")


def shell_commands(*lines: str) -> Markup:
    """Commands for a shell, one a line; a narrow screen wraps them instead of scrolling."""
    return element("pre", "\n".join(lines))


def page_link(address: str, text: str) -> Markup:
    """A link to another page of the dashboard."""
    return element("a", text, class_="way", href=address)


def external_link(address: str, text: str) -> Markup:
    """A link to another site; the text alone where the address is not one of the web."""
    if not address.startswith(("https://", "http://")):
        return escape(text)
    return element("a", text, href=address, target="_blank", rel="noopener noreferrer")


def markdown(text: str, *, also: str = "") -> str:
    """Text as Markdown that shows it letter for letter, on one line, and direction marks as U+FFFD.

    ``also`` are signs to escape besides those of plain Markdown.
    """
    escaped = re.sub(
        rf"([\\`*_\[\]<>|~&{re.escape(also)}])", r"\\\1", _isolated(" ".join(replace_unprintable(text).split()))
    )
    return re.sub(r"^(\d*)(?=[#+.)-])", r"\1\\", escaped)
