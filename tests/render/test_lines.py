"""Where text may break: no bound is torn from its number, and no line begins with what separates two pieces."""

import pytest

from indicators import markup

_KEPT = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("more than 74,000 tons", "more~than~74,000~tons"),
        ("between 4 and 6 months", "between~4~and~6~months"),
        ("at most 3 dead and wounded a day", "at~most~3~dead~and~wounded a~day"),
        ("3 rounds of 122 mm", "3~rounds~of~122~mm"),
        ("6 million rounds of 152 mm", "6~million rounds~of~152~mm"),
        ("at most 1,200 personnel losses a day", "at~most~1,200~personnel~losses a~day"),
        ("22 printed here, 4 more calculations", "22~printed here, 4~more~calculations"),
        ("1 more calculation", "1~more~calculation"),
        ("about the 12 months", "about the 12~months"),
        ("17 October 2024 (assumed)", "17~October~2024 (assumed)"),
        ("June 2024 to August 2024", "June~2024 to August~2024"),
        ("in 2024 containers went", "in 2024 containers went"),
        ("38 North", "38~North"),
        ("for links, 1200 × 630", "for links, 1200~×~630"),
        ("1,200 a day or a dozen", "1,200~a~day or a dozen"),
        ("officials · estimate", "officials~· estimate"),
        ("troops considered / losses", "troops considered~/ losses"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, shown: str) -> None:
    assert markup.element("p", text) == f"<p>{shown}</p>".replace("~", _KEPT)
    assert markup.join(["", text], " · ").endswith(shown.replace("~", _KEPT))


def test_what_is_copied_keeps_its_blanks_and_html_is_left_alone() -> None:
    assert markup.element("pre", "more than 74,000") == "<pre>more than 74,000</pre>"
    assert markup.join(["a", "b"], markup.LINE_BREAK) == "a<br>b"
    assert markup.join(["a", "b"], " · ") == f"a{_KEPT}· b"
    assert markup.tagged("a", "editor") == f'a{_KEPT}<span class="origin">editor</span>'
