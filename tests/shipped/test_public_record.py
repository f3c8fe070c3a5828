"""The record that is shipped, against a copy by hand of the list of publications that it is made from."""

import pandas as pd
import pytest

from indicators.catalogue.model import Catalogue

# Figure; lower, value, upper; qualifier; unit; period; issued; source; root; address without its scheme.
LIST = """
c4ads-explosives | 74000 | more_than | metric_ton | 2023-08/2024-01 | 2024-06-22 | c4ads | russian-trade-data | euromaidanpress.com/2024/06/23/the-washington-post-new-data-shows-north-korea-transporting-large-amounts-of-munitions-to-russia/
wp-shell-equivalent | 1600000 | approximate | shell | 2023-08/2024-01 | 2024-06-22 | washington-post | russian-trade-data | euromaidanpress.com/2024/06/23/the-washington-post-new-data-shows-north-korea-transporting-large-amounts-of-munitions-to-russia/
us-containers-2023-10 | 1000 | more_than | container | /2023-10-13 | 2023-10-13 | us-nsc | us-nsc | world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=181077
rok-containers-2023-12 | 5000 | approximate | container | 2023-10/2023-12 | 2023-12-29 | rok-defence-minister | rok-defence-minister | pledgetimes.com/north-korea-helped-russia-with-5000-containers-says-seoul/
us-containers-2024-02 | 10000 | more_than | container | 2023-09/2024-02 | 2024-02-23 | us-state | us-state | ukranews.com/en/news/986994-north-korea-sent-over-10-000-containers-of-ammunition-to-russia-since-september-us-department-of
rok-containers-2024-02 | 6700 | approximate | container | 2023-07/2024-02 | 2024-02-26 | rok-defence-minister | rok-defence-minister | politico.eu/article/north-korea-munitions-russia-vladimir-putin-war-ukraine/
rok-capacity-2024-02-152 | 3000000 | approximate | round_152mm | | 2024-02-26 | rok-defence-minister | rok-defence-minister | politico.eu/article/north-korea-munitions-russia-vladimir-putin-war-ukraine/
rok-capacity-2024-02-122 | 500000 | unqualified | round_122mm | | 2024-02-26 | rok-defence-minister | rok-defence-minister | politico.eu/article/north-korea-munitions-russia-vladimir-putin-war-ukraine/
rok-containers-2024-03 | 7000 | approximate | container | 2023/2024-03 | 2024-03-18 | rok-defence-minister | rok-defence-minister | kvia.com/news/ap-national/2024/03/18/south-korean-defense-chief-says-north-korea-has-supplied-7000-containers-of-munitions-to-russia/
rok-containers-2024-06 | 10000 | at_least | container | | 2024-06-14 | rok-defence-minister | rok-defence-minister | babel.ua/en/news/108088-south-korea-estimated-that-north-korea-sent-russia-5-million-munitions
rok-capacity-2024-06 | 5000000 | nearly | shell | | 2024-06-14 | rok-defence-minister | rok-defence-minister | babel.ua/en/news/108088-south-korea-estimated-that-north-korea-sent-russia-5-million-munitions
us-containers-2024-06 | 11000 | more_than | container | 2023-09/2024-06 | 2024-06 | us-state | us-state | newsrelease.online/russia-and-north-koreas-military-deal-formalizes-a-bustling-arms-trade/
rok-containers-2024-08 | 13000 | more_than | container | 2022-06~/2024-08 | 2024-08-27 | rok-dia | rok-dia | koreaherald.com/view.php?ud=20240827050678
rok-capacity-2024-08 | 6000000 | more_than | round_152mm | | 2024-08-27 | rok-dia | rok-dia | koreaherald.com/view.php?ud=20240827050678
uk-daily-2024-05 | 1262 | unqualified | dead_and_wounded/day | 2024-05 | 2024-10-07 | uk-mod | ua-general-staff | menafn.com/1108755493/Russian-Casualties-In-Ukraine-Reached-New-Monthly-War-High-In-Sept-UK-Intel
uk-daily-2024-07 | 1140 | unqualified | dead_and_wounded/day | 2024-07 | 2024-09-05 | uk-mod | ua-general-staff | newsukraine.rbc.ua/news/uk-defense-ministry-names-reason-for-increase-1725529471.html
uk-daily-2024-08 | 1187 | unqualified | dead_and_wounded/day | 2024-08 | 2024-09-05 | uk-mod | ua-general-staff | menafn.com/1108639835/British-Intelligence-Links-Increase-In-Russian-Casualties-In-August-To-Kursk-Operation
uk-daily-2024-09 | 1271 | unqualified | dead_and_wounded/day | 2024-09 | 2024-10-07 | uk-mod | ua-general-staff | menafn.com/1108755493/Russian-Casualties-In-Ukraine-Reached-New-Monthly-War-High-In-Sept-UK-Intel
ua-month-2024-09 | 38130 | unqualified | dead_and_wounded | 2024-09 | 2024-10 | ua-state-media | ua-general-staff | breitbart.com/europe/2024/10/08/russian-invasion-casualties-reach-new-high-says-london/
nyt-daily-2024-09 | 1200 | more_than | personnel_loss/day | 2024-09 | 2024-10-10 | us-uk-analysts | | newscats.org/putin-faced-bloodiest-month-of-war-in-september-as-zelensky-pitches-victory-plan
nyt-month-2024-09 | 36000 | at_least | personnel_loss | 2024-09 | 2024-10-10 | us-uk-analysts | | newscats.org/putin-faced-bloodiest-month-of-war-in-september-as-zelensky-pitches-victory-plan
us-total-2024-10 | 600000 | more_than | dead_and_wounded | 2022-02/2024-10 | 2024-10-10 | us-officials | us-assessments | hawaiitribune-herald.com/2024/10/11/nation-world-news/september-was-a-deadly-month-for-russian-troops-in-ukraine-us-says/
us-total-2024-10-most | 615000 | at_most | dead_and_wounded | 2022-02/2024-10 | 2024-10-10 | us-officials | us-assessments | hawaiitribune-herald.com/2024/10/11/nation-world-news/september-was-a-deadly-month-for-russian-troops-in-ukraine-us-says/
us-killed-2024-10 | 115000 | unqualified | killed | 2022-02/2024-10 | 2024-10-10 | us-officials | us-assessments | hawaiitribune-herald.com/2024/10/11/nation-world-news/september-was-a-deadly-month-for-russian-troops-in-ukraine-us-says/
us-wounded-2024-10 | 500000 | unqualified | wounded | 2022-02/2024-10 | 2024-10-10 | us-officials | us-assessments | hawaiitribune-herald.com/2024/10/11/nation-world-news/september-was-a-deadly-month-for-russian-troops-in-ukraine-us-says/
uk-total-2024-09 | 610000 | more_than | dead_and_wounded | 2022-02-24/2024-08 | 2024-09-05 | uk-mod | ua-general-staff | menafn.com/1108639835/British-Intelligence-Links-Increase-In-Russian-Casualties-In-August-To-Kursk-Operation
uk-total-2024-10 | 648000 | more_than | dead_and_wounded | 2022-02-24/2024-09 | 2024-10-07 | uk-mod | ua-general-staff | menafn.com/1108755493/Russian-Casualties-In-Ukraine-Reached-New-Monthly-War-High-In-Sept-UK-Intel
ua-total-2024-10 | 661630 | unqualified | dead_and_wounded | 2022-02-24/2024-10-07 | 2024-10-07 | ua-military | ua-general-staff | misleading.com/russian-daily-casualties-in-ukraine-hit-record-high-as-grim-milestone-nears
ua-troops-10000 | 10000 | approximate | troop | | 2024-10-17 | zelensky | ua-intelligence | themoscowtimes.com/2024/10/17/ukraine-says-russia-to-deploy-10k-north-korean-troops-a86731
western-range | 2000..12000 | between | troop | | 2024-10-17 | western-official | | dailysabah.com/world/asia-pacific/zelenskyy-claims-russia-will-deploy-10000-n-korean-troops
nis-12000 | 12000 | unqualified | troop | | 2024-10-18 | rok-nis | rok-nis | korean-vibe.com/news/newsview.php?ncode=179551162511952
nis-1500 | 1500 | unqualified | troop | 2024-10-08/2024-10-13 | 2024-10-18 | rok-nis | rok-nis | nation.com.pk/19-Oct-2024/n-korea-sending-12-000-soldiers-for-russia-s-war-in-ukraine
nis-1500-more | 1500 | unqualified | troop | | 2024-10-23 | rok-nis | rok-nis | springfieldnewssun.com/nation-world/3000-north-korean-troops-are-in-russia-preparing-to-fight-in-ukraine-south-korea-says/634TSHULIJAAVIAR44EXROCHVM/
nis-3000 | 3000 | unqualified | troop | | 2024-10-23 | rok-nis | rok-nis | springfieldnewssun.com/nation-world/3000-north-korean-troops-are-in-russia-preparing-to-fight-in-ukraine-south-korea-says/634TSHULIJAAVIAR44EXROCHVM/
nis-10000-by-december | 10000 | unqualified | troop | /2024-12 | 2024-10-23 | rok-nis | rok-nis | localnews8.com/news/2024/10/23/lawmakers-south-koreas-spy-chief-says-north-korea-has-sent-another-1500-troops-to-russia/
japan-aid-2024 | 4500000000 | unqualified | USD | 2024 | 2024-06-13 | zelensky | | swissinfo.ch/eng/ukraine%2C-japan-sign-10-year-term-security-agreement/80579127
japan-agreement-term | 10 | unqualified | year | | 2024-06-13 | zelensky | | swissinfo.ch/eng/ukraine%2C-japan-sign-10-year-term-security-agreement/80579127
"""  # noqa: E501
ROWS = [[cell.strip() for cell in line.split("|")] for line in LIST.strip().splitlines()]

