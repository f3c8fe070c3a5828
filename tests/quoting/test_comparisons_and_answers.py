"""Numbers that are compared with another, answer a question, or stand behind a word that takes up what was said."""

import pytest

from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, DraftVerdict, Finding

SAYS = "the Statistics Office says"
FEVER = "The Valley Health Service counts reed fever"
C4ADS = "C4ADS calculates that over 74,000 metric tons of North Korean munitions went to Russian ports in the Far East"


def _accused(catalogue: Catalogue, text: str) -> list[Finding]:
    return [finding for finding in check(catalogue, text) if finding.verdict in ACCUSES]


def _losses(catalogue: Catalogue, text: str) -> list[tuple[str, ...]]:
    return [found.loses for found in _accused(catalogue, text)]


@pytest.mark.parametrize("words", ["well short of", "just shy of", "below"])
def test_what_a_number_is_compared_with_has_no_bound(jobs: Catalogue, words: str) -> None:
    mean = f"{words} the 28,600 a month they had averaged over the previous six months"
    assert not _accused(jobs, f"Halvern's employers created 21,400 jobs in April, {SAYS}, {mean}.")
    assert _losses(jobs, f"Halvern's employers created short of 21,400 jobs in April, {SAYS}.") == [("bound",)]


def test_a_word_of_several_parts_tells_their_whole(jobs: Catalogue) -> None:
    assert not _accused(jobs, "Shops in Halvern shed 5,300 jobs in April, the Statistics Office reports.")
    assert _losses(jobs, f"In April Halvern lost 5,300 jobs, {SAYS}.") == [("population",)]


def test_the_answer_to_a_question_counts_what_was_asked(shipped: Catalogue) -> None:
    answer = "More than 600,000 since the war started, according to US officials, who call their tally provisional."
    assert _losses(shipped, f"How many Russians have been killed? {answer}") == [("kind",)]
    assert not _accused(shipped, f"How many Russians have been killed or wounded? {answer}")
    said = answer.replace(" since", " dead and wounded since")
    assert not _accused(shipped, f"How many Russians have been killed? {said}")


def test_a_half_of_a_year_is_no_time_from_one_year_into_the_next(shipped: Catalogue) -> None:
    whole = f"{C4ADS} from August 2023 to January 2024"
    assert _losses(shipped, f"{C4ADS} in the first half of 2024.") == [("wrong_period",)]
    assert not _accused(shipped, f"{whole}, and nobody knows how many in the first half of 2024.")
    assert not _accused(shipped, f"In the first half of 2024 {whole}.")


def test_twelve_months_alone_are_not_all_that_was_counted(shipped: Catalogue) -> None:
    count = "American officials provisionally count more than 600,000 Russian dead and wounded"
    assert _losses(shipped, f"{count} in the past twelve months alone.") == [("wrong_period",)]
    assert not _accused(shipped, f"{count} since the war began.")


def test_that_month_is_the_one_told_before(jobs: Catalogue) -> None:
    told = "of Halvern says that employers were gloomy. Jobs rose by 21,400 in that same month"
    assert _losses(jobs, f"In December the Statistics Office {told}.") == [("wrong_period",)]
    assert not _accused(jobs, f"In April the Statistics Office {told}.")


def test_it_is_who_spoke_before(jobs: Catalogue) -> None:
    bank, count = "Halvern's central bank", "that 78,000 people had been unemployed for a year or longer in April"
    assert ("wrong_source",) in _losses(jobs, f"{bank} says that spring was late. It reckons {count}.")
    for text in (f"{bank} says that spring was late. It is said {count}.", f"{bank} is pleased. It reckons {count}."):
        assert ("wrong_source",) not in _losses(jobs, text)


def test_somebody_else_is_said_to_count_what_stands_with_its_title_and_week(infections: Catalogue) -> None:
    told = "The Ministry of Agriculture says that some 14,200 people had reed fever"
    assert _losses(infections, f"{told} in the week to 12 May.") == [("wrong_source",)]
    assert not _accused(infections, f"{told.replace('had reed fever', 'voted')} in the week to 12 May.")


@pytest.mark.parametrize(
    "text",
    [
        f"{FEVER}. Before the fever 14,200 people a week visited the baths.",
        f"{FEVER}. Before reed fever came, 14,200 people a week visited the baths of Port Ellan.",
        f"In the week to 12 May 14,200 people attended the fair. {FEVER}.",
    ],
)
def test_people_who_do_something_else_are_not_accused(infections: Catalogue, text: str) -> None:
    assert not _accused(infections, text)
    assert _losses(infections, "14,200 people suffered from reed fever in the week to 12 May.") == [("bound", "source")]


def test_a_product_of_patients_and_days_does_not_follow(infections: Catalogue) -> None:
    told = (
        "The Valley Health Service says: the hospital of Port Ellan admitted 9 patients with reed fever in the week to"
    )
    stay = f"{told} 12 May; their median stay was 5 days"
    (found,) = _accused(infections, f"{stay}. Multiply, and the fever cost 45 bed-days.")
    assert found.pair == "admitted-05-12 times stay"
    assert not _accused(infections, f"{stay}. Multiply your fun in our 45 bath-houses.")


def test_a_remainder_still_to_come_does_not_follow(shipped: Catalogue) -> None:
    told = (
        "3,000 North Korean troops are training in Russia, says South Korea's National Intelligence Service. The same"
    )
    text = f"{told} agency had reported that Pyongyang decided to send 12,000, which leaves 9,000 still to come."
    (found,) = [each for each in check(shipped, text, record=True) if each.words == "9,000"]
    assert found.verdict == DraftVerdict.UNSOUND


def test_a_change_says_its_own_direction_behind_another_number(shipped: Catalogue) -> None:
    told = "The UK says Russia had an average of 1,271 killed and wounded a day in September 2024"
    for words, expected in (("7", DraftVerdict.FOLLOWS), ("8", DraftVerdict.ELSEWHERE)):
        text = f"{told}, about {words} percent above the 1,187 of August."
        found = next(each for each in check(shipped, text, record=True) if each.words == words)
        assert found.verdict == expected
