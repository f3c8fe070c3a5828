"""The public record beside the subject. Off, it changes nothing; on, it stands beside the figures."""

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest

from indicators._load import load
from indicators.catalogue.model import SUBJECT, Catalogue
from indicators.charts import build, timeline
from indicators.combine.compare import compare_all
from indicators.combine.derived import all_derived, all_temptations, derived_among, temptations_among
from indicators.export import figure_table, writers
from indicators.figures import provenance, public_record
from indicators.figures.facets import FACETS
from indicators.figures.repeated import Became, repeated_figures
from indicators.figures.selection import (
    Selection,
    figures_in_scope,
    has_record,
    parse_selection,
    select,
    selectable_ids,
)
from indicators.figures.statements import statements_about, statements_by
from indicators.measure.period import NOT_STATED
from tests.support.effort import part


def pruned(source: Path, folder: Path) -> Catalogue:
    """The catalogue in a folder without its record: every row that nothing of the subject needs is left out."""
    shutil.copytree(source, folder)

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def keep(name: str, kept: list[dict[str, str]]) -> None:
        names = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)

    def used(cells: list[dict[str, str]], *columns: str) -> set[str]:
        return {one for row in cells for column in columns for one in row[column].split(";")}

    def inputs(recipe: dict[str, str]) -> set[str]:
        return {recipe[side].partition(".")[0] for side in ("left", "right")} - {""}

    documents = [row for row in rows("documents") if row["role"] == SUBJECT]
    keep("documents", documents)
    figures = [row for row in rows("observations") if row["document"] in used(documents, "id")]
    keep("observations", figures)
    keep("statements", [])
    keep("indicators", [row for row in rows("indicators") if row["id"] in used(figures, "indicator")])
    indicators = rows("indicators")
    kinds = {row["id"]: row for row in rows("kinds")}
    needed = {kinds[one]["part_of"] for one in used(indicators, "kind")} | used(indicators, "kind")
    keep("kinds", [row for one, row in kinds.items() if one in needed])
    for name in ("topic", "population"):
        keep(f"{name}s", [row for row in rows(f"{name}s") if row["id"] in used(indicators, name)])
    voices = used(figures, "source", "root", "via")
    keep("sources", [row for row in rows("sources") if row["id"] in voices or row["absent"] == "yes"])
    keep("caveats", [row for row in rows("caveats") if row["code"] in used(figures, "caveats")])
    printed = used(figures, "id")
    ids, recipes = set(printed), list[dict[str, str]]()
    while more := [one for one in rows("derivations") if one["id"] not in ids and inputs(one) <= ids]:
        recipes += more
        ids |= used(more, "id")
    recipes = [one | {"against": one["against"] * (one["against"] in printed)} for one in recipes]
    order = [one["id"] for one in rows("derivations")]
    keep("derivations", sorted(recipes, key=lambda one: order.index(one["id"])))
    keep("temptations", [one for one in rows("temptations") if inputs(one) <= ids])
    return load(folder)


