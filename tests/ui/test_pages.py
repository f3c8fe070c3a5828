"""The pages as scripts: what they show for a selection, without a browser."""

import re
import shutil
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.ui.parts import figures, operands
from indicators.ui.shared import served_catalogue
from indicators.ui.shared.query import parse_comparison
from indicators.ui.shared.site import PLAIN_FILES, plain_files
from tests.support.edits import repeat_row
from tests.support.pages import PAGES, run_page, text
from tests.support.places import ROOT, WARDS
from tests.support.second_article import add_article
from tests.support.twins import add_twins

FIGURE_LINK = re.compile(r'<td data-name="Figure"><a class="way within" href="figures\?([^"]*)"[^>]*>(.*?)</a>')


def page_text(page: str = "overview", **query: str) -> str:
    """Everything that a page of the shipped catalogue says; a page that several tests read runs once."""
    return _page_text(page, frozenset(query.items()))


@cache
def _page_text(page: str, query: frozenset[tuple[str, str]]) -> str:
    return text(run_page(page, **dict(query)))


def figures_in_table(app: AppTest) -> list[str]:
    """The ids of the figures in the table, in its order."""
    return [parse_qs(unescape(query))["figure"][0] for query, _ in FIGURE_LINK.findall(text(app))]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_without_an_exception_and_has_one_title(page: str) -> None:
    app = run_page(page)
    assert len(app.title) == 1


def test_a_draft_is_shown_again_with_its_numbers_marked_and_stands_in_no_address() -> None:
    app = run_page("check_a_draft")
    app.text_area[0].input("Kim sent 10,000 North Korean soldiers. <script>alert(1)</script>").run()
    assert not app.exception
    shown = text(app)
    assert '<details class="number is-loses is-short"><summary>10,000<span class="sign" aria-hidden="true">!' in shown
    assert "<script" not in shown
    assert "that about 10,000 North Korean" in text(app).partition('class="copyable"')[2]
    assert shown.index("<details") < shown.index('class="draft-file"')
    assert dict(app.query_params) == {}
    app.text_area[0].input("").run()
    assert "<details" not in text(app)


def test_a_number_that_others_published_is_pointed_out_and_their_figures_are_included_by_a_button() -> None:
    app = run_page("check_a_draft")
    draft = "The UK Ministry of Defence put Russian killed and wounded at an average of 1,271 a day in September 2024."
    app.text_area[0].input(draft).run()
    assert "“1,271” is not in the article." in text(app)
    assert "<details" not in text(app)
    next(button for button in app.button if button.label == "Compare with figures that others published").click().run()
    assert "<summary>1,271" in text(app)
    assert dict(app.query_params) == {"record": "on"}


def test_every_headline_figure_is_on_the_first_page_with_qualifier_unit_source_and_period() -> None:
    shown = page_text()
    for bound, number, unit in (
        ("more than", "74,000", "metric tons"),
        ("about", "1,200", "personnel losses a day"),
        ("more than", "600,000", "dead and wounded"),
        ("about", "10,000", "troops"),
        ("", "3,000", "troops"),
        ("", "12,000", "troops"),
    ):
        assert (
            f'<span class="bound">{bound}</span><span class="number">{number}</span> <span class="unit">{unit}</span>'
            in shown
        )
    for words in (
        "C4ADS (non-governmental organization)",
        "US officials (government, unnamed)",
        "August 2023 to January 2024",
        "not stated",
        *(f'href="data/figures/containers-2024-{month}.png"' for month in ("03", "08")),
    ):
        assert words in shown
    assert '<span class="number">13,000</span></span> <span class="unit">containers</span>' in shown
    assert shown.index("74,000") < shown.index("7,000</span>") < shown.index("13,000") < shown.index("1,200")
    assert shown.index("1,200") < shown.index("600,000") < shown.index("10,000")


def test_a_selection_changes_cards_and_charts_alike() -> None:
    app = run_page(source="c4ads")
    assert "74,000" in text(app)
    assert "13,000" not in text(app)
    assert len(app.get("vega_lite_chart")) == 0, "there is nothing to compare"
    assert "1 of 22 figures" in text(app)


def test_the_selection_holds_from_page_to_page() -> None:
    app = run_page("figures", source="rok-nis")
    assert figures_in_table(app) == ["troops-training"]
    app.switch_page(str(ROOT / "pages" / "sources.py"))
    app.run()
    assert "National Intelligence Service</h3>" in text(app)
    assert "C4ADS</h3>" not in text(app)


