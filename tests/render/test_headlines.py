"""Cards of headlines: one for each indicator, with what differs at the number that it belongs to."""

import re
from dataclasses import replace

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.figures.build import figures_of
from indicators.figures.selection import Selection, select
from indicators.render import figure_card, figure_cells, figure_table, report
from indicators.render.headlines import HeadlineCard, headline_cards, headline_positions, masthead
from indicators.render.summary_sentence import summary_sentence
from tests.support.blanks import plain
from tests.support.twins import add_twins


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(add_twins(tmp_path_factory.mktemp("twins") / "data"))


def words(html: str) -> str:
    """The text of HTML, with a single space in place of each tag."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def card_with(catalogue: Catalogue, figure: str) -> HeadlineCard:
    (card,) = (
        card for card in headline_cards(catalogue, select(catalogue, Selection()), "printed") if figure in card.figures
    )
    return card


def test_two_indicators_of_one_title_have_a_card_each_with_their_own_definition(twins: Catalogue) -> None:
    hospitals, ambulances = (card_with(twins, figure) for figure in ("oxygen-2023", "oxygen-southland"))
    assert hospitals.figures == ("oxygen-2023", "oxygen-officials", "oxygen-later")
    assert ambulances.figures == ("oxygen-southland",)
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
    for period in ("September 2023 to November 2023", "September 2023", "October 2023"):
        assert f'<span class="when">covers {period}</span>' in plain(card.html)


def test_an_arrow_is_never_parted_from_the_number_that_it_leads_to(wards: Catalogue) -> None:
    html = card_with(wards, "season-2023-11").html
    assert html.count('class="arrow"') == html.count('</span><p class="figure"><span class="bound">') > 0
    assert html.count('<div class="step"><span class="arrow"') == html.count('class="arrow"')


def test_status_and_caveats_that_differ_say_whose_they_are(wards: Catalogue) -> None:
    text = words(card_with(wards, "season-2023-11").html)
    assert "provisional" in text
    assert "6,900: Register of Admissions , named · provisional" in text
    assert ", named · reported" in text
    assert re.search(r"caveats .*6,900 : \S", text)


def test_what_all_figures_share_stands_once(wards: Catalogue) -> None:
    text = words(card_with(wards, "season-2023-11").html)
    assert text.count("Admissions counted from the first day of the season.") == 1


def test_the_report_has_the_same_cards(twins: Catalogue) -> None:
    page = report.page(twins, Selection())
    headlines = words(page[page.index('<h2 id="headlines"') : page.index('<h2 id="charts"')])
    assert "In tanks only." in headlines
    assert "that ambulances drew" in headlines


def test_words_that_tie_a_claim_to_its_source_stand_once_for_each_source(twins: Catalogue, wards: Catalogue) -> None:
    text = words(card_with(twins, "oxygen-later").html)
    assert text.count("no attribution in the document") == 2
    assert "The author of the article: no attribution in the document for more than 36, covers" in text
    one_source = words(card_with(wards, "month-2023-09").html)
    assert "Register of Admissions (monitor): attributed with “says”" in one_source


def test_words_that_tie_a_claim_to_its_source_are_quoted_as_they_are(wards: Catalogue) -> None:
    (figure,) = figures_of(wards, wards.rows("month-2023-09"))
    quoted = replace(figure, attribution="nonetheless, none other says")
    html = figure_card.definition_and_terms([quoted], figure_card.names_on_card([quoted]))
    assert "“nonetheless, none other says”" in html


def test_a_figure_and_its_update_are_one_number_that_cannot_break(shipped: Catalogue) -> None:
    card = card_with(shipped, "containers-2024-08")
    assert card.figures == ("containers-2024-03", "containers-2024-08")
    (pair,) = re.findall(r'<span class="pair".*?</span></span>', card.html)
    assert words(pair) == "7,000 → 13,000"
    assert "the two are not to be added" in words(card.html)


def test_stages_of_one_kind_share_a_card_and_say_once_what_all_of_them_say(shipped: Catalogue) -> None:
    card = card_with(shipped, "troops-training")
    assert card.wide
    assert card.figures == ("troops-mobilized", "troops-training", "troops-considered")
    assert words(card.html).count("may count the same people") == 1
    assert re.findall(r"--share:([\d.]+)", card.html) == ["0.833", "0.25", "1"]


def test_the_first_caveat_of_the_catalogue_stands_in_full_before_what_is_folded(shipped: Catalogue) -> None:
    html = card_with(shipped, "casualties-total").html
    first = shipped.text("caveats", shipped.observation("casualties-total").caveats[0], "text")
    assert html.index(first) < html.index("<details")


def test_a_card_of_one_figure_shows_two_caveats_and_one_of_several_figures_or_stages_shows_one(
    shipped: Catalogue,
) -> None:
    for figure, unfolded, folded in (("casualties-total", 2, 5), ("containers-2024-08", 1, 6)):
        html = card_with(shipped, figure).html
        assert html.partition("<details")[0].count('class="caveat"') == unfolded
        assert f"What is counted, {folded} more caveats" in plain(html)
    # One for all stages, and one for each.
    assert card_with(shipped, "troops-training").html.count('class="caveat"') == 1 + 3


def test_a_card_says_when_a_figure_that_stands_alone_was_issued(shipped: Catalogue) -> None:
    for figure, issued in (
        ("troops-mobilized", "Issued 17 October 2024 (year assumed by the editor)"),
        ("troops-training", ""),
    ):
        figures = figures_of(shipped, shipped.rows(figure))
        shown = words(figure_card.definition_and_terms(figures, figure_card.names_on_card(figures)))
        assert issued in shown
        assert ("Issued" in shown) is bool(issued)


def test_what_is_unfolded_on_a_card_says_nothing_that_stands_above_it(shipped: Catalogue) -> None:
    folded = words(card_with(shipped, "casualties-total").html.partition("<details")[2])
    assert "US officials (government, unnamed): attributed with" in folded
    for term in ("Period", "Status", "up to October 2024"):
        assert term not in folded


@pytest.mark.parametrize(
    ("figure", "drawing"),
    [
        ("munitions-shipped", "Covers August 2023 to January 2024."),
        ("casualties-total", "A bar that goes on beyond the number: a lower bound."),
        ("containers-2024-08", "7,000 containers, issued March 2024; 13,000 containers, issued August 2024."),
    ],
)
def test_a_drawing_says_in_words_what_it_shows(figure: str, drawing: str, shipped: Catalogue) -> None:
    assert f'role="img" aria-label="{drawing}"' in card_with(shipped, figure).html


def test_the_months_of_a_period_are_cells_and_those_of_one_year_stand_in_it(shipped: Catalogue) -> None:
    def cells(figure: str) -> list[bool]:
        return [bool(cell) for cell in re.findall(r'<span( class="on")?></span>', card_with(shipped, figure).html)]

    assert cells("munitions-shipped") == [True] * 6
    assert cells("losses-daily") == [month == 8 for month in range(12)]
    below = '<div class="scale"><span>Jan</span><span>September 2024</span><span>\N{NO-BREAK SPACE}</span></div>'
    assert plain(below) in plain(card_with(shipped, "losses-daily").html)


def test_the_finding_counts_bounds_and_sources(wards: Catalogue, shipped: Catalogue) -> None:
    rows = shipped.rows("munitions-shipped", "troops-mobilized", "casualties-total")
    assert summary_sentence(shipped, rows) == (
        "Three headline figures: two are lower bounds, one approximate. Two have a named source, one of these a party "
        "to the conflict; one a source that is not named."
    )
    assert summary_sentence(shipped, shipped.rows("munitions-shipped", "troops-training")).endswith(
        ". All have a named source."
    )
    assert summary_sentence(wards, wards.figures.head(0)) == ""


def test_the_finding_counts_what_is_on_the_cards(jobs: Catalogue) -> None:
    rows = select(jobs, Selection())
    cards = headline_cards(jobs, rows, "printed")
    shown = sum(len(card.figures) for card in cards)
    assert headline_positions(jobs, rows).size > shown == 8
    assert "Eight headline figures" in masthead(jobs, Selection(), rows, cards)


def test_a_size_stands_on_a_scale_from_zero_and_a_dot_is_hollow_where_the_source_is_unnamed(shipped: Catalogue) -> None:
    html = card_with(shipped, "casualties-total").html
    assert '<div class="bar least" role="img"' in html
    assert '<div class="scale"><span>0</span><span>600,000</span></div>' in html
    assert 'class="scale"><span>0</span>' not in card_with(shipped, "munitions-shipped").html, "a period has no zero"
    assert card_with(shipped, "containers-2024-08").html.count('class="dot unnamed"') == 2


def test_what_the_editor_assumed_is_said_of_the_number_that_it_is_assumed_of(
    shipped: Catalogue, wards: Catalogue
) -> None:
    assert "The end of the period is assumed by the editor." in card_with(shipped, "casualties-total").html
    html = plain(card_with(wards, "beds-planned").html)
    assert "The start of the period of 150 is assumed by the editor." in html
    assert "The period is assumed" not in html


def test_a_card_says_when_its_number_was_issued(shipped: Catalogue) -> None:
    single = words(card_with(shipped, "troops-mobilized").html)
    assert "Issued 17 October 2024 (year assumed by the editor). Period: not stated." in single
    assert single.count("assumed by the editor") == 1
    pair = plain(card_with(shipped, "containers-2024-08").html)
    assert "<span>issued March 2024</span><span>August 2024</span>" in pair
    assert "The year of issue is assumed by the editor." in pair


def test_what_is_only_conditional_is_not_drawn_as_solid_as_a_claim(shipped: Catalogue) -> None:
    html = card_with(shipped, "troops-considered").html
    assert html.count('class="bar exact expected"') == 1
    assert html.count(" expected") == 1


def test_a_cell_says_that_a_date_is_not_stated(shipped: Catalogue) -> None:
    (figure,) = figures_of(shipped, shipped.rows("losses-daily"))
    assert plain(figure_cells.date_cell(figure, "period")) == "September 2024 (year assumed by the editor)"
    assert figure_cells.date_cell(figure, "issued") == '<span class="absent">not stated</span>'


def test_numbers_issued_at_once_stand_in_their_periods(infections: Catalogue) -> None:
    card = card_with(infections, "admitted-05-05")
    assert card.figures == ("admitted-05-05", "admitted-05-12")
    drawn = re.search(r'<div class="steps" role="img" aria-label="([^"]+)">', card.html)
    assert drawn
    assert drawn[1] == "4 patients, covers 29 April 2024 to 5 May 2024; 9 patients, covers 6 May 2024 to 12 May 2024."
    assert plain(card.html).index("29 April 2024 to 5 May 2024</span><span>6 May 2024 to 12 May 2024")
    assert "The period is assumed by the editor." in card.html
    assert "issued 17 May 2024" not in card.html


def test_what_another_figure_updates_comes_after_the_other_headlines_of_a_table(shipped: Catalogue) -> None:
    rows = select(shipped, Selection())
    places = headline_positions(shipped, rows)
    ids = list(rows["id"].iloc[figure_table.positions(shipped, rows, None, slice(len(places)), "printed")])
    assert ids[-1] == "containers-2024-03"
    assert ids[:-1] == [each for each in rows["id"].iloc[places] if each != ids[-1]]
