import re

import pytest
from markupsafe import Markup

from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection, select
from indicators.figures.summary import ELSEWHERE
from indicators.render.card_grid import NUMBERS, PAPER, TEXT, card_grid, card_stacks
from indicators.render.source_card import card, is_long, speaking
from tests.support.blanks import plain


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
    assert {source for source in claims.index if is_long(rows, source)} == {*claims.index[claims > 4]} != set()


def test_the_author_of_the_text_stands_after_the_sources_that_it_quotes(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(record=True))
    assert rows["source"].value_counts().index[0] == "author"
    assert speaking(rows, shipped)[-1] == "author"


def test_a_claim_of_the_text_has_the_date_of_its_issue(shipped: Catalogue) -> None:
    claims = plain(card(shipped, select(shipped, Selection()), "rok-military", "printed"))
    assert "attributed with “estimated”, issued August 2024 (year assumed by the editor); estimate" in claims


def test_there_is_no_grid_without_cards() -> None:
    assert card_grid([]) == card_stacks([]) == ""


def test_nothing_on_the_card_of_a_source_folds_so_that_none_moves_to_another_column(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(record=True))
    cards = [card(shipped, rows, source, "printed", record=True) for source in speaking(rows, shipped)]
    assert "Also said" in "".join(cards)
    assert "<details" not in card_stacks(cards)


def test_a_claim_that_was_published_elsewhere_says_so(shipped: Catalogue) -> None:
    rows = select(shipped, Selection(record=True))
    claims = re.findall("<li>.*?</li>", card(shipped, rows, "c4ads", "printed"))
    assert [ELSEWHERE in claim for claim in claims] == [False, True]


def test_claims_on_the_card_of_a_source_have_their_dates(shipped: Catalogue) -> None:
    military = card(shipped, select(shipped, Selection(record=True)), "rok-military", "printed")
    claim = "attributed with “estimated”, issued August 2024 (year assumed by the editor); estimate"
    assert claim in plain(military)