def test_an_unknown_id_in_the_address_is_named_and_ignored() -> None:
    app = run_page(source=["c4ads", "<b>nobody</b>"])
    assert [one.value for one in app.warning] == [
        'The address names something unknown, which is left out: no source "\\<b\\>nobody\\</b\\>"'
    ]
    assert "74,000" in text(app)


def test_an_empty_selection_says_so_and_offers_the_way_back() -> None:
    app = run_page(source="c4ads", topic="troops")
    assert [one.value for one in app.info] == ["No figure matches this selection."]
    app.button(key="_show_all").click().run()
    assert "All 22 figures" in text(app)


def test_the_units_of_the_reader_convert_cards_and_charts() -> None:
    app = run_page(units="si")
    assert "more than 6.7" not in text(app)
    assert "more than 6,700 kilometers" in text(app)
    assert "81,000" in page_text(units="us")


def test_a_figure_opens_in_full() -> None:
    app = run_page("figures", figure="containers-2024-03")
    shown = text(app)
    for words in (
        "7,000",
        "South Korean military officials (unnamed), as the editor reads the text",
        "Before you quote this",
        "To cite it",
    ):
        assert words in shown


def test_a_figure_names_the_one_that_it_updates_and_leads_to_it() -> None:
    shown = text(run_page("figures", figure="containers-2024-08", units="us"))
    earlier = "7,000 containers, issued March 2024 (year assumed by the editor)"
    assert f'href="figures?units=us&amp;figure=containers-2024-03">{earlier}</a>' in shown


def test_the_page_figures_has_a_search_and_the_panel_none_while_it_is_there() -> None:
    app = run_page("figures")
    app.session_state["_filter"] = True
    app.text_input(key="search").set_value("beds troops").run()
    assert app.query_params["search"] in ("beds troops", ["beds troops"])  # a text or a list, as the version has it
    assert "No figure matches" in text(app)
    app.text_input(key="search").set_value("troops").run()
    assert "4 of 22 figures" in text(app)


def test_a_search_also_finds_what_was_said_without_a_figure() -> None:
    shown = text(run_page("figures", search="budanov"))
    assert "No figure matches this selection." in shown
    assert (
        "Statements without a figure</h2><ul><li>Kyrylo Budanov, head of Ukraine&#x27;s military intelligence" in shown
    )
    assert "Statements without a figure" not in text(run_page("figures", search="tons"))


def test_an_unknown_figure_is_named_with_the_nearest() -> None:
    assert "did you mean" in page_text("figures", figure="distanse")


def test_what_follows_is_shown_with_its_working_and_what_does_not_with_its_reasons() -> None:
    shown = page_text("what_follows")
    for words in (
        "more than 12,000 metric tons a month",
        "÷ between 4 and 6 months",
        "Holds only under an assumption",
        "Not computed, and why",
        "The day on which the conflict began is not in the text.",
    ):
        assert words in shown  # fmt: skip
    assert "about 36,000" not in page_text("what_follows", source="c4ads")
    assert "No calculation rests on the selected figures alone." in page_text("what_follows", source="rok-nis")


def test_a_comparison_in_the_address_is_answered() -> None:
    app = run_page("compare", left="containers-2024-08", op="plus", right="containers-2024-03")
    shown = text(app)
    assert '<span class="verdict refused">✕ does not hold</span>' in shown
    assert "One is printed as an update of the other" in shown
    assert "6,000 containers" in page_text("compare", left="containers-2024-08", op="minus", right="containers-2024-03")


def test_a_comparison_stays_what_was_chosen_after_any_click() -> None:
    asked = {"left": "troops-training", "op": "equals", "right": "nis-3000"}
    app = run_page("compare", panel=True, record="on", **asked)
    for label in (box.value for box in app.selectbox):
        assert label in asked.values()
    assert all(len(set(box.options)) == len(box.options) for box in app.selectbox)
    app.segmented_control(key="units").set_value("us").run()
    assert {name: app.query_params[name] for name in asked} == asked


def test_a_comparison_in_the_address_is_answered_whatever_the_selection() -> None:
    asked = {"left": "troops-training", "op": "equals", "right": "nis-3000"}
    app = run_page("compare", source="c4ads", **asked)
    shown = text(app)
    assert 'class="verdict' in shown
    assert "The lists have the 1 of 22 figures of the filter, and the 5 of 11 derived figures" in shown
    assert "(NIS), estimate” is not among the figures of the filter." in shown
    assert "(NIS), reported” was published elsewhere." in shown
    assert not any("13,000 containers" in option for option in app.selectbox[0].options)


