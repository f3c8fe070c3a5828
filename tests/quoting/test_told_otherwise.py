"""People told as others than a figure counts, and numbers told otherwise than it prints, each beside a whole one."""

import dataclasses

import pytest

from indicators.quoting.check import check
from tools.drafts import ROOT, catalogue_in

JOBS, INFECTIONS, ARTICLE = "examples/jobs", "examples/infections", "data"
ROADS = "tests/catalogues/roads"
OFFICE, WEEK = "in April, the Statistics Office of Halvern says.", "in the week to 12 May, the Valley Health Service"
AGED = "People in the Marsh Valleys had reed fever; of those aged 65 or older"


@pytest.mark.parametrize(
    ("folder", "words", "code", "lost", "whole"),
    [
        (
            *(JOBS, "78,000", "kind"),
            f"78,000 people had been unemployed for two years or longer {OFFICE}",
            f"78,000 people had been unemployed for a year or longer {OFFICE}",
        ),
        (
            *(JOBS, "164,000", ""),
            f"164,000 people were unemployed because they had lost a permanent job {OFFICE}",
            f"Unemployed were 164,000 people who had been laid off from a permanent job or had lost it {OFFICE}",
        ),
        (JOBS, "219,000", "kind", f"219,000 men were laid off {OFFICE}", f"219,000 men were unemployed {OFFICE}"),
        (
            *(JOBS, "8.58 million", "kind"),
            f"There were 8.58 million people with a job {OFFICE}",
            f"There were 8.58 million people with a job or in search of one {OFFICE}",
        ),
        (
            *(JOBS, "4.4", "kind"),
            "Pay in Halvern was 4.4 percent higher than a year before after inflation in April, "
            "the Statistics Office says.",
            "Pay in Halvern was 4.4 percent higher than a year before in April, the Statistics Office says; "
            "after inflation it was 1.1 percent.",
        ),
        (
            *(INFECTIONS, "6,430", "kind"),
            f"6,430 people caught it {WEEK} says, and swabs showed it.",
            f"6,430 people gave a swab {WEEK} says, and 104 of them caught it.",
        ),
        (
            INFECTIONS,
            "1.0",
            "bound",
            f"{AGED} it was precisely 1.0% {WEEK} estimates.",
            f"{AGED} it was 1.0% {WEEK} estimates.",
        ),
        (
            *(INFECTIONS, "5", "unit"),
            f"The median stay of patients with reed fever in Port Ellan's hospital was 5 weeks {WEEK} says.",
            f"Half of the patients with reed fever in Port Ellan's hospital stayed longer than 5 days {WEEK} says.",
        ),
        (
            *(INFECTIONS, "nine", "kind"),
            f"Reed fever killed nine people in the hospital of Port Ellan {WEEK} says.",
            f"The hospital of Port Ellan admitted nine people with reed fever {WEEK} says.",
        ),
        (
            *(ARTICLE, "600,000", "kind"),
            "By the provisional count of US officials, more than 600,000 Russian tanks were lost since the war began.",
            "By the provisional count of US officials, more than 600,000 Russians have been lost since the war began.",
        ),
        (
            *(INFECTIONS, "one in 62", "bound"),
            f"In the Marsh Valleys, one in 62 people had reed fever {WEEK} estimates.",
            f"104 of 6,430 people who gave a swab tested positive, one in 62, {WEEK} says.",
        ),
        (
            *(INFECTIONS, "6,430", "kind"),
            f"6,430 people tested positive for reed fever {WEEK} says.",
            f"6,430 people were tested for reed fever, of whom 104 tested positive {WEEK} says.",
        ),
        (
            *(INFECTIONS, "104", "kind"),
            f"104 people in the Marsh Valleys caught reed fever {WEEK} says.",
            f"104 people in the Marsh Valleys tested positive {WEEK} says.",
        ),
        (
            *(JOBS, "24.31", "unit"),
            f"A day of work in Halvern paid 24.31 crowns on average {OFFICE}",
            "Each month the Statistics Office of Halvern publishes mean pay: 24.31 crowns in April.",
        ),
        (
            *(JOBS, "24.31", "unit"),
            f"Mean hourly pay in Halvern was 24.31 dollars {OFFICE}",
            f"Mean hourly pay in Halvern was 24.31 crowns {OFFICE}",
        ),
        (
            *(ROADS, "8", "kind"),
            "The police estimate that about 8 percent of drivers in Kellmark used a phone in 2024.",
            "The police estimate that in about 8 percent of drivers' crashes in Kellmark a phone was used in 2024.",
        ),
        (
            *(ARTICLE, "115,000", "kind"),
            "Since February 2022, US officials say, Russia has had 500,000 killed, 115,000 wounded.",
            "Since February 2022, US officials say, Russia has had 500,000 wounded, 115,000 killed.",
        ),
        (
            *(ARTICLE, "3,000", "kind"),
            "The NIS claims that 3,000 North Korean troops have joined the war in Russia.",
            "The NIS claims that 3,000 North Korean troops are training in Russia; already in the war are others.",
        ),
        (
            *(JOBS, "7.31 million", "kind"),
            f"Halvern had 7.31 million workers {OFFICE}",
            f"Halvern's workers had 7.31 million payroll jobs {OFFICE}",
        ),
        (
            *(JOBS, "9,800", "kind"),
            f"Health care took on 9,800 workers {OFFICE}",
            f"Health care added 9,800 jobs for workers {OFFICE}",
        ),
        (
            *(JOBS, "27,300", "value"),
            "The gain of payroll jobs in Halvern in February was revised up from 31,500 to 27,300, "
            "the Statistics Office says.",
            "The gain of payroll jobs in Halvern in February was revised from 31,500 to 27,300, "
            "the Statistics Office says.",
        ),
        (
            *(ARTICLE, "13,000", "value"),
            "In August South Korean military officials cut their estimate from 7,000 to 13,000 containers.",
            "In August South Korean military officials raised their estimate from 7,000 to 13,000 containers.",
        ),
        (
            *(ARTICLE, "3,000", "kind"),
            "The National Intelligence Service claims that 3,000 North Korean workers are training in Russia.",
            "The National Intelligence Service claims that 3,000 North Korean recruits are training in Russia.",
        ),
    ],
)
def test_what_is_told_otherwise_is_found_and_what_is_told_whole_is_not(
    folder: str, words: str, code: str, lost: str, whole: str
) -> None:
    catalogue = catalogue_in(ROOT / folder)
    found = [next(one for one in check(catalogue, text, record=True) if one.words == words) for text in (lost, whole)]
    assert [one.loses for one in found] == [(code,) if code else (), ()], found
    assert all(one.figure or one.pair for one in found)


