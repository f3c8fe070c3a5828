"""Words of a search as regular expressions that find them however a text writes them.

A text stays as it is: the expression has every form of each letter, quotation mark, dash and number. To rewrite a
million texts instead would take longer than to search them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from indicators.measure.bounds import MOST_DIGITS

_QUOTATION_MARKS = "'\"`´‘’‚‛“”„‟‹›«»′″ʹʺʼ＇＂「」『』"
_QUOTATION_MARK = f"(?:[{re.escape(_QUOTATION_MARKS)}]| \u0301)+"
"""Quotation marks in any form: in NFKC, an acute accent is a blank with an accent, a double prime is two primes."""
_DASHES = "-‐‑‒–—―−﹘﹣－"
_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphens, direction marks and blanks of no width, as a set of a regular expression."""
_SOUND_MARKS = "\uff9e\uff9f"
"""Half-wide marks of kana, which are accents in another width."""
_ACCENTS = rf"[\p{{Mn}}{_SOUND_MARKS}{_UNSEEN}]*"
"""What may stand after a letter without being seen as another letter."""
_BLANK = "[\\s\u00a0\u2009\u202f]"
_SCALES = {
    3: ("thousand", "k"),
    6: ("million", "mn", "m"),
    9: ("billion", "bn"),
    12: ("trillion", "tn"),
}
"""Words and letters for powers of ten; a letter stands at the number itself."""
_POWERS = {word: power for power, words in _SCALES.items() for word in words}
_WORDS_OF_SCALES = "|".join(words[0] for words in _SCALES.values())
_LETTERS_OF_SCALES = "|".join(word for words in _SCALES.values() for word in words[1:])
_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<digits>[0-9]{{1,3}}(?:[,'’ \u00a0\u2009\u202f][0-9]{{3}})+|[0-9]+|(?=\.[0-9]))"
    rf"(?P<decimals>\.[0-9]+)?"
    rf"(?:(?P<letter>{_LETTERS_OF_SCALES})|[\s-]*(?P<word>{_WORDS_OF_SCALES}))?(?![\w-]|[.,][0-9])",
    re.IGNORECASE,
)
_MOST_DECIMALS = 3
_PART = 3
"""Maximum number of digits that are also found inside a longer number."""
_BEFORE, _AFTER = r"(?:^|[^0-9.,]|[^0-9][.,])", r"(?:$|[^0-9.,]|[.,](?:$|[^0-9]))"
"""What stands before and after a whole number."""
_SHORT = 4
"""Maximum letters of a word that is found only where a word starts: *men* is in *employment*, *aid* in *said*."""
_WORD_START = rf"(?:^|[^\pL\pN\p{{Mn}}]|{_QUOTATION_MARK})"


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word to find: the regular expression (RE2) of its forms and, of a number, its value.

    ``plain`` is the word in ASCII where no more than its case may differ in a text in ASCII; else empty.
    """

    pattern: str
    value: float | None = None
    plain: str = ""


def terms(search: str) -> tuple[Term, ...]:
    """A term for each word and number of a search; *600 thousand* is one number."""
    found: list[Term] = []
    rest = 0
    for number in _NUMBER.finditer(search):
        found += map(_of_word, search[rest : number.start()].split())
        found.append(_of_number(number))
        rest = number.end()
    found += map(_of_word, search[rest:].split())
    return tuple(dict.fromkeys(term for term in found if term.pattern))


def _of_number(number: re.Match[str]) -> Term:
    """The forms of a number: with separators or without, in full or with a word such as *million*."""
    digits, scale = re.sub("[^0-9]", "", number["digits"]) or "0", (number["letter"] or number["word"] or "").lower()
    if len(digits) > MOST_DIGITS:
        return _of_word(digits)
    value = Decimal(digits + (number["decimals"] or "")).scaleb(_POWERS.get(scale, 0))
    forms = [_in_digits(value)]
    for power, words in _SCALES.items():
        short = value.scaleb(-power).normalize()
        if value and -int(short.as_tuple().exponent) <= _MOST_DECIMALS:
            forms.append(rf"{_in_digits(short)}(?:(?:{_BLANK}|-)*{words[0]}|(?:{'|'.join(words[1:])})\b)")
    pattern = f"{_BEFORE}(?:{'|'.join(dict.fromkeys(forms))}){_AFTER}"
    if number[0].isdecimal() and len(digits) <= _PART:  # perhaps the start of a longer number
        pattern = f"{pattern}|{digits}"
    return Term(pattern=f"(?i:{pattern})", value=float(value))


def _in_digits(value: Decimal) -> str:
    """The pattern of a number with any separator of thousands, or none; a number below 1 may lack its zero."""
    whole, _, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    start = len(whole) % 3 or 3
    groups = [whole[:start], *(whole[place : place + 3] for place in range(start, len(whole), 3))]
    pattern = rf"(?:[,'’]|{_BLANK})?".join(groups) if whole != "0" or not decimals else "0?"
    return pattern + (rf"\.{decimals}0*" if decimals else r"(?:\.0+)?")


def _of_word(word: str) -> Term:
    """A word in any case, any normal form of Unicode, with any quotation mark and dash; a short one starts a word."""
    word = word.strip(_QUOTATION_MARKS) or word
    written = unicodedata.normalize("NFC", word.translate(_PLAIN_SIGNS))
    apart = unicodedata.normalize("NFKC", written).casefold().translate(_PLAIN_SIGNS)
    letters = unicodedata.normalize("NFC", apart)
    pattern = "".join(_of_letters(letters))
    if letters != written.lower():  # a letter that stands for several may be cut apart by one that begins before it
        pattern = f"(?:{pattern}|{''.join(map(_of_letter, written))})"
    if len(letters) <= _SHORT and letters.isascii() and letters.isalpha():
        return Term(pattern=_WORD_START + pattern)
    plain = letters if letters.isascii() and _QUOTATION_MARKS[0] not in letters else ""
    return Term(pattern=pattern, plain=plain)


def _of_letters(letters: str) -> Iterator[str]:
    place = 0
    while place < len(letters):
        ligatures, length = _ligatures()
        several = next(
            (part for size in range(length, 1, -1) if (part := letters[place : place + size]) in ligatures), ""
        )
        if several:
            yield f"(?:{''.join(map(_of_letter, several))}|[{re.escape(ligatures[several])}]{_ACCENTS})"
        else:
            yield _of_letter(letters[place])
        place += max(len(several), 1)


@cache
def _of_letter(letter: str) -> str:
    """The pattern of every form of a letter, with the accents that may follow it."""
    if letter in _PLAIN_SIGNS.values():
        return _QUOTATION_MARK if letter == _QUOTATION_MARKS[0] else f"[{re.escape(_DASHES)}]"
    key = _key(letter)
    if not key:  # an accent or an unseen sign alone
        return ""
    own = {form for form in (letter, letter.swapcase(), key) if len(form) == 1}
    single = f"[{re.escape(''.join(sorted(own.union(_forms().get(key, '')))))}]{_ACCENTS}"
    return single if len(key) == 1 else f"(?:{single}|{''.join(map(_of_letter, key))})"


def _key(letter: str) -> str:
    """The letter without case, accents and compatibility forms: 'e' for É, 'ss' for ß, three jamo for 한."""
    apart = unicodedata.normalize("NFKD", letter).casefold().translate(_PLAIN_SIGNS)
    if apart.isalnum() and len(apart) == 1:
        return apart
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn" and not re.match(f"[{_UNSEEN}]", sign))


@cache
def _forms() -> dict[str, str]:
    """The letters of the Basic Multilingual Plane by their key, without Han and Hangul, which have one form each."""
    forms: dict[str, str] = {}
    for code in (*range(0x20, 0x3400), *range(0xA000, 0xAC00), *range(0xFB00, 0x10000)):
        key = _key(chr(code))
        forms[key] = forms.get(key, "") + chr(code)
    return forms


@cache
def _ligatures() -> tuple[dict[str, str], int]:
    """The letters that stand for several by these, and how many at most: ß by 'ss', ﬁ by 'fi', ½ by '1⁄2'."""
    several = {key: forms for key, forms in _forms().items() if len(key) > 1}
    return several, max(map(len, several))


_PLAIN_SIGNS = {ord(sign): signs[0] for signs in (_QUOTATION_MARKS, _DASHES) for sign in signs}
"""A quotation mark and a dash for each of their forms."""
