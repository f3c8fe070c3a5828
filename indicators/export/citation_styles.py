"""References as a bibliography prints them: in the styles of APA, Chicago (author and date) and MLA, in English.

They know the kinds of documents that a catalogue has, web pages and data sets. Titles keep the case in which they are
printed. What nobody states (author, date) is told as the styles tell it.
"""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from indicators import markup
from indicators.export.reference_formats import csl_date
from indicators.export.references import Reference
from indicators.figures.agents import Name
from indicators.text.vocabulary import MONTHS

_MONTHS = MONTHS.split()
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_MOST_AUTHORS = 20
"""Number of authors above which APA names the first nineteen and the last."""


def apa(reference: Reference) -> Markup:
    """The reference in the style of the American Psychological Association, 7th edition."""
    parts, circa = _date(reference.issued)
    year = f"ca. {parts[0][0]}" if circa and parts else str(parts[0][0]) if parts else "n.d."
    days = _span(parts, _MONTHS, day_first=False) if reference.kind != "dataset" else ""
    date = f"({year}{f', {days}' if days else ''})."
    title: Markup = _italic(reference.title)
    if reference.kind == "dataset":
        version = f" (Version {reference.version})" if reference.version else ""
        title = _joined(title, f"{version} [Data set].", between="")
    else:
        title = _sentence(title)
    names = [_apa_name(name) for name in reference.authors]
    if len(names) > _MOST_AUTHORS:
        listed = f"{', '.join(names[:19])}, … {names[-1]}"
    else:
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}" if names else ""
    first = [_sentence(markup.escape(listed)), date, title] if listed else [title, date]
    address = reference.url
    if address and not parts and reference.accessed:
        accessed, _ = _date(reference.accessed)
        address = f"Retrieved {_span(accessed, _MONTHS, day_first=False, year=True)}, from {address}"
    return _joined(*first, _sentence(markup.escape(_site(reference))), address)


def chicago(reference: Reference) -> Markup:
    """The reference in the style of the Chicago Manual of Style, author and date."""
    parts, circa = _date(reference.issued)
    year = f"ca. {parts[0][0]}" if circa and parts else str(parts[0][0]) if parts else "n.d."
    listed = _inverted_names(reference.authors, most=6, demoted=True) or reference.publisher
    days = _span(parts, _MONTHS, day_first=False)
    site = ", ".join(filter(None, (_site(reference) if reference.authors else "", days)))
    version = f"Version {reference.version}" if reference.version else ""
    kind = "Data set" if reference.kind == "dataset" else ""
    accessed = "" if parts else _accessed(reference, _MONTHS, day_first=False)
    return _joined(
        _sentence(markup.escape(listed)),
        _sentence(markup.escape(year)),
        _quoted(reference.title),
        *(_sentence(markup.escape(piece)) for piece in (version, kind, site, accessed)),
        f"{reference.url}." if reference.url else "",
    )


def mla(reference: Reference) -> Markup:
    """The reference in the style of the Modern Language Association, 9th edition."""
    parts, circa = _date(reference.issued)
    date = _span(parts, _SHORT, day_first=True, year=True)
    site = _site(reference)
    pieces = [
        _italic(site) if site else "",
        f"{'version' if site else 'Version'} {reference.version}" if reference.version else "",
        f"circa {date}" if circa and date else date,
        reference.url,
    ]
    container = _joined(*pieces, between=", ")
    accessed = "" if parts else _accessed(reference, _SHORT, day_first=True)
    return _joined(
        _sentence(markup.escape(_inverted_names(reference.authors, most=2))),
        _quoted(reference.title),
        _sentence(container),
        _sentence(markup.escape(accessed)),
    )


STYLES: Mapping[str, Callable[[Reference], Markup]] = {"APA": apa, "Chicago": chicago, "MLA": mla}
"""Each style by its name."""


def plain(reference: Markup) -> str:
    """A reference without italics."""
    return str(reference.striptags())


def _apa_name(name: Name) -> str:
    """*Berg, A. van der, Jr.*, the particle before the family name, as it is printed."""
    family = " ".join(filter(None, (name.particle, name.family)))
    return ", ".join(filter(None, (family, _initials(name.given), name.suffix)))


def _initials(given: str) -> str:
    """*Mary-Ann Beth*: *M.-A. B.*"""
    return " ".join("-".join(f"{part[0]}." for part in name.split("-") if part) for name in given.split())


def _inverted_names(names: Sequence[Name], *, most: int, demoted: bool = False) -> str:
    """The names, the first with its family name in front; above ``most`` the first alone, *et al.*

    A ``demoted`` particle stands behind the given name: *Berg, Anna van der*.
    """
    if not names:
        return ""
    name = names[0]
    before, behind = ("", name.particle) if demoted else (name.particle, "")
    family, given = (" ".join(filter(None, pair)) for pair in ((before, name.family), (name.given, behind)))
    first = ", ".join(filter(None, (family, given, name.suffix)))
    others = [name.printed for name in names[1:]]
    if len(names) > most:
        return f"{first}, et al."
    if len(names) == 2 and not name.is_person:
        return f"{first} and {others[0]}"
    return f"{', '.join([first, *others[:-1]])}, and {others[-1]}" if others else first


def _site(reference: Reference) -> str:
    """The name of the site or publisher, unless it is the author."""
    return "" if reference.publisher in {name.printed for name in reference.authors} else reference.publisher


def _date(text: str) -> tuple[list[list[int]], bool]:
    """Year, month and day of each end of a date, and whether it is uncertain; none where it has no year."""
    date = csl_date(text)
    return date.get("date-parts", []), bool(date.get("circa"))


def _span(parts: list[list[int]], months: Sequence[str], *, day_first: bool, year: bool = False) -> str:
    """Month and day of a date, or of both ends of an interval, with the ``year`` if asked for."""
    ends = [_day(end, months, day_first=day_first, year=year) for end in parts]
    return "–".join(dict.fromkeys(end for end in ends if end))


def _day(parts: list[int], months: Sequence[str], *, day_first: bool, year: bool) -> str:
    number, *rest = parts
    if not rest:
        return str(number) if year else ""
    month, day = months[rest[0] - 1], str(rest[1]) if len(rest) > 1 else ""
    if day_first:
        return " ".join(filter(None, (day, month, str(number) if year else "")))
    named = " ".join(filter(None, (month, day)))
    return f"{named}, {number}" if year and day else f"{named} {number}" if year else named


def _accessed(reference: Reference, months: Sequence[str], *, day_first: bool) -> str:
    parts, _ = _date(reference.accessed)
    return f"Accessed {_span(parts, months, day_first=day_first, year=True)}" if parts else ""


def _italic(text: str) -> Markup:
    return markup.element("i", markup.escape(text))


def _quoted(title: str) -> Markup:
    """The title in quotation marks, those inside it single, closed by a full stop unless it ends with a sign."""
    inside = title.translate({ord("“"): "‘", ord("”"): "’"})
    return markup.escape(f"“{inside}{'' if inside.endswith(('?', '!', '.')) else '.'}”")


def _sentence(text: Markup) -> Markup:
    """The text with a full stop, unless it is empty or ends with a sign that closes a sentence."""
    shown = text.striptags()
    return text if not shown or shown.endswith(("?", "!", ".")) else text + "."


def _joined(*pieces: str, between: str = " ") -> Markup:
    """The pieces but empty ones, with all blanks as they are: a reference is copied letter for letter."""
    return markup.join(map(markup.escape, filter(None, pieces)), between)
