"""Cards of what is computed: nothing is said twice, and nothing is called wrong that holds."""

import re

from markupsafe import Markup

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from indicators.combine.derived import all_derived, all_temptations
from indicators.figures.summary import ELSEWHERE
from indicators.render import verdict_card
from tests.support.blanks import plain
from tests.support.places import EXAMPLES


def test_a_card_says_once_how_many_caveats_there_are_and_what_is_assumed(shipped: Catalogue) -> None:
    cards = {figure.id: verdict_card.derived_card(shipped, figure, Markup()) for figure in all_derived(shipped)}
    assert not any(re.search(r"[0-9] caveats?|assumes:", card) for card in cards.values())
    assert cards["soldiers-as-losses"].count("One arriving soldier stands for one lost soldier.") == 1


def test_an_answer_lists_the_caveats_of_both_figures(shipped: Catalogue) -> None:
    verdict = compare(shipped, "troops-considered", "over", "losses-daily")
    shown = plain(verdict_card.in_full(verdict))
    assert f"<summary>{len(verdict.caveats)} caveats</summary>" in shown
    assert {caveat.code for caveat in verdict.caveats} == {
        code for figure in ("troops-considered", "losses-daily") for code in shipped.observation(figure).caveats
    }
    assert shown.count("caveats") == 1


def test_what_is_worked_out_from_figures_of_the_record_says_so(shipped: Catalogue) -> None:
    marked = {
        figure.id
        for figure in all_derived(shipped)
        if ELSEWHERE in verdict_card.derived_card(shipped, figure, Markup())
    }
    assert marked == {"ua-september-daily", "uk-september-total", "us-killed-and-wounded"}


def test_a_tempting_combination_that_holds_is_not_called_wrong(shipped: Catalogue) -> None:
    temptations = all_temptations(load(EXAMPLES / "infections"))
    held = [each.verdict.answer for each in temptations if each.verdict.answer]
    shown = verdict_card.refusals(temptations)
    assert held
    assert all(answer in plain(shown) for answer in held)
    assert "wrong" not in shown
    assert verdict_card.temptations_title(temptations) == "Tempting combinations"
    assert "Tempting, but wrong" in verdict_card.refusals(all_temptations(shipped))


def test_what_is_assumed_stands_before_the_working(shipped: Catalogue) -> None:
    (figure,) = (each for each in all_derived(shipped) if each.id == "soldiers-as-losses")
    card = verdict_card.derived_card(shipped, figure, Markup())
    assert card.index("One arriving soldier") < card.index('class="working"')


def test_two_numbers_of_one_count_are_not_said_to_agree(shipped: Catalogue) -> None:
    for name in ("ua-september-daily", "uk-september-total"):
        (derived,) = (each for each in all_derived(shipped) if each.id == name)
        card = verdict_card.derived_card(shipped, derived, Markup())
        assert "= same count" in card
        assert "agrees" not in card
        assert "no independent confirmation" in card


def test_a_sum_of_parts_has_the_bound_of_their_whole(shipped: Catalogue) -> None:
    (derived,) = (each for each in all_derived(shipped) if each.id == "us-killed-and-wounded")
    card = verdict_card.derived_card(shipped, derived, Markup())
    assert '<span class="number">at most 615,000 dead and wounded</span>' in plain(card)
    assert "The bound is that of the sum as it is printed" in card
