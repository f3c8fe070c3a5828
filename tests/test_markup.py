"""Builders of HTML: text is escaped, HTML is not, and attributes are always text."""

import pytest
from markupsafe import Markup

from indicators import markup

HOSTILE = """<b title="a">&'\x00\ud800"""
ESCAPED = "&lt;b title=&quot;a&quot;&gt;&amp;&#x27;\ufffd\ufffd"


def test_text_is_escaped_and_unprintable_characters_are_replaced() -> None:
    assert markup.escape(HOSTILE) == ESCAPED


def test_html_is_escaped_once() -> None:
    assert markup.escape(markup.escape(HOSTILE)) == ESCAPED
    assert markup.paragraph(markup.element("strong", HOSTILE)) == f"<p><strong>{ESCAPED}</strong></p>"


def test_an_attribute_is_text_even_where_it_is_given_as_html() -> None:
    link = markup.element("a", "x", href=Markup(HOSTILE), aria_label=None, class_="")
    assert link == f'<a href="{ESCAPED}" class="">x</a>'


def test_a_separator_is_text_too() -> None:
    assert markup.join(["a", Markup("<br>")], " & ") == "a &amp; <br>"


@pytest.mark.parametrize(
    ("built", "html"),
    [
        (markup.terms({"A": HOSTILE, "B": ""}), f"<dl><dt>A</dt><dd>{ESCAPED}</dd></dl>"),
        (markup.bullet_list([HOSTILE]), f"<ul><li>{ESCAPED}</li></ul>"),
        (markup.details(HOSTILE, HOSTILE), f"<details><summary>{ESCAPED}</summary>{ESCAPED}</details>"),
        (markup.labelled("A", HOSTILE), f'<p class="label">A</p>{ESCAPED}'),
        (
            markup.table(["A", ""], [["1", HOSTILE]]),
            '<div class="wide"><table><thead><tr><th scope="col">A</th><th scope="col"></th></tr></thead>'
            f'<tbody><tr><td data-name="A">1</td><td data-name="">{ESCAPED}</td></tr></tbody></table></div>',
        ),
        (markup.external_link("javascript:alert(1)", "words"), "words"),
    ],
)
def test_content_of_a_builder_is_text_unless_it_is_html(built: Markup, html: str) -> None:
    assert isinstance(built, Markup)
    assert built == html


@pytest.mark.parametrize("mark", [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))])
def test_a_direction_mark_is_shown_as_a_sign_and_turns_nothing_round(mark: str) -> None:
    text = f"C4{mark}ADS"
    assert markup.escape(text) == "C4\ufffdADS"
    assert markup.element("a", "x", title=text) == '<a title="C4\ufffdADS">x</a>'
    assert markup.markdown(text) == markup.label(text) == "C4\ufffdADS"


@pytest.mark.parametrize("text", ["משרד הבריאות", "وزارة", "ministry\u200f", "\u061c12"])
def test_text_from_right_to_left_is_isolated_from_the_numbers_beside_it(text: str) -> None:
    assert markup.join([text, " 12 – 15"]) == f"\u2068{text}\u2069 12 – 15"
    assert markup.label(text) == f"\u2068{text}\u2069"
    assert markup.element("p", markup.escape(text)) == f"<p>\u2068{text}\u2069</p>"


def test_other_letters_are_as_they_are() -> None:
    assert markup.escape("Żółć, 북한, Київ, CO₂ – “x”") == "Żółć, 북한, Київ, CO₂ – “x”"