@pytest.fixture(scope="module", params=["shipped", "wards"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Catalogue]:
    """A catalogue with its record, and the same without."""
    catalogue: Catalogue = request.getfixturevalue(request.param)
    return catalogue, pruned(catalogue.folder, tmp_path_factory.mktemp("pruned") / "data")


def test_off_the_record_changes_no_selection_and_no_download(both: tuple[Catalogue, Catalogue]) -> None:
    full, without = both
    assert has_record(full)
    assert not has_record(without)
    for facet in FACETS:
        assert selectable_ids(full, facet) == selectable_ids(without, facet)
    choices = [
        {},
        *({facet: (one,)} for facet in FACETS for one in selectable_ids(without, facet)),
        {"search": "about"},
    ]
    for choice in part(choices, 6):
        files = [writers.to_csv(figure_table.table(one, select(one, Selection(**choice)))) for one in both]
        assert files[0] == files[1], choice


def test_off_the_record_changes_no_chart(both: tuple[Catalogue, Catalogue]) -> None:
    drawn = [list(build.charts(one, select(one, Selection()))) for one in both]
    assert drawn[0]
    assert drawn[0] == drawn[1]
    assert timeline.strip(both[0], figures_in_scope(both[0])) == timeline.strip(both[1], figures_in_scope(both[1]))


def test_off_the_record_changes_nothing_that_follows_and_no_verdict(both: tuple[Catalogue, Catalogue]) -> None:
    full, without = both
    assert derived_among(full, figures_in_scope(full)) == all_derived(without)
    assert temptations_among(full, figures_in_scope(full)) == all_temptations(without)
    ids = part(figures_in_scope(without)["id"], 6)
    pd.testing.assert_frame_equal(compare_all(full, ids), compare_all(without, ids))


def test_on_it_brings_every_figure_and_the_query_says_so(shipped: Catalogue) -> None:
    assert len(select(shipped, Selection(record=True))) == len(shipped.figures)
    assert Selection(record=True, topic=("arms",)).query() == [("topic", "arms"), ("record", "on")]
    assert parse_selection(shipped, {"record": ["on"], "source": ["uk-mod"]}) == (
        Selection(record=True, source=("uk-mod",)),
        (),
    )


def test_a_document_of_the_record_in_a_query_brings_the_record(shipped: Catalogue) -> None:
    selection, unknown = parse_selection(shipped, {"document": ["koreaherald"]})
    assert (selection, unknown) == (Selection(document=("koreaherald",), record=True), ())
    assert list(select(shipped, selection)["id"]) == ["rok-containers-2024-08", "rok-capacity-2024-08"]


def test_off_what_only_the_record_has_is_unknown(shipped: Catalogue) -> None:
    selection, unknown = parse_selection(shipped, {"source": ["uk-mod"], "record": ["of"]})
    assert selection == Selection()
    assert [(one.what, one.given) for one in unknown] == [("record", "of"), ("source", "uk-mod")]


@pytest.mark.parametrize(
    ("indicator", "sentence"),
    [
        ("containers-delivered",
         "Published elsewhere: eight totals from two governments, two of them most likely those printed here."),
        ("munitions-shipped", "Published elsewhere: one total from one source, most likely the one printed here."),
        ("losses-daily",
         "Published elsewhere: five rates from two sources, one of them most likely the one printed here, four of them "
         "of something else (dead and wounded together)."),
        ("casualties-total",
         "Published elsewhere: five totals from three governments, one of them most likely the one printed here, and "
         "two parts of one of them."),
        ("troops-training",
         "Published elsewhere: one figure from one government, most likely the one printed here, and two parts of it."),
        ("troops-mobilized",
         "Published elsewhere: two figures from two sources, one of them most likely the one printed here."),
        ("distance", ""),
    ],
)  # fmt: skip
def test_one_line_says_how_the_record_stands_to_a_figure(indicator: str, sentence: str, shipped: Catalogue) -> None:
    assert public_record.record_sentence(shipped, indicator) == sentence


def test_what_was_left_out_and_changed_is_computed_from_the_fields(shipped: Catalogue) -> None:
    (pair,) = repeated_figures(shipped, "containers-2024-08")
    became = {each.field: each.became for each in pair.differences}
    assert became == {
        "Figure": "changed", "Qualifier": "left out", "What is counted": "changed", "Relation to time": "left out",
        "Start of the count": "left out", "Period": "left out", "Issued": "less exact", "Source": "changed",
        "Counted by": "changed", "Status": "kept", "Place": "less exact",
    }  # fmt: skip
    first = {each.field: each.record for each in pair.differences}
    assert first["Qualifier"] == "more than"
    assert first["Start of the count"] == "June 2022 (approximate)"
    assert "suspected of carrying arms" in first["What is counted"]
    assert repeated_figures(shipped, "rok-containers-2024-08") == (pair,)
    assert repeated_figures(shipped, "rok-containers-2024-06") == ()


@pytest.mark.parametrize(
    ("catalogue", "one", "words"),
    indirect=["catalogue"],
    argvalues=[
        ("shipped", "uk-daily-2024-09",
         "Counted by General Staff of the Ukrainian Armed Forces, a party to the conflict; claimed by UK Ministry of "
         "Defence; published by the site menafn.com."),
        ("shipped", "c4ads-explosives",
         "Counted by Internal Russian trade data obtained by C4ADS; claimed by C4ADS; relayed by the Washington Post; "
         "published by the site euromaidanpress.com."),
        ("shipped", "rok-containers-2024-08",
         "Counted and claimed by South Korea's Defense Intelligence Agency; relayed by Kang Dae-sik, member of the "
         "parliament of South Korea; relayed by Yonhap; published by the site koreaherald.com."),
        ("shipped", "losses-daily",
         "Whose counting it is, is not stated; claimed by unnamed reports; published by 38 North."),
        ("wards", "daily-nurses",
         "Counted by Register of Admissions; relayed by the Courier, a newspaper; claimed by Association of Nurses, a "
         "party to the conflict; published by the Northvale Review."),
    ],
)  # fmt: skip
def test_the_chain_of_sources_runs_from_who_counted_to_who_published(
    catalogue: Catalogue, one: str, words: str
) -> None:
    steps = provenance.steps(catalogue, catalogue.observation(one))
    assert provenance.sentence(steps) == words
    assert provenance.root_is_party(steps) == words.startswith("Counted by General Staff")


def test_what_neither_publication_states_was_not_kept(shipped: Catalogue) -> None:
    (pair,) = repeated_figures(shipped, "aid-non-military")
    silent = {each.field for each in pair.differences if {each.subject, each.record} == {NOT_STATED}}
    assert silent == {each.field for each in pair.differences if each.became == Became.NEITHER} != set()
    assert "Qualifier" in {each.field for each in pair.differences if each.became == Became.KEPT}, "a bare number"


def test_who_counted_is_said_of_each_claim_once_and_never_contradicts_itself(shipped: Catalogue) -> None:
    claims = [("c4ads", ""), ("c4ads", "russian-trade-data"), ("author", ""), ("reports", "reports")]
    assert provenance.who_counted(shipped, claims) == (
        "Internal Russian trade data obtained by C4ADS, as claimed by C4ADS; "
        "not stated for claims of the author of the article and unnamed reports and for other claims of C4ADS"
    )
    assert provenance.who_counted(shipped, claims[2:3]) == "not stated for claims of the author of the article"


def test_figures_of_one_root_are_named(shipped: Catalogue) -> None:
    resting = public_record.figures_of_one_root(shipped, "uk-daily-2024-09", shipped.figures)
    assert {"ua-month-2024-09", "uk-total-2024-10", "ua-total-2024-10"} <= {one.id for one in resting}
    assert public_record.figures_of_one_root(shipped, "uk-daily-2024-09", figures_in_scope(shipped)) == ()
    assert public_record.figures_of_one_root(shipped, "losses-daily", shipped.figures) == ()


def test_denials_are_recorded_with_who_and_when(shipped: Catalogue) -> None:
    when_and_where = "(October 2024, assumed by the editor; springfieldnewssun.com)"
    assert statements_about(shipped, ["nis-3000"]) == (
        f"The Government of Russia (a party to the conflict) denied the troop movements {when_and_where}.",
        f"The Government of North Korea denied the troop movements {when_and_where}.",
    )
    assert statements_by(shipped, "rok-nis") == (
        "South Korea's National Intelligence Service declined to confirm the number of 12,000 to AFP (day not stated, "
        "through AFP; tag24.com).",
    )
    (budanov,) = statements_by(shipped, "budanov")
    assert budanov.startswith(
        "Kyrylo Budanov, head of Ukraine's military intelligence (a party to the conflict), assessed that soldiers"
    )


def test_the_september_claim_divided_by_its_days_is_the_british_rate(shipped: Catalogue) -> None:
    figures = {one.id: one for one in all_derived(shipped)}
    assert figures["ua-september-daily"].phrase == "1,271 dead and wounded a day"  # 38130 / 30
    assert figures["uk-september-total"].phrase == "38,130 dead and wounded"  # 1271 x 30
    assert figures["us-killed-and-wounded"].phrase == "615,000 dead and wounded"  # 115000 + 500000
    assert "ua-september-daily" not in {one.id for one in derived_among(shipped, figures_in_scope(shipped))}


def test_only_a_running_total_has_a_start_of_its_count(shipped: Catalogue) -> None:
    (pair,) = repeated_figures(shipped, "aid-non-military")
    assert "Start of the count" not in {each.field for each in pair.differences}