def test_what_is_unknown_in_the_question_of_an_address_is_named(wards: Catalogue) -> None:
    given = {"left": ["beds-emty"], "op": ["plsu"], "right": ["beds-staffed.perod"]}
    values, unknown = parse_comparison(wards, given)
    assert values == {"left": None, "op": None, "right": None}
    assert unknown == [
        'no figure "beds-emty"; did you mean "beds-empty"?',
        'no operation "plsu"; did you mean "plus"?',
        'no part of a figure "perod"; did you mean "period"?',
    ]
    known = {"left": ["beds-empty.issued"], "op": ["plus"], "right": ["leavers"]}
    assert parse_comparison(wards, known) == ({name: value for name, (value,) in known.items()}, [])


def test_every_operand_has_a_name_of_its_own(wards: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    twins = load(add_twins(tmp_path / "data"))
    offered = ["oxygen-officials", "oxygen-later", "oxygen-later.period", "leavers"]
    names = operands.operand_names(twins, offered)
    assert len(set(names.values())) == len(names)
    assert names["oxygen-later"].endswith(", October 2023, assumed (Board officials, Northland)")
    monkeypatch.setattr(operands, "MOST", 3)
    many = operands.operand_names(twins, offered)
    assert list(many) == offered
    assert all(name.endswith(f", id {identity}") for identity, name in many.items())


def test_a_figure_says_what_may_and_may_not_be_done_with_it() -> None:
    shown = page_text("figures", figure="losses-daily")
    assert "What you may compute with it" in shown
    assert "<strong>about 36,000 personnel losses</strong>: Russian personnel losses in the month " in shown
    assert "Divided by its own period: Only a total gathers over its period" in shown


def test_the_state_of_the_audit_is_shown() -> None:
    shown = page_text("method")
    assert "The audit as it was last run" in shown
    assert "22 by figures, 56 dismissed" in shown
    assert "0 unaccounted, 0 missing, 0 misplaced, 0 misquoted" in shown
    assert "<dt>Catalogue changed since</dt><dd>no</dd>" in shown


def test_the_same_as_plain_files_is_linked_where_it_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "as plain files" not in page_text("method")
    monkeypatch.setenv(PLAIN_FILES, "https://files.example.org/")
    assert 'The same as plain files: <a href="https://files.example.org/"' in text(run_page("method"))
    monkeypatch.setenv(PLAIN_FILES, "javascript:alert(1)")
    assert plain_files() == ""


def test_missing_voices_are_named() -> None:
    shown = page_text("sources")
    assert "Whose voice is missing" in shown
    assert "Government of Russia" in shown


def test_text_of_a_catalogue_is_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "indicators.csv"
    path.write_text(path.read_text().replace("Distance from North Korea to the war", "<img src=x onerror=alert(1)>"))
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    shown = text(run_page())
    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_the_table_begins_with_the_headlines_and_is_ordered_by_any_column() -> None:
    unordered = run_page("figures")
    assert figures_in_table(unordered)[:3] == ["munitions-shipped", "containers-2024-08", "losses-daily"]
    by_number = run_page("figures", sort="-figure")
    assert figures_in_table(by_number)[:2] == ["aid-non-military", "casualties-total"]
    assert '<th scope="col" aria-sort="descending"><a class="way" href="figures" data-focus="sort-figure">' in text(
        by_number
    )
    unknown = run_page("figures", sort="isued", page="0")
    assert [one.value for one in unknown.warning] == [
        'The address names something unknown, which is left out: no order "isued"; did you mean "issued"?',
        "The address names something unknown, which is left out: no page “0”",
    ]


def test_a_table_of_many_figures_has_pages_and_is_ordered_over_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(WARDS, tmp_path / "data"))
    path = folder / "observations.csv"
    path.write_text(repeat_row(path.read_text(), "nurses-missing", 120))
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    first, last = run_page("figures", sort="measures"), run_page("figures", sort="measures", page="99")
    assert len(figures_in_table(first)) == figures.PER_PAGE
    count = int(re.findall(r"All ([0-9]+) figures\. Shown: 1 to 50", text(first))[0])
    assert len(figures_in_table(last)) == count % figures.PER_PAGE
    assert 'href="figures?sort=measures&amp;page=2">Next</a>' in text(first)
    assert 'href="figures?sort=measures&amp;page=2">Previous</a>' in text(last)
    pages = [first, run_page("figures", sort="measures", page="2"), last]
    assert len({id_ for page in pages for id_ in figures_in_table(page)}) == count
    titles = [title for page in pages for title in re.findall('data-name="What it measures">([^<]*)', text(page))]
    titles = [re.split(r" \((?:updated to|later figure:) ", title)[0] for title in titles]
    assert len(titles) == count
    assert titles == sorted(titles, key=str.casefold)


