"""A draft that was checked, as its page shows it."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.render.draft_marks import assumed, explained, marked, nothing_to_correct, page
from indicators.render.draft_summary import introduction, summary


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Call +44 20 7946 0600 for one of 3,000 seats, of which thirty are free.",
            "3 (“44 20 7946 0600”, “3,000”, “thirty”)",
        ),
        (
            "Call (555) 123-4567 for 40, 50, 60, 70 or 80 seats.",
            "6 (“555) 123-4567”, “40”, “50”, “60”, “70” …)",
        ),
        ("1. The first 300 boats.\n2. Then 40.\n(3) Then 7.", "3 (“300”, “40”, “7”)"),
        ("It took thirty\ndays.", "1 (“thirty days”)"),
        ("Every single day, once a year.", ""),
    ],
)
def test_numbers_from_elsewhere_are_counted_and_named_as_a_reader_does(
    text: str, told: str, shipped: Catalogue
) -> None:
    shown = summary(text, check(shipped, text), "article")
    listed = f'<ul class="verdicts"><li class="is-elsewhere">not from the article: {told}</li></ul>'
    assert shown == (listed if told else "<p>There is no number in it.</p>")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Japan's security agreement with Kyiv has a term of ten years.", "ten years"),
        ("Japan signed a 10-year security agreement with Kyiv in June.", "10-year"),
        ("Japan's non-military aid that came with the agreement is 4.5 billion dollars.", "4.5 billion dollars"),
        ("North Korea is more than 4,200\nmiles from the war.", "4,200\nmiles"),
        ("Its NIS says 3,000 North Korean troops are training in Russia.", "3,000"),
    ],
)
def test_a_mark_covers_the_unit_behind_its_number_and_the_sign_stands_behind_both(
    text: str, shown: str, shipped: Catalogue
) -> None:
    html = marked(text, check(shipped, text))
    assert f'<summary>{shown}<span class="sign" aria-hidden="true">' in html


def test_a_number_in_order_is_told_in_full_and_that_nothing_is_to_correct(shipped: Catalogue) -> None:
    text = "Russia reportedly lost about 1,200 personnel a day in September."
    found = check(shipped, text)
    in_full = "Quoted correctly. In full: Reportedly, Russia lost about 1,200 personnel a day in September."
    ((words, _),) = explained(text, found)
    assert f"1,200:</strong> {in_full}" in _plain(words)
    assert nothing_to_correct(shipped, found) == "<p>Nothing to correct.</p>"
    assert in_full in _plain(page(shipped, text, found))
    assert not nothing_to_correct(shipped, check(shipped, "Russia lost 1,200 personnel a day in September."))
    assert not nothing_to_correct(shipped, [])


def test_numbers_that_were_not_compared_are_not_called_in_order(shipped: Catalogue) -> None:
    found = check(shipped, "The ferry has 3,000 seats.")
    assert nothing_to_correct(shipped, found) == "<p>No number of the article found.</p>"


def test_the_lines_of_a_message_break_at_any_blank(shipped: Catalogue) -> None:
    text = "North Korea is more than 6,700 kilometres away from the war."
    ((words, _),) = explained(text, check(shipped, text))
    message = words.partition(":</strong>")[2]
    assert "more than 4,200 miles" in message
    assert "\N{NO-BREAK SPACE}" not in message


def test_a_proposed_wording_is_called_one(shipped: Catalogue) -> None:
    text = "Russia lost 1,200 personnel a day in September."
    shown = _plain(page(shipped, text, check(shipped, text)))
    assert '<p class="quiet">Proposed wording</p><blockquote>Reportedly, Russia lost about' in shown


def test_what_is_inferred_of_a_date_is_told_in_the_name_of_nobody(shipped: Catalogue) -> None:
    texts = ("Russia lost 1,200 men a day.", "More than 600,000 Russians are dead or wounded.", "It is 4,200 km away.")
    told = [_plain(assumed(shipped, finding)) for text in texts for finding in check(shipped, text)]
    assert told == [
        '<p class="quiet">September 2024 is meant; the article prints no year with it.</p>',
        '<p class="quiet">The article gives no end date: October 2024 is assumed.</p>',
        "",
    ]


def test_the_document_is_named_as_its_catalogue_names_it(shipped: Catalogue, jobs: Catalogue) -> None:
    title = "Russia-DPRK Relations: Strategic Partnership or Opportunistic Alliance?"
    assert f"the figures of the article “{title}”: whether" in _plain(introduction(shipped))
    assert "the figures of the document “Jobs and Unemployment in Halvern, April 2024”: whether" in _plain(
        introduction(jobs)
    )


def _plain(html: str) -> str:
    """HTML whose lines may break at any blank."""
    return html.replace("\N{NO-BREAK SPACE}", " ")
