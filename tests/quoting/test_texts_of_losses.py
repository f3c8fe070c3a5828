"""What is said of each loss, over three catalogues: a message reads as a sentence whatever words come in."""

from indicators.catalogue.model import Catalogue
from indicators.figures.build import figures_of
from indicators.quoting.finding import LOSSES
from indicators.quoting.messages import loss_message
from indicators.quoting.quoted import Loss

_WORDS = "1,400"
"""The number as each draft has it."""
_SHIPPED = (
    ("munitions-shipped", "value", "", "The figure is more than 74,000 metric tons, not “1,400” (source: C4ADS)."),
    (
        "munitions-shipped",
        "kind",
        "shells",
        "“shells” says something else: the number stands for the mass of North Korean munitions shipped to Russian "
        "ports in the Far East.",
    ),
    ("munitions-shipped", "place", "Black Sea", "The place is Russian ports in the Far East, not “Black Sea”."),
    (
        "munitions-shipped",
        "population",
        "Iranian",
        "The number concerns munitions of North Korean origin, not “Iranian”.",
    ),
    ("munitions-shipped", "wrong_period", "2022-08", "The period is August 2023 to January 2024, not “August 2022”."),
    ("munitions-shipped", "period", "", "Add the period (August 2023 to January 2024)."),
    (
        "losses-daily",
        "kind",
        "die",
        "“die” says something else: the number stands for the Russian personnel reported lost per day in the war in "
        "Ukraine.",
    ),
    (
        "losses-daily",
        "kind",
        "1,400",
        "The number stands for the Russian personnel reported lost per day in the war in Ukraine.",
    ),
    (
        "losses-daily",
        "kind",
        "the war in",
        "“the war” says something else: the number stands for the Russian personnel reported lost per day in the war "
        "in Ukraine.",
    ),
    ("losses-daily", "source", "", "Add “reportedly”."),
    ("losses-daily", "bound", "unqualified", "Add “about”."),
    ("losses-daily", "bound", "at_least", "Write “about” for “at least”."),
    ("losses-daily", "unit", "per week", "The figure is in personnel losses a day, not “per week”."),
    ("losses-daily", "wrong_source", "NATO", "The source is unnamed reports, not “NATO”."),
    ("losses-daily", "wrong_period", "--10", "The period is September, not “October”."),
    ("losses-daily", "wrong_period", "--10-17", "The period is September, not “17 October”."),
    ("losses-daily", "wrong_period", "2023-09", "The period is September 2024 (year assumed), not “September 2023”."),
    ("losses-daily", "wrong_period", "this summer", "The period is September, not “this summer”."),
    ("losses-daily", "period", "", "Add the period (September)."),
    ("casualties-total", "status", "", "Say that it is provisional."),
    ("casualties-total", "status", "definitive", "“definitive” says too much: the number is provisional."),
    ("casualties-total", "wrong_period", "1950", "The period is up to October 2024 (assumed), not “1950”."),
    ("casualties-total", "period", "", "Add the period (up to October 2024, assumed)."),
    ("casualties-total", "source", "", "Add the source (US officials)."),
    ("containers-2024-03", "source", "", "Add the source (South Korean military officials, assumed)."),
    (
        "containers-2024-03",
        "wrong_source",
        "NATO",
        "The source is South Korean military officials (assumed), not “NATO”.",
    ),
    (
        "containers-2024-03",
        "update",
        "",
        "Say that a later number has replaced it (13,000 containers, issued August 2024, year assumed).",
    ),
    ("containers-2024-08", "bound", "at_most", "Leave out “at most”: the figure is 13,000 containers."),
    ("containers-2024-08", "place", "Wonsan", "The route is through the port in Rason to Russia, not “Wonsan”."),
    ("troops-mobilized", "status", "confirm", "“confirm” says too much: the number is alleged."),
    ("troops-considered", "status", "", "Say that it is conditional (“if”, “would”)."),
    ("troops-pending", "status", "", "Say that it is planned."),
    ("troops-training", "place", "Belarus", "The place is Russia, not “Belarus”."),
    ("distance", "unit", "kilometres", "The figure is in miles, not “kilometres”."),
    ("summons-to-threat", "unit", "week", "The figure is in days, not “week”."),
    ("summons-to-threat", "unit", "", "The figure is 1 day."),
)
_JOBS = (
    ("rate-men", "population", "Women", "The number concerns “Men”, not “Women”."),
    ("rate-men", "population", "", "Say that it concerns “Men”."),
    ("rate-2024-04", "population", "Men", "The number concerns persons in the households of Halvern, not “Men”."),
    (
        "rate-2024-04",
        "kind",
        "Halvern's population",
        "“Halvern's population” says something else: the number stands for unemployed persons in percent of the "
        "labour force.",
    ),
    ("rate-2024-04", "unit", "percentage points", "The figure is in percent, not “percentage points”."),
    ("rate-2024-04", "bound", "more_than", "Leave out “more than”: the figure is 4.8 percent."),
    (
        "rate-2024-04",
        "wrong_source",
        "central bank",
        "The source is the Statistics Office of Halvern, not “central bank”.",
    ),
    ("rate-2024-04", "source", "", "Add the source (the Statistics Office of Halvern)."),
    ("gain-2024-04", "period", "", "Add the period (April 2024)."),
    ("gain-2024-03-first", "update", "", "Say that a later number has replaced it (26,600 jobs, issued 10 May 2024)."),
    ("gain-2024-02-first", "bound", "nearly", "Leave out “nearly”: the figure is 31,500 jobs."),
    ("gain-manufacturing", "population", "Construction", "The number concerns “Manufacturing”, not “Construction”."),
    ("gain-retail", "value", "added", "“added” is the wrong direction: the figure is a fall of 5,300 jobs."),
    ("gain-2024-04", "value", "fell", "“fell” is the wrong direction: the figure is a rise of 21,400 jobs."),
    (
        "gain-2024-04",
        "kind",
        "found work",
        "“found work” says something else: the number stands for payroll jobs at the end of a month less those of "
        "the month before.",
    ),
    ("growth-2025", "status", "", "Say that it is a forecast."),
    ("pay", "unit", "dollars", "The figure is in crowns, not “dollars”."),
    ("rate-2023-04", "update", "", "Say that it is of an earlier time (April 2023)."),
    (
        "unemployed-lost-job",
        "place",
        "Karrow",
        "The number concerns persons in the households of Halvern, not “Karrow”.",
    ),
    ("gain-mean", "wrong_period", "--04", "The period is October 2023 to March 2024 (assumed), not “April”."),
)
_INFECTIONS = (
    ("infected-ratio", "bound", "exact", "Write “about” for “exactly”."),
    ("infected-ratio", "value", "", "The figure is about 1 in 62, not “1,400” (source: the Valley Health Service)."),
    ("infected-05-12", "bound", "unqualified", "Add “about”."),
    ("infected-06-02", "bound", "at_most", "The figure is between 18,000 and 31,000 people."),
    ("infected-06-02", "status", "", "Say that it is a forecast."),
    ("share-children", "population", "Aged 65 or older", "The number concerns “Under 16”, not “Aged 65 or older”."),
    ("share-children", "population", "", "Say that it concerns “Under 16”."),
    ("ratio-north", "population", "Lake Valley", "The number concerns “North Valley”, not “Lake Valley”."),
    ("infected-05-05", "wrong_period", "--05-12", "The period is 29 April 2024 to 5 May 2024 (assumed), not “12 May”."),
    ("infected-05-05", "period", "", "Add the period (29 April 2024 to 5 May 2024, assumed)."),
    (
        "admitted-05-12",
        "kind",
        "discharged",
        "“discharged” says something else: the number stands for patients with reed fever whom the hospital of Port "
        "Ellan admitted in the week.",
    ),
    (
        "admitted-05-12",
        "place",
        "Sallow Bridge",
        "The number concerns patients of the hospital of Port Ellan, not “Sallow Bridge”.",
    ),
    (
        "stay",
        "kind",
        "mean",
        "“mean” says something else: the number stands for the median of the days that patients with reed fever "
        "stayed in the hospital of Port Ellan.",
    ),
    ("stay", "unit", "weeks", "The figure is in days, not “weeks”."),
    ("positive-share", "value", "", "The figure is 1.6 percent, not “1,400” (source: the Valley Health Service)."),
    ("positive-share", "source", "", "Add the source (the Valley Health Service)."),
)
"""Figure, loss, what the draft says instead, and the message."""


def test_messages_of_the_article(shipped: Catalogue) -> None:
    assert _told(shipped, _SHIPPED) == list(_SHIPPED)


def test_messages_of_the_release_on_jobs(jobs: Catalogue) -> None:
    assert _told(jobs, _JOBS) == list(_JOBS)


def test_messages_of_the_survey_of_infections(infections: Catalogue) -> None:
    assert _told(infections, _INFECTIONS) == list(_INFECTIONS)


def test_every_loss_has_a_message_here() -> None:
    assert {code for _, code, *_ in (*_SHIPPED, *_JOBS, *_INFECTIONS)} == LOSSES.keys()


def _told(catalogue: Catalogue, cases: tuple[tuple[str, str, str, str], ...]) -> list[tuple[str, str, str, str]]:
    """The cases, each with the message that its loss has."""
    told = []
    for name, code, words, _ in cases:
        (figure,) = figures_of(catalogue, catalogue.rows(name))
        told.append((name, code, words, loss_message(catalogue, figure, [Loss(code=code, told=words)], _WORDS)))
    return told
