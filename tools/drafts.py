"""Prints how well drafts are checked, on labelled drafts: false accusations first, then what is found.

Without arguments it reads the drafts in `tests/quoting/drafts/`, and writes their counts into `docs/drafts.md`.
`python tools/drafts.py FOLDER=FILE …` reads others in their format, each file with the catalogue that it quotes.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from indicators._load import load
from indicators.catalogue.model import Catalogue
from indicators.quoting.check import check
from indicators.quoting.finding import ACCUSES, Finding

ROOT = Path(__file__).resolve().parents[1]
DRAFTS = ROOT / "tests" / "quoting" / "drafts"
SETS = {
    "data.json": "data",
    "wards.json": "tests/catalogues/wards",
    "data-second.json": "data",
    "data-third.json": "data",
    "data-fourth.json": "data",
    "data-fifth.json": "data",
    "data-sixth.json": "data",
    "data-seventh.json": "data",
    "data-eighth.json": "data",
    "jobs-eighth.json": "examples/jobs",
    "infections-eighth.json": "examples/infections",
    "data-ninth.json": "data",
    "jobs-ninth.json": "examples/jobs",
    "infections-ninth.json": "examples/infections",
    "data-tenth.json": "data",
    "jobs-tenth.json": "examples/jobs",
    "infections-tenth.json": "examples/infections",
    "data-eleventh.json": "data",
    "jobs-eleventh.json": "examples/jobs",
    "infections-eleventh.json": "examples/infections",
    "data-twelfth.json": "data",
    "jobs-twelfth.json": "examples/jobs",
    "infections-twelfth.json": "examples/infections",
    "data-thirteenth.json": "data",
    "jobs-thirteenth.json": "examples/jobs",
    "infections-thirteenth.json": "examples/infections",
    "data-fourteenth.json": "data",
    "jobs-fourteenth.json": "examples/jobs",
    "infections-fourteenth.json": "examples/infections",
    "roads.json": "tests/catalogues/roads",
    "meals.json": "tests/catalogues/meals",
    "rents.json": "tests/catalogues/rents",
    "jobs-groups.json": "examples/jobs",
    "infections-groups.json": "examples/infections",
    "jobs-fifteenth.json": "examples/jobs",
    "infections-fifteenth.json": "examples/infections",
    "data-fifteenth.json": "data",
    "data-sixteenth.json": "data",
    "jobs-sixteenth.json": "examples/jobs",
    "infections-sixteenth.json": "examples/infections",
    "data-seventeenth.json": "data",
    "jobs-seventeenth.json": "examples/jobs",
    "infections-seventeenth.json": "examples/infections",
    "data-own.json": "data",
    "data-voices.json": "data",
    "jobs-own.json": "examples/jobs",
    "infections-own.json": "examples/infections",
    "jobs.json": "examples/jobs",
    "infections.json": "examples/infections",
}
"""The files of labelled drafts, each with the folder of the catalogue that it quotes."""
DOCUMENT = ROOT / "docs" / "drafts.md"
_START, _END = "<!-- counts of make drafts -->", "<!-- end of the counts -->"
QUIET = ("whole", "follows", "elsewhere")
"""Verdicts that accuse nobody."""
_QUOTES = ("whole", "loses", "follows")
Label = Mapping[str, Any]


class Score:
    """Counts over labelled numbers, and a line for each that is told differently."""

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.texts: set[str] = set()
        self.false_texts: set[str] = set()
        self.found = self.half = self.asked = self.quoted = self.linked = 0
        self.owed: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.hit: Counter[str] = Counter()
        self.lines: list[str] = []

    def add(self, draft: str, label: Label, finding: Finding | None, *, linked: bool) -> None:
        """Counts one number: its label, what was found of it, and whether that is the right figure."""
        verdict, told = label["verdict"], finding.verdict if finding else "elsewhere"
        self.numbers[verdict] += 1
        self.texts.add(draft)
        self.asked += told == "ask"
        wrong = ""
        if verdict in QUIET:
            if told in ACCUSES:
                self.false[verdict] += 1
                self.false_texts.add(draft)
                wrong = "FALSE"
        else:
            owed, given = _codes(verdict, label.get("loses", ())), _codes(told, finding.loses if finding else ())
            self.owed.update(owed)
            self.told.update(given)
            self.hit.update(owed & given)
            self.found += bool(owed & given)
            self.half += bool(given) and not owed & given
            wrong = "" if owed == given else "codes" if owed & given else "MISS"
        if verdict in _QUOTES:
            self.quoted += 1
            self.linked += linked
            wrong = wrong or ("" if linked else "link")
        if wrong:
            self.lines.append(f"  {wrong:5} {draft} {label['words']!r}: {_words(finding)}; labelled {_labelled(label)}")

    def join(self, other: "Score") -> None:
        """Adds the counts of another score to these."""
        for name, value in vars(other).items():
            if isinstance(value, set | Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def report(self, title: str) -> list[str]:
        """The counts as lines."""
        quiet, wrong = sum(self.numbers[verdict] for verdict in QUIET), self.numbers["loses"] + self.numbers["unsound"]
        false, hits = self.false.total(), self.hit.total()
        f1 = _share(2 * hits, self.owed.total() + self.told.total())
        by = ", ".join(f"{verdict} {self.false[verdict]} of {self.numbers[verdict]}" for verdict in QUIET)
        codes = ", ".join(f"{code} {self.hit[code]} of {count}" for code, count in sorted(self.owed.items()))
        one_number = (self.found + self.half / 2 - 5 * false) / wrong if wrong else 0.0
        return [
            title,
            f"  falsely accused   {false} of {quiet} numbers ({_share(false, quiet)}): {by}",
            f"  texts with one    {len(self.false_texts)} of {len(self.texts)}",
            f"  found             {self.found} of {wrong} that lose something or do not follow "
            f"({_share(self.found, wrong)}); {self.half} with another code",
            f"  by code           {codes}",
            f"  codes             F1 {f1}, precision {_share(hits, self.told.total())}, "
            f"recall {_share(hits, self.owed.total())}",
            f"  figure meant      {self.linked} of {self.quoted} ({_share(self.linked, self.quoted)})",
            f"  asked             {self.asked}",
            f"  one number        {one_number:.2f}",
        ]


def drafts_in(file: Path) -> list[Label]:
    """The labelled drafts of a file."""
    drafts: list[Label] = json.loads(file.read_text(encoding="utf-8"))
    return drafts


def score(catalogue: Catalogue, drafts: list[Label]) -> tuple[Score, Score]:
    """The scores of what is labelled as certain, and of the rest; the figures of the record count."""
    certain, rest = Score(), Score()
    for draft in drafts:
        text = draft["text"]
        findings = check(catalogue, text, record=True)
        taken: set[int] = set()
        for label in draft["numbers"]:
            start = text.index(label["words"])
            over = [
                finding for finding in findings if finding.start < start + len(label["words"]) and start < finding.end
            ]
            taken |= {id(finding) for finding in over}
            over.sort(key=lambda finding: finding.verdict == "elsewhere")
            found = over[0] if over else None
            linked = found is not None and (
                _is_same(catalogue, label["figure"], found.figure) or found.pair == label["figure"] != ""
            )
            (certain if label["certain"] else rest).add(draft["id"], label, found, linked=linked)
        for finding in findings:
            if id(finding) not in taken and finding.verdict in ACCUSES:
                certain.add(
                    draft["id"], {"words": finding.words, "figure": "", "verdict": "elsewhere"}, finding, linked=False
                )
    return certain, rest


def _codes(verdict: str, losses: tuple[str, ...] | list[str]) -> set[str]:
    return {*losses} if verdict == "loses" else {"unsound"} if verdict == "unsound" else set()


def _is_same(catalogue: Catalogue, figure: str, other: str) -> bool:
    """Whether two ids are one answer: the same, declared the same, or a figure and its conversion."""
    converted, same = _same(catalogue)
    return (bool(other) and other in (figure, converted.get(figure), same.get(figure))) or figure in (
        other,
        same.get(other),
        converted.get(other),
    )


@cache
def _same(catalogue: Catalogue) -> tuple[Mapping[str, str], Mapping[str, Any]]:
    """For each conversion the figure that it converts, for each figure the one that it is declared the same as."""
    rows = catalogue.derivations.to_dict("records")
    converted = {row["id"]: row["left"] for row in rows if row["operation"] == "equivalent"}
    return converted, dict(zip(catalogue.figures["id"], catalogue.figures["same_as"], strict=True))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def _words(finding: Finding | None) -> str:
    if finding is None:
        return "not read"
    return " ".join(filter(None, (finding.verdict, ",".join(finding.loses), finding.figure, finding.pair)))


def _labelled(label: Label) -> str:
    return " ".join(filter(None, (label["verdict"], ",".join(label.get("loses", ())), label["figure"])))


@cache
def catalogue_in(folder: Path) -> Catalogue:
    """The catalogue in a folder, read once."""
    return load(folder)


def counts_table(counts: Mapping[str, Score]) -> str:
    """The counts of files as a table of Markdown, false accusations first."""
    rows = [
        "| drafts | falsely accused | found of what loses or does not follow | codes, F1 | figure meant |",
        "|---|---|---|---|---|",
    ]
    for name, counted in counts.items():
        quiet = sum(counted.numbers[verdict] for verdict in QUIET)
        wrong = counted.numbers["loses"] + counted.numbers["unsound"]
        f1 = _share(2 * counted.hit.total(), counted.owed.total() + counted.told.total())
        cells = [
            f"`{name}`",
            f"{counted.false.total()} of {quiet}",
            f"{counted.found} of {wrong}",
            f1,
            f"{counted.linked} of {counted.quoted}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def write_counts(counts: Mapping[str, Score]) -> None:
    """Writes the table of counts into the documentation, between its two marks."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(_START)
    _, _, after = rest.partition(_END)
    DOCUMENT.write_text(f"{before}{_START}\n\n{counts_table(counts)}\n\n{_END}{after}", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Prints the counts of each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FOLDER=FILE", help="a catalogue, and drafts that quote it")
    parser.add_argument("--lines", action="store_true", help="print each number that is told differently, too")
    asked = parser.parse_args(arguments)
    named = [each.partition("=") for each in asked.files]
    own = [(ROOT / folder, DRAFTS / name) for name, folder in SETS.items()]
    certain: dict[str, Score] = {}
    for folder, file in [(Path(folder), Path(file)) for folder, _, file in named] or own:
        scores = score(catalogue_in(folder), drafts_in(file))
        certain[file.name] = scores[0]
        for title, counted in zip(("certain", "not certain"), scores, strict=True):
            print("\n".join(counted.report(f"{file.name}, labels that are {title}")))
            if asked.lines and counted.lines:
                print("\n".join(counted.lines))
    if not asked.files:
        write_counts(certain)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
