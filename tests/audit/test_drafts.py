"""What a draft takes from the words of a text: intervals, seasons, prices, revisions, falls; and what is no figure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indicators._load import load
from indicators.audit.dismissal_grounds import reason_of
from indicators.audit.drafts import Drafts
from indicators.audit.printed_dates import is_compared, is_compared_value, tells_other_time
from indicators.audit.report import audit
from indicators.catalogue.model import Catalogue
from indicators.catalogue.new_catalogue import Beginning, write_new
from indicators.text.search import find
from indicators.text.sentences import fingerprint
from tests.support.audits import about, changed
from tests.support.edits import without_rows
from tests.support.places import ROOT

TEXT = (ROOT / "examples" / "infections" / "text.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def infections() -> Catalogue:
    return load(ROOT / "examples" / "infections")


OPENING = "Beds for the Winter\n\n"


@pytest.fixture(scope="module")
def bare(wards: Catalogue) -> Catalogue:
    return without_rows(wards)


def drafted(catalogue: Catalogue, sentence: str) -> list[Mapping[str, str]]:
    rows = Drafts(catalogue, f"{OPENING}{sentence}\n", "winter-2023").observations
    return [{name: cell for name, cell in row.items() if cell} for row in rows.to_dict("records")]


@pytest.mark.parametrize(
    ("sentence", "printed", "cells"),
    [
        ("It is 14.7 per cent (95% CI 12.9-16.6).", "14.7 per cent", ("12.9", "16.6", "confidence", "95")),
        ("It has 14% of beds in their first winter (95% CI: 12% to 16%).", "14%", ("12", "16", "confidence", "95")),
        ("It is 3 beds (90% credible interval: 2 to 5).", "3 beds", ("2", "5", "credible", "90")),
        ("It leads with 38% of voters (± 3 percentage points).", "38%", ("35", "41", "margin", "")),
        ("It saw 12 new cases (95% CI: 10 to 15).", "12 new cases", ("10", "15", "confidence", "95")),
        ("It has 34%, plus or minus 2.5 points.", "34%", ("31.5", "36.5", "margin", "")),
        ("It will grow by 1.8% in 2025 (90% interval: 0.6% to 3.0%).", "1.8%", ("0.6", "3", "", "90")),
        ("It is 43% of them (95% CI 39%–47%).", "43%", ("39", "47", "confidence", "95")),
        ("It will grow by 4% in 2026, with an 80% range of scenarios from 2 to 5%.", "4%",
         ("2", "5", "scenarios", "80")),
        ("71% of those who came by day or by night to the departments were seen within four hours (95% CI 70 to 72).",
         "71%", ("70", "72", "confidence", "95")),
    ],
)  # fmt: skip
def test_an_interval_stands_beside_its_number(
    bare: Catalogue, sentence: str, printed: str, cells: tuple[str, ...]
) -> None:
    (row,) = drafted(bare, sentence)
    names = ("interval_lower", "interval_upper", "interval_kind", "interval_level")
    assert row["as_printed"] == printed
    assert tuple(row.get(name, "") for name in names) == cells


def test_ends_in_brackets_are_of_the_kind_that_the_sentence_names_before(bare: Catalogue) -> None:
    rows = drafted(bare, "It satisfied 78% (95% confidence interval 75% to 81%) and 80% (76% to 84%) of women.")
    assert [(row["interval_lower"], row["interval_kind"], row["interval_level"]) for row in rows] == [
        ("75", "confidence", "95"),
        ("76", "confidence", "95"),
    ]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("It is 3 percent for men and 4 percent for women.", ["Men", "Women"]),
        ("It is 5.6% in the North, 4.8% in the Centre and 5.1% in the South.", ["North", "Centre", "South"]),
        ("The rates for adult men (3.4 percent), teenagers (9.8 percent), and Asians (2.8 percent) rose.",
         ["Adult men", "Teenagers", "Asians"]),
        ("Losses in paint, glass and tool shops (-9,000) were offset by a gain in kiosks (+15,000).",
         ["Paint, glass and tool shops", "Kiosks"]),
        ("It treated 20,500 patients, 12,300 of them women and 8,200 men.", ["Women", "Men"]),
        ("| Hospital | Within 18 weeks |\n| North Infirmary | 61.3% |\n| Lake Hospital | 68.7% |",
         ["North Infirmary", "Lake Hospital"]),
        ("It was 40 for ear, nose and throat, 30 for surgery.", ["Ear, nose and throat", "Surgery"]),
        ("It was 60 in Near Fen, 50 in East Fen and 70 in the remaining eight areas.", ["Near Fen", "East Fen"]),
        ("It ranged from 58% in Lowmoor to 89% in Highfield.", ["Lowmoor", "Highfield"]),
        ("- Food and drinks rose by 2.0% over the year.\n- Transport fell by 0.8%.\n- Rents: 7%",
         ["Food and drinks", "Transport", "Rents"]),
        ("* Primary: 5.1% of them\n* Secondary: 8%", ["Primary", "Secondary"]),
        ("- It rose by 3 percent.", []),
        ("It rose by 3 percent in May and by 4 percent in the winter.", []),
        ("It cost 3 percent for men.", []),
        ("It has 30 beds for 20 patients in the 4 weeks.", []),
    ],
)  # fmt: skip
def test_groups_that_the_words_tell_apart_are_proposed(bare: Catalogue, sentence: str, named: list[str]) -> None:
    rows = Drafts(bare, f"{OPENING}{sentence}\n", "winter-2023").groups
    assert (list(rows["title"]), set(rows["dimension"]) | {""}) == (named, {""})


def test_a_group_of_the_catalogue_is_filled_in(infections: Catalogue) -> None:
    text = f"{TEXT}\n\nIt is 4 percent in the North Valley and 5 percent in the Far Valley.\n"
    rows = Drafts(infections, text).observations
    assert list(rows["groups"])[-2:] == ["north-valley", ""]
    assert list(Drafts(infections, text).groups["title"]) == ["Far Valley"]


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("The rate in the North Valley rose to 4 percent, or 900 beds.", ["north-valley", "north-valley"]),
        ("It was 4 percent in the North Valley.", ["north-valley"]),
        ("In the North Valley it was 4 percent, and 3 percent overall.", ["north-valley", ""]),
        ("In the North Valley it was 4 percent, compared with 3 percent for the country.", ["north-valley", ""]),
        ("The North Valley and the South Coast have 4 percent together.", [""]),
        ("The North Valley said that 4 percent are ill.", [""]),
        ("It was 4 percent, 1 less than in the North Valley.", ["", ""]),
    ],
)
def test_a_group_of_the_catalogue_that_a_sentence_names_at_its_numbers_is_filled_in(
    infections: Catalogue, sentence: str, groups: list[str]
) -> None:
    rows = Drafts(infections, f"{TEXT}\n\n{sentence}\n").observations
    assert list(rows["groups"])[-len(groups) :] == groups


def test_the_number_that_a_rate_is_per_is_a_part_of_it() -> None:
    sentence = "That is 5.9 deaths per 100,000 people, or 9.8 per 100,000 for men."
    assert [reason_of(sentence, number) for number in find(sentence)] == ["", "part", ""]


def test_a_range_that_says_no_interval_is_a_figure_of_its_own(bare: Catalogue) -> None:
    assert len(drafted(bare, "It cost 14.7 percent (12 to 16 beds).")) == 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("girls under 18", "definition"),
        ("those aged 65 and over", "definition"),
        ("children aged 6-59 months", "definition"),
        ("below the five-year average", "definition"),
        ("in the second quarter", "date"),
        ("the 18 to 24 year olds", "definition"),
        ("the index (2015 = 100)", "definition"),
        ("a ratio (national average = 100)", "definition"),
        ("on a scale of 0 to 10", "definition"),
        ("in real 2023 dollars", "definition"),
        ("in the 12 months to September", "date"),
        ("than a year earlier", "date"),
        ("than two years ago", "date"),
        ("and fewer than a year earlier", "date"),
        ("which in 2050 ranges widely", "date"),
        ("over the past 6 months", "date"),
        ("between 1 and 30 June", "date"),
        ("at the 95% confidence level", "part"),
        ("in the 4 hours preceding the survey", "date"),
        ("both in town", "idiom"),
        ("for each home that has one", "idiom"),
        ("longer than a year before", "date"),
        ("(in thousands)", "definition"),
        ("(those ill for 27 months or more)", "definition"),
        ("(thousand beds)", "definition"),
        ("with a margin of error of plus or minus 5%", "part"),
        ("as Table 3 shows", "reference"),
    ],
)
def test_words_say_that_a_number_is_no_figure(bare: Catalogue, words: str, reason: str) -> None:
    text = f"{OPENING}The board spoke of many beds {words}.\n"
    reasons = set(Drafts(bare, text, "winter-2023").all_dismissals["why"]) - {"no_order"}
    assert reasons - {"date"} == {reason} - {"date"}
    assert reason in reasons
    assert drafted(bare, f"The board spoke of beds {words}.") == []


@pytest.mark.parametrize(
    "words",
    [
        "a man of 30",
        "under 18 beds",
        "12 months",
        "a wait of a year",
        "3 to 5 beds",
        "95% of them",
        "2023 beds",
        "a five-year plan",
    ],
)
def test_other_words_leave_it_to_the_editor(bare: Catalogue, words: str) -> None:
    assert len(drafted(bare, f"The board spoke of {words}.")) == 1


def test_a_time_within_which_a_share_is_told_is_its_definition(bare: Catalogue) -> None:
    assert [row["as_printed"] for row in drafted(bare, "Of all, 71.4 percent were seen within four hours.")] == [
        "71.4 percent"
    ]
    assert [row["as_printed"] for row in drafted(bare, "The ward was cleared within four hours.")] == ["four hours"]
    assert [row["as_printed"] for row in drafted(bare, "It fell from three to one.")] == ["three", "one"]


def test_the_number_of_a_footnote_is_a_reference(bare: Catalogue) -> None:
    text = f"{OPENING}It has 43 beds.[1]\n\n[1] Including 2 on loan.\n"
    dismissed = Drafts(bare, text, "winter-2023").dismissals
    assert list(zip(dismissed["as_printed"], dismissed["why"], strict=True)) == [("[1]", "name"), ("1", "reference")]


def test_working_time_is_no_length_of_time(bare: Catalogue) -> None:
    assert drafted(bare, "The survey measures pay, hours, and jobs; their hours fell.") == []
    assert [row["as_printed"] for row in drafted(bare, "It took hours.")] == ["hours"]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("It recorded a drop of 18.6 percent.", "drop of 18.6 percent"),
        ("They cut the number of trains by 40.", "cut the number of trains by 40"),
        ("It was 18 per cent less than in May.", "18 per cent less"),
        ("It had 1.8% fewer than a year earlier.", "1.8% fewer"),
        ("It fell to 2.7 percent.", "2.7 percent"),
        ("Energy took 0.4 percentage points off growth.", "0.4 percentage points off"),
        ("Rents fell and prices rose by 7 percent.", "7 percent"),
        ("It paid up to $120 per household.", "up to $120 per household"),
        ("There 214 collective sites shelter them.", "214 collective sites"),
        ("There 73,800 full-time equivalent nurses work in May.", "73,800 full-time equivalent nurses"),
    ],
)
def test_the_words_of_a_fall_and_of_what_is_counted_are_quoted(bare: Catalogue, sentence: str, printed: str) -> None:
    assert [row["as_printed"] for row in drafted(bare, sentence)] == [printed]


@pytest.mark.parametrize(
    ("sentence", "printed", "period", "other"),
    [
        ("It rose.", (), "2024-09", False),
        ("It rose in March.", ("--03",), "2023-03", False),
        ("It rose in March.", ("--03",), "2023-01/2023-03", True),
        ("It rose in the first quarter.", ("--01", "--03"), "2023-01/2023-03", False),
        ("It was warm in July.", ("--07",), "2023", True),
        ("It will rise in 2025.", ("2025",), "2024-09", True),
        ("It rose over the year.", (), "2024-09", True),
        ("It rose over the year.", (), "2024", False),
        ("Winter was mild.", (), "2024", True),
    ],
)
def test_the_period_of_the_document_is_none_of_a_sentence_that_tells_another_time(
    sentence: str, printed: tuple[str, ...], period: str, other: bool
) -> None:
    assert tells_other_time(sentence, printed, period) is other


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Inflation was 3.4%, down from 3.9%.", "3.9%"),
        ("The price rose from €1.20 to €1.35.", "€1.20"),
        ("It was 61% against a standard of 92%.", "92%"),
        ("It was 77% (target: 75%).", "75%"),
        ("It was 43%, compared with 28%.", "28%"),
        ("It was 28% in the previous round.", "28%"),
    ],
)
def test_the_value_of_another_time_or_a_norm_is_told_by_its_words(sentence: str, number: str) -> None:
    places = [(match.start(), match.end()) for match in re.finditer(r"€?\d[\d.]*%?", sentence)]
    compared = [sentence[start:end] for start, end in places if is_compared_value(sentence, start, end)]
    assert compared == [number]


def test_the_date_printed_with_a_number_is_its_period_whatever_else_the_sentence_tells(bare: Catalogue) -> None:
    dated = replace(bare, documents=bare.documents.assign(period="2023-03"))
    text = "It had 34 beds in March, up from 28 beds over the prior 6 months and from 20 beds in May 2020. "
    text += "It had 9 beds in March and April, and 8 beds in June. In May 2021, 7 beds came of 6."
    periods = ["2023-03", None, "2020-05", None, None, "2021-05", None]
    assert [row.get("period") for row in drafted(dated, text)] == periods


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("It has 34 beds.", "health-board"),
        ("It has 34 beds, according to the survey.", "health-board"),
        ("It has 34 beds, according to the health board.", "health-board"),
        ("It has 34 beds, according to the police.", None),
        ("The nurses' association says that it has 34 beds.", None),
    ],
)
def test_a_row_has_the_source_of_its_document_unless_its_sentence_names_another(
    sentence: str, source: str | None, bare: Catalogue
) -> None:
    stated = replace(bare, documents=bare.documents.assign(source="health-board"))
    assert [row.get("source") for row in drafted(stated, sentence)] == [source]


def test_a_season_is_no_period_and_a_known_value_no_bound(bare: Catalogue) -> None:
    rows = drafted(bare, "In autumn 2025, 7 beds came, above the 6 beds of before, and more than 5 beds a ward.")
    assert [(row.get("period"), row.get("qualifier")) for row in rows] == [
        (None, "unqualified"),
        (None, None),
        (None, "more_than"),
    ]


def test_a_share_of_things_has_no_unit_of_them(bare: Catalogue) -> None:
    assert [row.get("unit") for row in drafted(bare, "One in five beds is old; 34 beds are new.")] == [None, "bed"]


def test_what_is_compared_has_not_the_period_of_the_document(bare: Catalogue) -> None:
    documents = bare.documents.assign(period="2024-05")
    rows = drafted(replace(bare, documents=documents), "It has 34 beds, compared with 28 beds.")
    assert [row.get("period") for row in rows] == ["2024-05", None]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Average hourly earnings rose by €2 to €33.", ["EUR/hour", "EUR/hour"]),
        ("Hourly pay rose, and the wage bill came to €33 million in all.", [""]),
        ("It cost €2,914 a month, of which €412 went on food.", ["EUR/month", ""]),
        ("It cost €412.", ["EUR"]),
    ],
)
def test_money_is_per_the_time_that_the_words_say(sentence: str, units: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "pay"
    write_new(
        folder, Beginning(title="Pay", url="https://example.org", headings=(), units=("EUR", "hour")), date(2026, 1, 1)
    )
    rows = Drafts(load(folder), f"Pay\n\n{sentence}\n", document="pay").observations
    assert list(rows["unit"]) == units


def test_a_number_of_a_heading_is_left_to_decide_and_has_no_row(bare: Catalogue) -> None:
    text = "Beds for the Winter: 40 More\n\nThe board ordered 40 more beds.\n"
    assert list(Drafts(bare, text, "winter-2023").observations["paragraph"]) == ["1"]
    dismissed = Drafts(bare, text, "winter-2023").all_dismissals
    assert list(zip(dismissed["paragraph"], dismissed["why"], strict=True)) == [("0", ""), ("1", "")]


@pytest.mark.parametrize(
    ("sentence", "vintages"),
    [
        ("The rate for May was revised from 0.4 percent to 0.3 percent.", ("", "revised")),
        ("The rate for May was revised up to 0.5 percent from 0.4 percent.", ("revised", "")),
        ("It had 2,210 beds, which were first published as 2,140 beds.", ("revised", "first_published")),
        ("It was first published as 2,140 beds and since revised to 2,210 beds.", ("first_published", "revised")),
        ("It was previously reported as 2,140 beds and since revised to 2,210 beds.", ("", "revised")),
    ],
)
def test_a_revision_updates_an_earlier_value_which_is_the_first_only_where_the_words_say_so(
    bare: Catalogue, sentence: str, vintages: tuple[str, str]
) -> None:
    dated = replace(bare, documents=bare.documents.assign(issued="2023-06-02"))
    rows = drafted(dated, sentence)
    revised, earlier = sorted(rows, key=lambda row: row.get("vintage") != "revised")
    assert tuple(row.get("vintage", "") for row in rows) == vintages
    assert (revised["updates"], revised["issued"], earlier.get("issued")) == (earlier["id"], "2023-06-02", None)


def test_a_value_that_only_rose_is_no_revision(bare: Catalogue) -> None:
    assert not any("vintage" in row for row in drafted(bare, "The rate rose from 0.4 percent to 0.3 percent."))


def test_a_unit_is_left_open_where_the_amount_is_per_what_is_no_unit(bare: Catalogue) -> None:
    of_all, of_each = drafted(bare, "It spent €8 million in all, or €120 per household.")
    assert (of_all["unit"], of_each.get("unit", "")) == ("EUR", "")


@pytest.mark.parametrize(
    ("sentence", "cells"),
    [
        ("The seasonally adjusted rate was 3 percent.", {"season": "adjusted"}),
        ("The rate, not seasonally adjusted, was 3 percent.", {"season": "unadjusted"}),
        ("Oil costs USD 82 a bed in real 2023 dollars.", {"prices": "real", "price_base": "2023"}),
        ("Oil costs USD 82 at current prices.", {"prices": "nominal"}),
        ("Oil costs USD 82.", {}),
    ],
)
def test_season_and_prices_are_those_that_the_sentence_states(
    bare: Catalogue, sentence: str, cells: Mapping[str, str]
) -> None:
    (row,) = drafted(bare, sentence)
    assert {name: row[name] for name in ("season", "prices", "price_base") if name in row} == cells


def test_a_part_of_one_without_an_end_of_digits_is_drafted(bare: Catalogue) -> None:
    row, other = drafted(bare, "Nearly two thirds came, and 1 in 11 stayed.")
    assert (row["value"], row["significant_figures"]) == ("0.666666666666667", "2")
    assert (other["value"], other["significant_figures"]) == ("0.0909090909090909", "2")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is on 11%, down 2 points since September.", True),
        ("It is certain for 62%, compared with 58% in September.", True),
        ("It fell to -17, from -9 in September.", True),
        ("It was shorter than in September.", True),
        ("It rose by 6%, unchanged from September.", True),
        ("It was 58% in September.", False),
        ("They came from abroad, and left in September.", False),
    ],
)
def test_a_date_may_be_that_of_what_is_compared(sentence: str, expected: bool) -> None:
    assert is_compared(sentence, sentence.index("September")) is expected


@pytest.mark.parametrize(
    ("words", "cells", "expected"),
    [
        ("1 in 11 admissions", {"value": 0.0909090909090909, "unit": "percent"}, []),
        ("growth of 1.3% a year", {"value": 1.3, "unit": "percent", "annualised": True}, []),
        ("growth of 1.3% a year", {"value": 1.3, "unit": "percent"}, ["unit: found percent; expected percent/year"]),
    ],
)
def test_units_of_shares_and_of_growth_agree_with_their_words(
    infections: Catalogue, words: str, cells: Mapping[str, object], expected: list[str]
) -> None:
    sentence = f"The service told of {words}."
    printed = {"as_printed": words.partition(" of ")[2] or words, "fingerprint": fingerprint(sentence)}
    where = {"qualifier": "unqualified", "section": "lead", "paragraph": 1.0, "statistic": "percent_change"}
    grown = changed(infections, "infected-ratio", **where, **printed, **cells)
    found = about(audit(grown, f"Title\n\n{sentence}\n", infections.documents.index[0]), "infected-ratio")
    assert [message for message in found if message.startswith("unit")] == expected