def test_a_direction_mark_turns_nothing_round_in_lists_tables_charts_and_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = "\u202e"
    folder = add_twins(tmp_path / "data")
    for table, name in (
        ("sources", "Officials of the health board"),
        ("sources", "Board officials"),
        ("topics", "Staff and supplies"),
        ("documents", "Beds for the Winter"),
        ("indicators", "Oxygen used"),
    ):
        path = folder / f"{table}.csv"
        path.write_text(path.read_text().replace(name, f"{name[:3]}{mark}{name[3:]}"))
    monkeypatch.setenv("INDICATORS_DATA", str(folder))
    app = run_page("figures", panel=True, record="on")
    lists = {one.label: one.options for one in app.multiselect}
    assert "Off\ufffdicials of the health board, Northland" in lists["Source"]
    cells = [text(app)]
    assert "Oxy\ufffdgen used" in cells[0]
    opened = run_page("figures", figure="oxygen-officials")
    code = text(opened).split('class="copyable"')[1:]
    overview = run_page()
    charts = [str(one.proto) for one in overview.get("vega_lite_chart")]
    compared = run_page("compare", left="oxygen-officials", op="equals", right="oxygen-later")
    operands = [option for one in compared.selectbox for option in one.options]
    assert [len(charts) > 1, len(code) > 3, len(operands) > 20] == [True] * 3
    shown = [*(name for names in lists.values() for name in names), *cells, *code, *charts, *operands]
    assert not [text for text in shown if mark in text or r"\342\200\256" in text]


def test_a_broken_catalogue_shows_its_problems_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "observations.csv"
    path.write_text(path.read_text().replace("metric_ton,", "kt,"))
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    app = run_page()
    assert [one.value for one in app.title] == ["This catalogue cannot be shown"]
    assert "observations.csv" in text(app)
    assert "&quot;kt&quot;" in text(app)
    monkeypatch.setenv("INDICATORS_SHOW_PROBLEMS", "0")
    assert "kt" not in text(run_page())


def test_an_open_page_says_that_the_figures_have_changed_or_why_a_change_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copytree(WARDS, tmp_path / "wards")) / "topics.csv"
    monkeypatch.setenv("INDICATORS_DATA", str(path.parent))

    def edit(text: str) -> None:
        path.write_text(text)
        for _ in range(2):
            served_catalogue.current().take_up_changes()

    app = run_page("figures")
    assert [*app.info, *app.warning] == []
    good = path.read_text()
    edit(good.replace("Capacity", "Room"))
    assert [one.value for one in app.run().info] == ["The figures have been updated. This page now shows the new ones."]
    assert len(app.run().info) == 0
    edit("id,ti")
    (warning,) = app.run().warning
    assert warning.value.startswith("The files of this catalogue have changed and have ")
    assert "topics" in warning.value
    monkeypatch.setenv("INDICATORS_SHOW_PROBLEMS", "0")
    assert len(app.run().warning) == 0


def test_a_second_article_added_to_the_files_is_shown_filtered_and_selected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_article(tmp_path / "data")
    monkeypatch.setenv("INDICATORS_DATA", str(tmp_path / "data"))
    assert "at least 42" in text(run_page()).replace('</span><span class="number">', " ")
    app = run_page("figures", document="second")
    assert [re.sub("<[^>]+>", "", words) for _, words in FIGURE_LINK.findall(text(app))] == ["at least 42 containers"]


