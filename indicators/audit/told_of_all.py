"""What a sentence says of all its numbers: found once, as a sentence may hold thousands of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.audit.claims import AuditedText
from indicators.audit.named_sources import NamedSources
from indicators.audit.printed_dates import tells_other_time
from indicators.audit.stated_in_words import prices_of, season_of


@dataclass(frozen=True, kw_only=True)
class ToldOfAll:
    """The dates of a sentence, with the start and end of each; whether it tells another time than its document, and
    whether it names another source; its season; the columns of its prices.
    """

    dates: Mapping[str, tuple[int, int]]
    tells_other_time: bool
    names_other_source: bool
    season: str
    prices: dict[str, str]


def told_of_all(audited: AuditedText, passage: int, sources: NamedSources) -> ToldOfAll:
    """What the passage with this number says of all its numbers."""
    sentence, period = audited.passages[passage].text, audited.catalogue.text("documents", audited.document, "period")
    dates = audited.dates_of(passage)
    return ToldOfAll(
        dates=dates,
        tells_other_time=tells_other_time(sentence, dates, period),
        names_other_source=sources.names_other(sentence),
        season=season_of(sentence),
        prices=prices_of(sentence),
    )
