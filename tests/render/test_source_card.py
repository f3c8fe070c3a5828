"""A source as a card: what tells its claims apart."""

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import figures_in_scope
from indicators.render import source_card

_KEPT = "\N{NO-BREAK SPACE}"


def test_claims_that_look_alike_say_what_is_counted_and_a_part_says_the_bound_of_its_whole(shipped: Catalogue) -> None:
    rows = figures_in_scope(shipped, record=True)
    nis, officials = (source_card.card(shipped, rows, source, "printed") for source in ("rok-nis", "us-officials"))
    assert (
        nis.count("· Special forces moved to Vladivostok; issued 18")
        == 1
        == nis.count("· A further 1,500, in Russia; ")
    )
    assert "Four brigades" not in nis
    assert (
        officials.replace(_KEPT, " ").count("No bound is stated; it is a part of at most 615,000 dead and wounded;")
        == 2
    )
