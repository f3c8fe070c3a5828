"""Sentences that lose one thing of a figure, each beside one that tells something else and is not accused."""

import pytest

from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES
from tools.drafts import ROOT, catalogue_in

LOSES = [
    # another thing in the place of what is counted, all else as the figure has it
    (
        "C4ADS counted more than 74,000 North Korean shells shipped to Russian ports in the Far East between "
        "August 2023 and January 2024.",
        "74,000",
        "kind",
    ),
    ("In August South Korean military officials estimated that the North sent Russia 13,000 trucks.", "13,000", "kind"),
    ("Russia reportedly lost about 1,200 tanks a day in September.", "1,200", "kind"),
    # another time per which it is a rate
    ("About 1,200 Russian personnel were reportedly lost each hour in September.", "1,200", "unit"),
    # another value of what only the author says
    ("The last large conventional war of the Korean People's Army ended five decades ago.", "five", "value"),
    ("The trip to Russia's far east was Kim's first foreign visit in more than six years.", "six", "value"),
    ("Europe has seen no deadlier armed conflict in nearly 90 years.", "90", "value"),
    # a sum behind the name of a country
    ("Japan gave Poland $4.5 billion in non-military aid.", "4.5", "population"),
    # a short sentence is no line of a table
    ("About 1,200 Russians are being killed every day.", "1,200", "kind source period"),
    # an adjective before *estimate* makes it no verb
    (
        "South Korea has a number. Its military's latest estimate of containers sent by the North is 7,000.",
        "7,",
        "update",
    ),
    # another country's thing, with words between; another speaker, named without more
    (
        "More than 74,000 tonnes, the nonprofit C4ADS says, of Iranian munitions were shipped to Russian ports in the "
        "Far East from August 2023 to January 2024.",
        "74,000",
        "population",
    ),
    (
        "Tidewatch reports that more than 74,000 tonnes of North Korean munitions were shipped to Russian ports in the "
        "Far East from August 2023 to January 2024.",
        "74,000",
        "wrong_source",
    ),
    ("About 10,000 North Korean troops are being mobilised (alleged by Hansen).", "10,000", "wrong_source"),
    ("In August South Korean military officials estimated the containers from the North at 130,000.", "130", "value"),
    # a magnitude of another order
    ("The pending deployment of hundreds of North Korean foot soldiers to Russia worries Seoul.", "hundreds", "value"),
    # a time of another length, also in a longer unit
    ("Kim had made no foreign visit in fourteen years before his trip to Russia.", "fourteen", "bound value"),
    (
        "Two weeks after Seoul had summoned the Russian ambassador, it threatened to give Ukraine direct military aid.",
        "Two",
        "value",
    ),
    # one sort of what is weighed; what could be held is told as sent; a possibility told as seen
    (
        "C4ADS found that North Korea shipped more than 74,000 tonnes of artillery shells to Russian ports in the Far "
        "East from August 2023 to January 2024.",
        "74,000",
        "kind",
    ),
    (
        "South Korea's Defense Intelligence Agency says North Korea has supplied Russia with more than 6 million "
        "152 mm rounds.",
        "6 million",
        "kind",
    ),
    ("Twelve thousand North Korean soldiers have arrived at the front.", "Twelve thousand", "kind status"),
    # two countries change their roles; a thing goes where it comes from
    ("South Korea's NIS claims that 3,000 Russian troops are training in North Korea.", "3,000", "population place"),
    (
        "According to C4ADS, Russia shipped more than 74,000 metric tons of munitions to North Korea between August "
        "2023 and January 2024.",
        "74,000",
        "place",
    ),
    ("Pyongyang is more than 8,000 kilometres from the trenches.", "8,000", "value"),
    # a later stage beside that of the figure; a total per a time; killed or wounded of the killed alone
    (
        "Zelensky alleges that about 10,000 North Korean troops have been mobilised and are already in the trenches.",
        "10,000",
        "kind",
    ),
    ("Japan gave Ukraine $4.5 billion a year in non-military aid.", "4.5", "unit"),
    ("US officials say 115,000 Russians have been killed or wounded since February 2022.", "115,000", "kind"),
    # a number in words, somebody else who sends, other people with the full name of the source, a settled claim
    ("Thirteen hundred containers, say South Korean officers, have been delivered by North Korea.", "Thir", "value"),
    (
        "Seoul's military said in August that 13,000 containers had been delivered by China to Russia for the North.",
        "13,000",
        "population",
    ),
    (
        "Britain's Ministry of Defence says that 1,271 Ukrainians were killed or wounded a day in September.",
        "1,271",
        "population",
    ),
    (
        "Zelensky alleged that about 10,000 North Koreans were being mobilised. The figure is now beyond doubt.",
        "10,000",
        "status",
    ),
    ("Moscow's generals admit that North Korea has delivered 13,000 containers.", "13,000", "wrong_source"),
    (
        "About 10,000 North Korean troops have been mobilised and killed in Russia's war, Zelensky alleged.",
        "10,000",
        "kind",
    ),
]
KEPT = [
    "In August South Korean military officials estimated that North Korea keeps 13,000 guns along the border.",
    "Russia reportedly lost about 1,200 tanks in September.",
    "Zelensky said on October 17 that 10,000 Ukrainian troops were being trained in Poland.",
    "The Biden administration has spent three years arguing about tariffs.",
    "Kim's first foreign visit in six years was to Beijing.",
    "Japan gave Ukraine $4.5 million in medical aid.",
    "North Korea has chosen a war more than 6,700 kilometers away (a railway runs to about 9,300), and 3,000 of its "
    "soldiers are training in Russia, says the NIS.",
    "South Korean military officials estimated in August that the North had delivered 13,000 containers to Russia. A "
    "ship of the 13,000-box class could have carried them.",
    "Research shows that 3,000 North Korean troops are training in Russia, says the NIS.",
    "South Korea's military said in August that 130,000 containers a month pass through Busan.",
    "In August South Korean military officials estimated that the Democratic People’s Republic of Korea had delivered "
    "13,000 containers to Russia.",
    "The nonprofit C4ADS counts more than 74,000 T of DPRK munitions shipped to ports in the Russian Far East between "
    "August 2023 and January 2024.",
    "The front is more than 4,200 miles from Tehran.",
    "South Korea's military raised its estimate of the containers that the North had delivered to Russia from 7,000 in "
    "March up to 13,000 in August.",
    "A provisional tally of US officials has more than 600,000 Russian dead and wounded from the outbreak of the war "
    "onward.",
    "Dozens of North Korean soldiers may be sent to Russia as instructors.",
    "Kim had last made a foreign visit in 2019, nine years after his father's last trip.",
    "Japan and Ukraine signed a security agreement; five years ago nobody would have thought of it.",
    "C4ADS found that North Korea shipped more than 74,000 tonnes of munitions to Russian ports in the Far East from "
    "August 2023 to January 2024: shells, rockets and the like.",
    "South Korea's Defense Intelligence Agency says that what North Korea has supplied could hold more than 6 million "
    "152 mm rounds.",
    "Twelve thousand North Korean soldiers, if they arrived at the front, would not do much.",
    "South Korea's NIS claims that 3,000 troops of the best units in North Korea are training in Russia.",
    "Seoul's military said in August that 13,000 containers loaded in North Korea had reached Russia.",
    "Seoul's officers say North Korea delivered 13,000 containers to Russia in August. On trains in Chile each wagon "
    "takes 5.7 tonnes a container.",
    "The NIS claims that 3,000 North Korean troops were sent to Russia, where they are training to enter the fray.",
    "Zelensky alleged on October 17 that about 10,000 North Korean troops were being mobilised. The figure was never "
    "confirmed.",
    "South Korea's spy agency claims that 3,000 North Korean troops are training in Russia; 3,000 more will follow.",
    "«They have had over 600,000 dead and wounded since this war started, by a provisional tally of US officials.» "
    "«In September alone the Russians lost about 1,200 personnel a day, reportedly.»",
    "In the Imjin War, 10,000 Korean soldiers held a pass; in 1950 Seoul lost it.",
    "Were 12,000 North Korean soldiers to arrive at the front, they would not do much.",
    "How far is North Korea from the front? Nobody knows. The railway from Moscow has more than 9,200 kilometres.",
]


