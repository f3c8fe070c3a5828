"""Numbers of others that have the value of a figure, each beside a draft that does lose something of it."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import ROOT, catalogue_in

JOBS, INFECTIONS, ARTICLE = "examples/jobs", "examples/infections", "data"
C4ADS = "C4ADS says more than 74,000 tonnes of North Korean munitions have gone to ports in Russia's Far East."


@pytest.mark.parametrize(
    ("folder", "words", "of_others", "lost"),
    [
        pytest.param(
            *(ARTICLE, "74,000", "A cruise liner displaces 74,000 too.", "That is 74,000 in all."),
            id="a number behind unknown words repeats nothing",
        ),
        pytest.param(
            *(ARTICLE, "1,200", "Russia lost about 1,200 vans a day to thieves in September, Greenpeace reported."),
            "Russia reportedly lost about 1,200 vans a day in September.",
            id="what somebody named has reported is no hearsay",
        ),
        pytest.param(
            *(ARTICLE, "5,000", "A South Korean minister claims 5,000 North Korean troops are training in Russia."),
            "Deploying 5,000 North Korean soldiers would do little for Russia, the author considers.",
            id="another speaker than the author has a number of his own",
        ),
        pytest.param(
            *(ARTICLE, "12,000", "Kim reviewed 12,000 soldiers in 2018, in front of a Chinese delegation."),
            "Kim has sent 12,000 soldiers to Russia.",
            id="soldiers of a possible deployment stand with where they go",
        ),
        pytest.param(
            *(ARTICLE, "10,000", "Zelensky alleged that Russia was mobilizing 10,000 men of its own."),
            "Zelensky alleged that North Korea was mobilizing 10,000 men for Russia.",
            id="the people whom a figure is about are named",
        ),
        pytest.param(
            *(ARTICLE, "600,000", "Russia's defence ministry claims Ukraine lost more than 600,000 dead and wounded."),
            "Russia's defence ministry claims it lost more than 600,000 dead and wounded.",
            id="who speaks is not who suffers",
        ),
        pytest.param(
            *(ARTICLE, "1,200", "At Stalingrad Russia lost more than 1,200 soldiers a day, by its own archives."),
            "At the front the Russian army lost more than 1,200 soldiers a day.",
            id="a number of an unknown place is of another war",
        ),
        pytest.param(
            *(JOBS, "78,000", "78,000 people have been waiting for a flat for a year or longer in Halvern."),
            "78,000 people have been unemployed for a year or longer in Halvern.",
            id="a length of time is no topic",
        ),
        pytest.param(
            INFECTIONS,
            "18,000",
            "The forecast of 18,000 to 31,000 people with reed fever in the week to 2 June is the Health Service's.",
            "The Valley Health Service forecasts 18,000 people with reed fever in the week to 2 June.",
            id="a range is told by both of its ends",
        ),
        pytest.param(
            *(ARTICLE, "10,000", "In 1950, about 10,000 North Korean soldiers were mobilised in a week."),
            "In October, about 10,000 North Korean soldiers were mobilised in a week.",
            id="a year long before all figures is that of something else",
        ),
        pytest.param(
            *(JOBS, "21,400", "The site Jobbly lists 21,400 jobs in Halvern."),
            "The site Jobbly says that Halvern gained 21,400 jobs.",
            id="a change is told as a change",
        ),
        pytest.param(
            *(JOBS, "4.9", "Are 4.9 percent of men jobless in April, as the Statistics Office of Halvern says?"),
            "In April 4.9 percent of jobless men had no skill, the Statistics Office of Halvern says.",
            id="what is said of people is not whose share is told",
        ),
        pytest.param(
            *(INFECTIONS, "9", "Marsh flu put 9 patients in hospital in Port Ellan in the week to 5 May."),
            "Reed fever killed 9 people in the hospital of Port Ellan in the week to 12 May.",
            id="a few people of another week are others",
        ),
        pytest.param(
            *(
                JOBS,
                "3.9",
                "In Spain the unemployment rate was 3.9 percent in April and in Halvern 4.8, says the Office.",
            ),
            "In Halvern the unemployment rate was 3.9 percent in April, the Statistics Office says.",
            id="a country in front of a number is that of the number",
        ),
        pytest.param(
            *(JOBS, "4.9", "The IMF puts unemployment in Halvern at 4.9 percent in 2024."),
            "The IMF puts unemployment in Halvern at 4.9 percent in February 2024.",
            id="a short number from somebody else stands with its month",
        ),
        pytest.param(
            *(JOBS, "4.8", "Halvern has 4.8 percent out of work in April, the Statistics Office says."),
            "Unemployed in Halvern were 4.8 percent of the population in April, the Statistics Office says.",
            id="out of work is no whole",
        ),
        pytest.param(
            *(INFECTIONS, "9", "The hospital of Port Ellan admitted 9 patients with burns."),
            "The hospital of Port Ellan admitted 9 patients with burns in the week to 12 May.",
            id="a few people of no time and no source are anybody",
        ),
        pytest.param(
            *(INFECTIONS, "One in 75", "One in 75 cars fails its test in Lake Valley."),
            "One in 75 people has reed fever in Lake Valley.",
            id="a ratio of things is none of people",
        ),
    ],
)
def test_a_number_of_others_is_no_accusation(folder: str, words: str, of_others: str, lost: str) -> None:
    before = f"{C4ADS} " if words == "74,000" else ""
    catalogue = catalogue_in(ROOT / folder)
    accused = [
        [finding.words for finding in check(catalogue, before + text) if finding.verdict in ACCUSES]
        for text in (of_others, lost)
    ]
    assert words not in accused[0][bool(before) :]
    assert words in accused[1][bool(before) :]
