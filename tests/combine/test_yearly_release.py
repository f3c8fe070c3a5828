"""A release of yearly totals: revised forecasts, changes from year to year, and a total on the area that it grew on."""

from pathlib import Path

import pytest

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.combine.compare import compare
from tests.support.release import write_release

INDICATORS = [
    {"id": "harvest", "title": "Harvest", "statistic": "total"},
    {"id": "revision", "title": "Revision of the harvest", "statistic": "change", "change_of": "harvest"},
    {"id": "change", "title": "Change in the harvest", "statistic": "change", "change_of": "harvest"},
    {"id": "fields", "title": "Fields", "statistic": "level", "kind": "fields"},
    {"id": "gardens", "title": "Gardens", "statistic": "level", "kind": "fields", "population": "others"},
]
REVISED = {"updates": "expected", "vintage": "revised"}
OBSERVATIONS = [
    {"id": "expected", "indicator": "harvest", "value": "660", "period": "2025", "status": "forecast"},
    {
        "id": "now",
        "indicator": "harvest",
        "value": "642",
        "period": "2025",
        "updates": "expected",
        "vintage": "revised",
    },
    {"id": "before", "indicator": "harvest", "value": "587", "period": "2024"},
    {"id": "revised-by", "indicator": "revision", "value": "-18", "period": "2025"},
    {"id": "rise", "indicator": "change", "value": "55", "period": "2024/2025"},
    {"id": "fields-2025", "indicator": "fields", "value": "80", "unit": "field", "period": "2025"},
    {"id": "gardens-2025", "indicator": "gardens", "value": "80", "unit": "field", "period": "2025"},
]
DERIVED = "less,Less,difference,now,expected,,,revised-by,\nmore,More,difference,now,before,,,rise,\n"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder: Path = tmp_path_factory.mktemp("yearly") / "release"
    write_release(folder, INDICATORS, OBSERVATIONS)
    for name, more in {
        "kinds.csv": "fields,fields,,field,\n",
        "populations.csv": "others,Others,\n",
        "units.txt": "field = [field] = _ = fields\n",
        "derivations.csv": DERIVED,
    }.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(more)
    return load(folder)


@pytest.mark.parametrize(
    ("question", "verdict", "answer", "assumed"),
    [
        ("now minus expected", "sound", "−18 things", []),
        ("less equals revised-by", "illustrative", "they agree", ["granted-forecast"]),
        ("more equals rise", "illustrative", "they agree", ["ends-of-change"]),
        ("now over fields-2025", "illustrative", "about 8 things a field", ["level-in-period"]),
        ("now over gardens-2025", "refused", "", []),
        ("fields-2025 over now", "refused", "", []),
    ],
)
def test_pairs_of_yearly_totals(
    question: str, verdict: str, answer: str, assumed: list[str], release: Catalogue
) -> None:
    given = compare(release, *question.split())
    assert (given.verdict, given.answer) == (verdict, answer)
    assert [assumption.id for assumption in given.assumptions] == assumed