# What the article prints, and the figure of the record that it most likely repeats.
REPEATED = {
    "munitions-shipped": "c4ads-explosives",
    "containers-2024-03": "rok-containers-2024-03",
    "containers-2024-08": "rok-containers-2024-08",
    "losses-daily": "nyt-daily-2024-09",
    "casualties-total": "us-total-2024-10",
    "troops-mobilized": "ua-troops-10000",
    "troops-training": "nis-3000",
    "troops-considered": "nis-12000",
    "aid-non-military": "japan-aid-2024",
    "agreement-term": "japan-agreement-term",
}


@pytest.mark.parametrize("line", ROWS, ids=[line[0] for line in ROWS])
def test_each_row_of_the_list_is_there_with_its_page(line: list[str], shipped: Catalogue) -> None:
    one, number, *rest, address = line
    figure = shipped.rows(one).iloc[0]
    low, _, high = number.partition("..")
    printed = (figure["lower"], figure["upper"]) if high else (figure["value"], figure["value"])
    assert printed == (float(low), float(high or low))
    names = ("qualifier", "unit", "period", "issued", "source", "root")
    assert ["" if pd.isna(figure[name]) else figure[name] for name in names] == rest
    document = shipped.documents.loc[figure["document"]]
    assert document["url"] == f"https://{address}"
    assert document["role"] == "record"