def test_a_number_inside_a_range_is_the_range_only_where_it_counts_the_same() -> None:
    catalogue = catalogue_in(ROOT / INFECTIONS)
    found = {
        words: next(one for one in check(catalogue, text) if one.words == words)
        for words, text in (
            (
                "24,500",
                "24,500 people will have reed fever in the week to 2 June, the Valley Health Service forecasts.",
            ),
            (
                "20,000",
                "Of those with reed fever in the week to 2 June, the Health Service expects, 20,000 will be children.",
            ),
        )
    }
    assert found["24,500"].loses == ("bound", "value")
    assert not found["20,000"].loses


@pytest.mark.parametrize(("title", "code"), [("People laid off by a firm", ()), ("Unemployed persons", ("kind",))])
def test_what_happened_to_people_is_read_in_the_order_of_the_title(title: str, code: tuple[str, ...]) -> None:
    catalogue = catalogue_in(ROOT / JOBS)
    row = (catalogue.indicators["title"] == "Unemployed persons").to_numpy()
    other = catalogue.indicators.assign(
        title=catalogue.indicators["title"].mask(row, title),
        synonyms=catalogue.indicators["synonyms"].mask(row, "unemployed"),
    )
    text = f"412,000 unemployed people were laid off {OFFICE}"
    findings = check(dataclasses.replace(catalogue, indicators=other), text)
    assert next(one.loses for one in findings if one.words == "412,000") == code


FEVER = "with reed fever in the week to 12 May, the Valley Health Service reports."


@pytest.mark.parametrize(
    ("folder", "text", "accused"),
    [
        ("infections", f"Port Ellan's hospital discharged nine patients {FEVER}", True),
        ("infections", f"Port Ellan's hospital admitted nine patients {FEVER}", False),
        ("infections", f"Port Ellan's hospital, which had discharged 12 people, admitted nine patients {FEVER}", False),
        ("infections", f"1.6% of the people in the Marsh Valleys tested positive {FEVER[5:]}", True),
        ("infections", f"1.6% of the people in the Marsh Valleys who gave a swab tested positive {FEVER[5:]}", False),
        ("jobs", "Of Halvern's unemployed 78,000 had been so for 6 months or longer, says the Office, in April.", True),
        (
            "jobs",
            "Of Halvern's unemployed 78,000 had been so for 12 months or longer, says the Office, in April.",
            False,
        ),
    ],
)
def test_another_event_whole_or_length_of_time_is_another_thing(folder: str, text: str, accused: bool) -> None:
    found = [finding.loses for finding in check(catalogue_in(ROOT / "examples" / folder), text)]
    assert (("kind",) in found) is accused, found


def test_the_next_item_of_a_list_lends_a_number_no_unit() -> None:
    text = (
        "- Russian losses a day in September, as reported: about 1,500\n- North Korean troops training in Russia: 3,000"
    )
    losses, _ = check(catalogue_in(ROOT / ARTICLE), text)[-2:]
    assert (losses.figure, losses.loses) == ("losses-daily", ("value",))


def test_workers_of_somebody_are_told_for_no_jobs() -> None:
    text = "A plant in Halvern laid off 9,800 workers in April. In health care the Statistics Office saw new jobs."
    assert not check(catalogue_in(ROOT / JOBS), text)[0].loses