def test_what_others_published_is_one_page_with_every_headline_that_the_record_has_figures_beside() -> None:
    app = run_page("others")
    assert [one.proto.label for one in app.get("download_button")] == ["CSV (59)"], "others' figures are taken along"
    shown = text(app)
    for words in (
        '<h2 id="about-containers-delivered">Containers North Korea delivered to Russia</h2>',
        '<td data-name="Change"><strong>left out</strong></td>',
        'Troops said to have been moved<br><span class="quiet">A further 1,500, in Russia.</span>',
        "More than 74,000 metric tons, as printed elsewhere",
        '<td data-name="As printed elsewhere">2023 to March 2024 (assumed by the editor)</td>',
        "UK Ministry of Defence and Ukraine&#x27;s military (a party to the conflict)",
        "Other published figures",
    ):
        assert words in shown
    assert shown.index(">1,140<") < shown.index(">1,187<"), "by period, not by date of issue"
    assert shown.index(">1,262<") < shown.index(">1,140<")
    heading = '<h2 id="other-things">Other things, counted by others</h2>'
    figures = load(ROOT / "data").figures
    elsewhere = figures["id"][figures["role"] == "record"]
    assert heading in shown
    assert [one for one in elsewhere if f'figure={one}"' not in shown] == []
    assert 'id="other-things"' in text(run_page("others", source="us-uk-analysts"))
    narrowed = text(run_page("others", source="c4ads"))
    assert 'href="figures?source=c4ads&amp;figure=munitions-shipped"' in narrowed
    assert "Containers delivered" not in narrowed


def test_a_catalogue_without_a_record_has_no_page_of_it_in_the_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = 'href="others">What others published</a>'
    assert link in text(run_page())
    documents = Path(shutil.copytree(WARDS, tmp_path / "data")) / "documents.csv"
    documents.write_text(documents.read_text().replace(",record,", ",subject,"))
    monkeypatch.setenv("INDICATORS_DATA", str(documents.parent))
    assert link not in text(run_page())
    assert [one.value for one in run_page("others").info] == ["This catalogue has no figures of other publications."]


def test_off_the_record_is_a_link_on_a_card_that_opens_it() -> None:
    app = run_page()
    shown = text(app)
    assert 'href="others#about-containers-delivered">What others published</a>' in shown
    assert "All 22 figures" in shown
    assert "UK Ministry of Defence" not in shown
    assert "UK Ministry of Defence" not in shown
    assert [one.label for one in run_page(panel=True).toggle] == ["Compare with 37 other published figures"]


def test_on_the_record_stands_apart_with_the_page_of_each_figure() -> None:
    app = run_page(panel=True, record="on")
    shown = text(app)
    assert "All 59 figures: 22 printed here, 37 published elsewhere" in shown
    assert shown.index("Other figures in the text") < shown.index("What others published</h2>")
    assert 'href="https://babel.ua/en/news/108088-' in shown
    assert shown.count('<td data-name="Figure">') == len(figures_in_table(app)) > 0, "each row leads to its figure"
    app.toggle[0].set_value(False).run()
    assert "All 22 figures" in text(app)


def test_turning_the_record_off_lets_go_of_what_only_it_has() -> None:
    app = run_page("figures", panel=True, record="on", source="uk-mod")
    assert len(figures_in_table(app)) == 6
    app.toggle[0].set_value(False).run()
    assert not app.exception
    assert len(figures_in_table(app)) == 22


def test_a_figure_is_set_against_what_was_first_published_with_the_record_on() -> None:
    on, off = (page_text("figures", figure="troops-training", **more) for more in ({"record": "on"}, {}))
    for words in (
        "As printed here, and elsewhere",
        "The Government of Russia (a party to the conflict) denied the troop movements",
    ):
        assert words in on
        assert words not in off
    assert "Published elsewhere: one figure from one government" in off


def test_a_figure_of_the_record_opens_with_its_chain_and_its_page() -> None:
    shown = page_text("figures", figure="uk-daily-2024-09")
    for words in (
        "Whoever counted is a party to the conflict.",
        "so no independent confirmation",
        '<a href="https://menafn.com/1108755493/',
        "38,130 dead and wounded",
    ):
        assert words in shown


def test_what_follows_sets_the_september_claim_against_the_british_rate_with_the_record_on() -> None:
    shown = page_text("what_follows", record="on")
    assert "1,271 dead and wounded a day" in shown
    assert "Both rest on one count: no independent confirmation." in shown
    assert "1,271" not in page_text("what_follows")


def test_denials_stand_with_the_missing_voices_with_the_record_on() -> None:
    assert "denied the troop movements" in page_text("sources", record="on")
    assert "denied" not in page_text("sources")
