"""The pages that are made from the code are those that the code makes."""

import runpy

import pytest

from tests.support.places import ROOT

GENERATE = ROOT / "docs" / "generate.py"
PAGES: dict[str, str] = runpy.run_path(str(GENERATE))["pages"]()


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_what_the_code_makes(name: str) -> None:
    assert (GENERATE.parent / name).read_text(encoding="utf-8") == PAGES[name], "run make docs"


def test_every_page_made_from_the_code_is_among_them() -> None:
    made = "addresses.md columns.md command-line.md format.md rules.md vocabularies.md decisions/README.md"
    assert PAGES.keys() == set(made.split())
