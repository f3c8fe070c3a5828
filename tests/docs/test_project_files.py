"""The files by which other programs know the project: citation, changelog, pre-commit, workflow."""

import re

import yaml

import indicators
from tests.support.places import ROOT

RELEASE = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?$", re.MULTILINE)


def test_the_citation_file_has_what_its_format_requires_and_the_version_of_the_program() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert (citation["cff-version"], citation["type"], citation["license"]) == ("1.2.0", "software", "MIT")
    assert citation["version"] == indicators.__version__
    assert citation["authors"] == [{"name": "The indicators contributors"}]


def test_the_changelog_has_the_form_of_keep_a_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (unreleased, no_date), (version, date), *_ = RELEASE.findall(text)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (unreleased, no_date) == ("Unreleased", "")
    assert (version, date) == (indicators.__version__, str(citation["date-released"]))
    for release in RELEASE.split(text)[3::3]:
        kinds = re.findall(r"^### (.*)$", release, re.MULTILINE)
        assert kinds == [kind for kind in ("Added", "Changed", "Fixed", "Removed") if kind in kinds]


def test_the_workflow_and_the_hooks_run_what_make_check_runs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    checks = re.findall(r"^\t\$\(BIN\)/(.*)$", makefile.partition("\ncheck:")[2].partition("\n\n")[0], re.MULTILINE)
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == [check.removesuffix(" .") for check in checks]
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["make check", "make test"]
    assert workflow["permissions"] == {"contents": "read"}
