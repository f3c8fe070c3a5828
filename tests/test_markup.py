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
        (markup.open_details("A", "b"), "<details open><summary>A</summary>b</details>"),
        (markup.labelled("A", HOSTILE), f'<p class="label">A</p>{ESCAPED}'),
        (markup.card_grid(["a", "b"]), '<div class="cards"><section>a</section><section>b</section></div>'),
        (markup.card_grid([]), ""),
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