@pytest.mark.parametrize(("text", "words", "codes"), LOSES)
def test_what_a_sentence_loses_is_found(text: str, words: str, codes: str) -> None:
    at = text.index(words)
    found = [one for one in check(catalogue_in(ROOT / "data"), text, record=True) if one.start <= at < one.end]
    assert [set(one.loses) for one in found] == [{*codes.split()}]


@pytest.mark.parametrize("text", KEPT)
def test_a_sentence_about_something_else_is_not_accused(text: str) -> None:
    found = check(catalogue_in(ROOT / "data"), text, record=True)
    assert not [one for one in found if one.verdict in ACCUSES]


def test_a_rounded_quotation_and_a_line_behind_a_colon_are_worked_with() -> None:
    rounded = (
        "C4ADS found more than 163 million pounds of North Korean munitions shipped to Russian ports in the Far East "
        "between August 2023 and January 2024. That is more than 12,000 metric tons a month."
    )
    listed = (
        "South Korea's military in March: 7,000 containers from North Korea to Russia. South Korea's military in "
        "August: 13,000. That is close to double."
    )
    for text in (rounded, listed):
        assert check(catalogue_in(ROOT / "data"), text)[-1].verdict == "follows", text


FOLLOWS = [
    # of figures in a list, of a figure that is only named, of a rise that only its title names
    (
        "Containers from North Korea to Russia, by South Korea's military\n• March: 7,000\n• August: 13,000\n"
        "• Change in estimate: 6,000\n• 1,200 containers a month in between",
        "unsound",
    ),
    (
        "South Korean officers estimated in August that the North delivered 13,000 containers to Russia; C4ADS has the "
        "tonnage of the munitions. One into the other gives 5.7 tonnes a container.",
        "unsound",
    ),
    ("In August the South Korean military raised its estimate of North Korea's containers by 6,000.", "follows"),
    # the answer to a question, a change in whole percent
    ("How far from the war is North Korea? A long way. Think of more than 6,700 kilometres.", "follows"),
    (
        "Britain's Ministry of Defence puts Russian killed and wounded at 1,187 a day in August and 1,271 a day in "
        "September, which is 7 per cent more.",
        "follows",
    ),
]


@pytest.mark.parametrize(("text", "verdict"), FOLLOWS)
def test_what_follows_is_worked_out(text: str, verdict: str) -> None:
    assert check(catalogue_in(ROOT / "data"), text, record=True)[-1].verdict == verdict


def test_a_revised_number_is_no_sum_of_the_first_one_and_its_revision() -> None:
    text = (
        "For March the Office of Statistics in Halvern first counted 24,700 more jobs. It now has 26,600, a revision "
        "of 1,900 upwards."
    )
    found = check(catalogue_in(ROOT / "examples" / "jobs"), text)
    assert found[0].verdict == "whole"
    assert not [one for one in found if one.verdict in ACCUSES]