def test_the_record_holds_nothing_else(shipped: Catalogue) -> None:
    rows = shipped.figures[shipped.figures["role"] == "record"]
    assert set(rows["id"]) == {line[0] for line in ROWS}
    assert dict(zip(rows["same_as"].dropna(), rows["id"][rows["same_as"].notna()], strict=True)) == REPEATED


def test_what_a_page_does_not_give_stays_empty(shipped: Catalogue) -> None:
    pages = shipped.documents[shipped.documents["role"] == "record"]
    assert not pages["text_held"].any()
    assert pages[["title", "authors", "published", "accessed"]].isna().all(axis=None)
    assert [one.partition("://")[2].partition("/")[0] for one in pages["url"]] == list(pages["publisher"])
    rows = shipped.figures[shipped.figures["role"] == "record"]
    assert rows[["as_printed", "attribution", "section", "paragraph", "fingerprint"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("one", "via", "caveat"),
    [
        ("c4ads-explosives", "c4ads;washington-post", "origin-not-named"),
        ("rok-containers-2024-08", "rok-dia;kang-dae-sik;yonhap", "suspected"),
        ("nis-12000", "rok-nis;yonhap", "root-likely"),
        ("nis-3000", "rok-nis;park-sun-won", "not-in-combat"),
        ("japan-aid-2024", "zelensky;reuters", "for-one-year"),
        ("nyt-daily-2024-09", "us-uk-analysts;new-york-times", "root-not-stated"),
        ("uk-daily-2024-09", "", "not-killed-alone"),
        ("us-total-2024-10", "", "no-total-published"),
        ("western-range", "", "lower-end"),
        ("ua-troops-10000", "", "not-moved"),
        ("uk-total-2024-09", "", "called-likely"),
        ("rok-containers-2024-02", "", "start-second-page"),
    ],
)
def test_relays_and_what_must_be_known_are_kept(one: str, via: str, caveat: str, shipped: Catalogue) -> None:
    figure = shipped.rows(one).iloc[0]
    assert (figure["via"] if isinstance(figure["via"], str) else "") == via
    assert caveat in shipped.items(figure["caveats"], "observations", "caveats")


def test_parts_series_statuses_and_further_pages(shipped: Catalogue) -> None:
    rows = shipped.figures[shipped.figures["role"] == "record"].set_index("id")

    def filled(column: str) -> dict[str, str]:
        return rows[column].dropna().astype("str").to_dict()

    assert filled("part_of") == {
        "us-killed-2024-10": "us-total-2024-10-most",
        "us-wounded-2024-10": "us-total-2024-10-most",
        "nis-1500": "nis-3000",
        "nis-1500-more": "nis-3000",
    }
    assert filled("series") == {
        "us-containers-2024-02": "us-since-2023-09",
        "us-containers-2024-06": "us-since-2023-09",
        "uk-total-2024-09": "uk-since-2022-02-24",
        "uk-total-2024-10": "uk-since-2022-02-24",
    }
    assert filled("also_in") == {"rok-containers-2024-02": "theusarticles"}
    planned = {"nis-12000", "nis-10000-by-december", "japan-aid-2024"}
    assert set(rows.index[rows["status"] == "planned"]) == planned
    assert set(shipped.statements["document"]) == {"38north-2024-10", "springfieldnewssun", "tag24"}
