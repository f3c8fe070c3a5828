"""The English words of the reader's grammar, as tables: number words, scales, fractions, comparisons, months.

Currencies stand in `currencies`, names of units in `unit_names`.
"""

from collections.abc import Mapping

SMALL: Mapping[str, int] = {
    **{word: number for number, word in enumerate("zero one two three four five six seven eight nine ten".split())},
    **{
        word: number
        for number, word in enumerate(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=11
        )
    },
    **{"nought": 0, "naught": 0},
}
"""Number words from 0 to 19."""

TENS: Mapping[str, int] = {
    **{
        word: 10 * number
        for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
    },
    "fourty": 40,
}

SCALES: Mapping[str, float] = {
    **{"dozen": 12, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7},
    **{"billion": 1e9, "milliard": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18},
}
"""Words that multiply the number before them."""

PLURAL_SCALES: Mapping[str, float] = {
    **{f"{word}s": times for word, times in SCALES.items()},
    **{"dozs": 12, "doz": 12, "dz": 12, "dzs": 12},
}
"""Plurals and short forms that multiply a number, and are no number alone."""

SUFFIXES: Mapping[str, float] = {
    **dict.fromkeys(("k", "K", "thsd"), 1e3),
    **dict.fromkeys(("M", "mn", "Mn", "MN", "mln", "mio", "Mio", "mil", "mm", "MM"), 1e6),
    **dict.fromkeys(("b", "B", "bn", "Bn", "BN", "bln"), 1e9),
    **dict.fromkeys(("tn", "Tn", "TN", "trn", "tln"), 1e12),
}
"""Short forms of scales behind a number in digits."""

MONEY_SUFFIXES: Mapping[str, float] = {"m": 1e6, "t": 1e12, "T": 1e12}
"""Short forms that are a scale of money, and a unit elsewhere; *m* is a scale before a counted thing too."""

NOT_AFTER_SPACE = frozenset(("b", "B", "mm", "MM", "K", "mil"))
"""Short forms that are a scale only where they touch their number; after a space they are mostly something else."""

