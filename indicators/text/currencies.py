"""Currencies: ISO 4217 code, English name, signs, and the words that a text may use for them."""

from collections.abc import Mapping

_TABLE = """
USD | US dollar          | $ US$ USD$ U.S.$ U.S$         | dollar dollars buck bucks
EUR | euro               | €                             | euro euros
GBP | pound sterling     | £                             | pound pounds quid sterling
JPY | Japanese yen       | ¥ JP¥ J¥                      | yen
CNY | Chinese yuan       | ¥ 元 CN¥ RMB¥                 | yuan renminbi rmb
CAD | Canadian dollar    | $ C$ CA$ CAD$ CDN$            | dollar dollars
AUD | Australian dollar  | $ A$ AU$ AUD$                 | dollar dollars
NZD | New Zealand dollar | $ NZ$ NZD$                    | dollar dollars
HKD | Hong Kong dollar   | $ HK$ HKD$                    | dollar dollars
SGD | Singapore dollar   | $ S$ SG$ SGD$                 | dollar dollars
TWD | Taiwan dollar      | NT$ TWD$                      | dollar dollars
CHF | Swiss franc        | SFr Fr                        | franc francs
FRF | French franc       | FF                            | franc francs
INR | Indian rupee       | ₹ Rs                          | rupee rupees
PKR | Pakistani rupee    | Rs                            | rupee rupees
LKR | Sri Lankan rupee   | ரூ                           | rupee rupees
RUB | Russian ruble      | ₽                             | ruble rubles rouble roubles
KRW | South Korean won   | ₩                             | won
KPW | North Korean won   | ₩                             | won
UAH | Ukrainian hryvnia  | ₴                             | hryvnia hryvnias hryvnya
TRY | Turkish lira       | ₺                             | lira liras
ILS | Israeli shekel     | ₪                             | shekel shekels
MXN | Mexican peso       | Mex$ MXN$ MX$                 | peso pesos
BRL | Brazilian real     | R$ BRL$                       | real reais
ARS | Argentine peso     | ARS$ AR$                      | peso pesos
CLP | Chilean peso       | CLP$                          | peso pesos
COP | Colombian peso     | COP$                          | peso pesos
PHP | Philippine peso    | ₱                             | peso pesos
MYR | Malaysian ringgit  | RM                            | ringgit
THB | Thai baht          | ฿                             | baht
IDR | Indonesian rupiah  | Rp                            | rupiah
VND | Vietnamese dong    | ₫                             | dong
SEK | Swedish krona      |                               | krona kronor
NOK | Norwegian krone    |                               | krone kroner
DKK | Danish krone       |                               | krone kroner
PLN | Polish zloty       | zł                            | zloty zlotys
CZK | Czech koruna       | Kč                            | koruna korunas
HUF | Hungarian forint   | Ft                            | forint forints
ZAR | South African rand |                               | rand rands
NGN | Nigerian naira     | ₦                             | naira
EGP | Egyptian pound     | E£                            | pound pounds
SAR | Saudi riyal        |                               | riyal riyals
IRR | Iranian rial       |                               | rial rials
AED | UAE dirham         |                               | dirham dirhams
CRC | Costa Rican colón  | ₡                             | colon colones
GEL | Georgian lari      | ₾                             | lari
LAK | Lao kip            | ₭                             | kip kips
KZT | Kazakhstani tenge  | ₸                             | tenge
PYG | Paraguayan guarani | ₲                             | guarani guaranies
GHS | Ghanaian cedi      | ₵                             | cedi cedis
KHR | Cambodian riel     | ៛                             | riel riels
MNT | Mongolian tugrik   | ₮                             | tugrik
AZN | Azerbaijani manat  | ₼                             | manat
FIM | markka             |                               | markka markkas
NLG | guilder            | ƒ                             | guilder guilders
ESP | peseta             | ₧                             | peseta pesetas
DEM | Deutsche mark      |                               | mark marks deutschmark deutschmarks
ITL | Italian lira       | ₤                             | lira lire
BTC | bitcoin            | ₿                             | bitcoin bitcoins btc
"""
_SMALL_CHANGE = """
cent | ¢ | cent cents
penny | | penny pennies
pence | | pence
satoshi | | satoshi satoshis
sen | | sen
"""
_NATIONS = """
USD us u.s american | CAD canadian | AUD australian | NZD new-zealand | HKD hong-kong | SGD singapore singaporean
TWD taiwan taiwanese | GBP british sterling uk | EGP egyptian | CHF swiss | FRF french | INR indian | PKR pakistani
LKR sri-lankan | RUB russian | KRW south-korean | KPW north-korean | TRY turkish | MXN mexican | ARS argentine
CLP chilean | COP colombian | PHP philippine | JPY japanese | CNY chinese | FIM finnish | NLG dutch | ESP spanish
ITL italian | DEM german | SEK swedish | NOK norwegian | DKK danish | PLN polish | CZK czech | ZAR south-african
ILS israeli | MYR malaysian | THB thai | UAH ukrainian | BRL brazilian | SAR saudi | IRR iranian | VND vietnamese
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


NAMES: Mapping[str, str] = {code: name for code, name, *_ in _rows(_TABLE)}
"""English name of each currency by its code."""

WORDS: dict[str, tuple[str, ...]] = {}
"""Currencies that a word may mean, the likeliest first; of small change the word itself."""

SIGNS: dict[str, tuple[str, ...]] = {}
"""Currencies that a sign may mean, in small letters without spaces."""

for _code, _name, _signs, _words in _rows(_TABLE):
    for _word in _words.split():
        WORDS[_word] = (*WORDS.get(_word, ()), _code)
    for _sign in _signs.lower().split():
        SIGNS[_sign] = (*SIGNS.get(_sign, ()), _code)
for _name, _signs, _words in _rows(_SMALL_CHANGE):
    WORDS |= dict.fromkeys(_words.split(), (_name,))
    SIGNS |= dict.fromkeys(_signs.split(), (_name,))

CODES = frozenset(NAMES)
"""The codes of all currencies here."""
NATIONS: Mapping[tuple[str, ...], str] = {
    tuple(nation.split("-")): code
    for code, *nations in (cell.split() for line in _rows(_NATIONS) for cell in line)
    for nation in nations
}
"""Currency by the adjective before its word: *Hong Kong dollars*."""

WEAK_WORDS = frozenset("real mark marks won rand sterling buck sen dong kip colon".split())
"""Words of money that are other words too: they count after an adjective or a large number only."""
GENERIC: Mapping[str, str] = {"dollars": "dollar", "francs": "franc"}
"""The unit without a country that a word may name."""

CHANGE: Mapping[str, tuple[str, ...]] = {
    "cent": ("USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "dollar"),
    "penny": ("GBP",),
    "pence": ("GBP",),
}
"""Small change, a hundredth of the money before it."""
