import re

import pytest
from markupsafe import Markup

from indicators.catalogue.model import Catalogue
from indicators.render.card_grid import NUMBERS, PAPER, TEXT, card_grid
from indicators.render.source_card import is_long


@pytest.mark.parametrize("columns", [NUMBERS, TEXT, PAPER])
@pytest.mark.parametrize("count", range(2, 30))
def test_no_card_stands_alone_in_the_last_row(columns: tuple[int, ...], count: int) -> None:
    grid = card_grid([Markup("a")] * count, columns)
    assert grid.count("<section>a</section>") == count
    classes = re.search('class="cards([^"]*)"', grid)[1].split()  # type: ignore[index]
    number = 2 if "few" in classes else 3 if "three" in classes else 4
    assert number in columns or count <= 2
    assert (count + ("lead" in classes)) % number != 1
    assert (count + ("odd" in classes)) % 2 != 1, "the first card fills a row where there are two columns"


def test_a_source_with_many_claims_has_the_width_of_the_page(shipped: Catalogue) -> None:
    rows = shipped.figures
    claims = rows["source"].astype(str).value_counts()
    assert {source for source in claims.index if is_long(rows, source)} == {*claims.index[claims > 6]} != set()


def test_there_is_no_grid_without_cards() -> None:
    assert card_grid([]) == ""