ORDINALS: Mapping[str, float] = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    **{"ninth": 9, "nineth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14},
    **{"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19},
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
    **{f"{word}th": times for word, times in SCALES.items() if times >= 100 and word not in ("lac", "dozen")},
}
RANKS: Mapping[str, float] = {
    **{"primary": 1, "secondary": 2, "tertiary": 3, "firstly": 1, "secondly": 2, "thirdly": 3},
}
"""Words that rank without counting."""

FRACTIONS: Mapping[str, float] = {"half": 2, "quarter": 4}
"""Parts of one that are not named as an ordinal is."""

NUMBER_WORDS = frozenset([*SMALL, *TENS, *SCALES, *ORDINALS, *FRACTIONS, "a", "an"])
"""Words with which a number may begin."""

ONCE: Mapping[str, float] = {
    **dict.fromkeys("single once".split(), 1.0),
    **dict.fromkeys("both dual twice double doubles doubled doubling twofold".split(), 2.0),
    **dict.fromkeys("thrice triple triples tripled tripling trebled threefold".split(), 3.0),
    **dict.fromkeys("quadruple quadrupled fourfold".split(), 4.0),
    **{"fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0, "hundredfold": 100.0},
}
"""Words that are a number by themselves."""

ORDERS: Mapping[str, int] = {
    **{"tens": 1, "dozen": 1, "dozens": 1, "scores": 1, "hundred": 2, "hundreds": 2, "thousand": 3, "thousands": 3},
    **{"lakhs": 5, "crores": 7, "million": 6, "millions": 6, "billion": 9, "billions": 9},
    **{"trillion": 12, "trillions": 12},
}
"""Powers of ten that words of magnitude state."""

VULGAR: Mapping[str, float] = {
    **{"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5},
    **{"⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10},
    "↉": 0.0,
}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

FUNCTION_WORDS = frozenset(
    "a about above across after against all almost also although among an and are as at away back because been before "
    "behind being below beneath beside between beyond both but by can cannot could did do does down during each either "
    "even ever every except few for from further had has have he her here him his how however i if in into is it its "
    "itself just last later less like many may me might mine more most much must my near nearly neither never next no "
    "nobody nor not nothing now of off on once one only onto or other our out outside over own past per rather said "
    "same shall she should since so some such than that the their them then there these they this those though through "
    "throughout thus till to today together too toward towards under until unto up upon us very was we were what when "
    "where whether which while who whom whose why will with within without would yet you your ago earlier compared "
    "lower higher fewer larger smaller bigger according respectively".split()
)
"""Words that are no name of a counted thing."""

_COMPARED = "more greater larger bigger higher".split()
_LESSER = "less fewer smaller lower".split()

# What stands before a number, by the qualifier that it gives.
_BEFORE: Mapping[str, str] = {
    "more_than": "more than|greater than|larger than|bigger than|higher than|longer than|older than|better than|"
    "heavier than|taller than|over|upwards of|upward of|in excess of|above|exceeding|exceeds|exceeded|exceed|"
    "surpassing|surpasses|surpassed|surpass|topping|topped|tops|beyond|north of|outnumbering",
    "less_than": "less than|fewer than|smaller than|lower than|shorter than|younger than|lesser than|lighter than|"
    "under|below|short of|shy of|south of|beneath",
    "at_least": "at least|at the very least|at the least|a minimum of|minimum of|a minimum|minimum|as few as|"
    "as little as|as low as",
    "at_most": "up to|as many as|as much as|as long as|as far as|as high as|as large as|as old as|as big as|at most|"
    "at the most|at the very most|at best|a maximum of|maximum of|a maximum|maximum|no later than|limited to|capped at",
    "nearly": "nearly|almost|approaching|approaches|approached|nearing|close on|not quite",
    "approximate": "about|around|round about|roughly|approximately|approx|circa|ca|some|close to|in the region of|"
    "on the order of|in the order of|something like|give or take|an estimated|estimated|in the neighbourhood of|"
    "in the neighborhood of|or so|in the vicinity of",
    "exact": "exactly|precisely|equal to|equals to|equals|equaling to|equalling|equaling|equal",
}
BEFORE: Mapping[str, str] = {
    **{phrase: qualifier for qualifier, phrases in _BEFORE.items() for phrase in phrases.split("|")},
    **{f"{word} or equal {link}": "at_least" for word in _COMPARED for link in ("to", "than")},
    **{f"{word} or equal {link}": "at_most" for word in _LESSER for link in ("to", "than")},
}
"""Words before a number, in small letters, with the qualifier that they give it."""

WEIGHTS = frozenset(
    "well far just slightly little significantly substantially considerably much still even only".split()
)
"""Words before those that weigh them: *well over*."""

FILLERS = frozenset("a an another the its their these those his her all us further additional".split())
LONG_FILLERS = frozenset(
    f"{article} {word}"
    for article in ("a", "an")
    for word in "total further additional estimated reported combined record mere whopping staggering".split()
) | {"a total of", "a combined total of", "a record of"}
"""Words between those and the number: *about a further 500*, *at least a total of 12*."""

_MORE = "(?:greater|larger|bigger|higher|more|longer|older)"
_LESS = "(?:less|smaller|lower|fewer|shorter|younger)"
AFTER: Mapping[str, str] = {
    "at_least": r"(?<=[\w%])\+(?!\d)|[\s-]?plus\b| or more\b(?! than)| and more\b(?! than)| and counting\b| at least\b|"
    r" at the least\b| at minimum\b| minimum\b| (?:or|and) (?:above|over|older|up|upwards?|better|beyond|longer)\b|"
    rf" (?:or|and) {_MORE}\b(?! than)| (?:or|and) {_MORE} than\b(?! (?:\d|<number>))",
    "at_most": rf" (?:or|and) (?:fewer|under|below|younger|{_LESS})\b(?! than)|"
    rf" (?:or|and) {_LESS} than\b(?! (?:\d|<number>))| at (?:the )?(?:very )?most\b| maximum\b| max\b| tops\b",
    "approximate": r"[\s-]?odd\b| or so\b| or thereabouts\b| give or take\b|-?ish\b",
}
SIGNS: Mapping[str, str] = {
    **{"<": "less_than", ">": "more_than", "≤": "at_most", "≥": "at_least", "⩽": "at_most", "⩾": "at_least"},
    **{"~": "approximate", "≈": "approximate", "∼": "approximate", "=": "exact", "≃": "approximate"},
}
NEGATED: Mapping[str, str] = {
    **{"more_than": "at_most", "less_than": "at_least", "at_least": "less_than", "at_most": "more_than"},
    "nearly": "less_than",
}
OR_EQUAL: Mapping[str, str] = {"more_than": "at_least", "less_than": "at_most"}
NEGATIONS = frozenset(
    "not|no|never|hardly ever|doesn't|don't|didn't|does not|do not|did not|cannot|can't|must not|may not|should not|"
    "shall not|will not|won't|could not|would not|isn't|is not|was not|wasn't|nor|not be|not have".split("|")
)
"""Words that turn a bound round: *not more than*."""

MONTHS = "January February March April May June July August September October November December"
ANY_MONTH = "|".join(MONTHS.split())
"""The names of the months for a regular expression."""
SHORT_MONTHS: Mapping[str, int] = {
    **{name[:3].lower(): number for number, name in enumerate(MONTHS.split(), start=1)},
    "sept": 9,
}
SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons of a year with their numbers in EDTF."""

DECADES: Mapping[str, int] = {
    **{"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8},
    "nineties": 9,
}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

BEFORE_LABEL = frozenset(
    "article articles section sections chapter rule table tables figure fig page pages room route channel flight gate "
    "platform version vol volume no nos nr number item step phase level grade class category line part act title "
    "resolution paragraph para annex appendix psalm season episode area zone district interstate highway exit unit "
    "block model mark apollo boeing airbus iphone ipad windows formula galaxy falcon ftse nikkei dow cac dax stoxx "
    "russell fortune forbes nasdaq type stage tier form clause schedule protocol directive regulation lot question "
    "point pier terminal ward precinct sector squadron division battalion brigade regiment playstation xbox android "
    "ios python bracket group team track track note footnote".split()
)
"""Words behind which a number is a name: *Article 5*, *iPhone 14*."""
LABELS = frozenset(("24/7", "9/11", "7/7", "50/50", "20/20", "360", "4x4", "101"))
