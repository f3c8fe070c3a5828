"""Cards of headlines: one for each indicator, with what differs at the number that it belongs to."""

import re

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.figures.selection import Selection, select
from indicators.render import report
from indicators.render.headlines import HeadlineCard, headline_cards
from tests.support.twins import add_twins


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(add_twins(tmp_path_factory.mktemp("twins") / "data"))


def words(html: str) -> str:
    """The text of HTML, with a single space in place of each tag."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def card_with(catalogue: Catalogue, figure: str) -> HeadlineCard:
    (card,) = (
        card
        for card in headline_cards(catalogue, select(catalogue, Selection()), "printed")
        if figure in [identity for identity, _ in card.figures]
    )
    return card


def test_two_indicators_of_one_title_have_a_card_each_with_their_own_definition(twins: Catalogue) -> None:
    hospitals, ambulances = (card_with(twins, figure) for figure in ("oxygen-2023", "oxygen-southland"))
    assert [identity for identity, _ in hospitals.figures] == ["oxygen-2023", "oxygen-officials", "oxygen-later"]
    assert [identity for identity, _ in ambulances.figures] == ["oxygen-southland"]
    assert "that the hospitals drew" in hospitals.html
    assert "that the hospitals drew" not in ambulances.html
    assert "that ambulances drew" in ambulances.html


def test_what_only_one_figure_counts_stands_with_that_figure_alone(twins: Catalogue) -> None:
    text = words(card_with(twins, "oxygen-later").html)
    assert text.count("In tanks only.") == 1
    assert "more than 36, covers October 2023 : In tanks only. Mass of oxygen" in text
    assert "covers September 2023 to November 2023 ; more than 36, covers September 2023 : Mass" in text.replace(
        ";", " ;"
    )


def test_equal_numbers_on_a_card_are_told_apart(twins: Catalogue) -> None:
    card = card_with(twins, "oxygen-later")
    assert len({name for _, name in card.figures}) == 3
    for period in ("September 2023 to November 2023", "September 2023", "October 2023"):
        assert f'<span class="when">covers {period}</span>' in card.html


def test_an_arrow_is_never_parted_from_the_number_that_it_leads_to(wards: Catalogue) -> None:
    html = card_with(wards, "season-2023-11").html
    assert html.count('class="arrow"') == html.count('</span><p class="figure"><span class="bound">') > 0
    assert html.count('<div class="step"><span class="arrow"') == html.count('class="arrow"')


def test_status_and_caveats_that_differ_say_whose_they_are(wards: Catalogue) -> None:
    text = words(card_with(wards, "season-2023-11").html)
    assert "provisional" in text
    assert re.search(r"Status .*6,900 : provisional", text)
    assert re.search(r"caveats .*6,900 : \S", text)


def test_what_all_figures_share_stands_once(wards: Catalogue) -> None:
    text = words(card_with(wards, "season-2023-11").html)
    assert text.count("Admissions counted from the first day of the season.") == 1


def test_the_report_has_the_same_cards(twins: Catalogue) -> None:
    page = report.page(twins, Selection())
    headlines = words(page[page.index('<h2 id="part-1"') : page.index('<h2 id="part-2"')])
    assert "In tanks only." in headlines
    assert "that ambulances drew" in headlines


def test_words_that_tie_a_claim_to_its_source_stand_once_for_each_source(twins: Catalogue, wards: Catalogue) -> None:
    text = words(card_with(twins, "oxygen-later").html)
    assert text.count("no attribution in the document") == 2
    assert "The author of the article (author): no attribution in the document for more than 36, covers" in text
    one_source = words(card_with(wards, "month-2023-09").html)
    assert "Register of Admissions (monitor): “says” Status" in one_source
