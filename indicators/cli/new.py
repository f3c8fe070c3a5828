"""The command `new`: makes an empty catalogue and, from a text, drafts of its rows."""

from datetime import date
from pathlib import Path

from indicators import whole_files
from indicators._load import load
from indicators.audit import text_file
from indicators.audit.drafts import draft_dismissals, draft_groups, draft_observations, draft_questions
from indicators.audit.new_text import read_new_text
from indicators.audit.open_questions import things_counted
from indicators.catalogue.model import Catalogue
from indicators.catalogue.new_catalogue import TIMES, Beginning, write_new
from indicators.cli.decisions import decisions_left
from indicators.cli.options import PROGRAM, Options
from indicators.cli.terminal import show
from indicators.measure import period

DRAFTS = "drafts"
"""The folder of the drafts in that of the catalogue; nothing reads it but the editor."""


_OF_ALL = ("authors", "publisher", "published", "source", "issued", "period", "season", "prices")
"""Columns of a document that hold for all of its figures."""
_NEEDED = (
    "units.txt", "kinds.csv", "topics.csv", "populations.csv", "indicators.csv", "sources.csv", "dimensions.csv",
    "groups.csv",
)  # fmt: skip
"""Files of which an empty catalogue has no row that its figures could name."""


def make_catalogue(options: Options) -> int:
    """Makes the catalogue and prints what is in it and what is left to decide."""
    folder = Path(options.folder)
    file = text_file.read(Path(options.text)) if options.text else None
    text = read_new_text(file.text) if file else None
    if options.published:
        period.words(options.published)  # raises where it is no date
    beginning = Beginning(
        title=options.title,
        url=options.url,
        publisher=options.publisher,
        published=options.published,
        document_title=text.title if text else "",
        headings=text.headings if text else None,
        units=text.units if text else (),
    )
    write_new(folder, beginning, date.today())
    catalogue = load(folder)
    show(f"{folder}: an empty catalogue of {beginning.url}")
    if file and text:
        for remark in file.remarks:
            show(f"note: {remark}")
        named = [unit for unit in text.units if unit not in TIMES]
        show(f"units.txt: the text names {', '.join(named) or 'no unit'}; things counted are not among them")
        show(f"documents.csv: {len(text.headings)} lines taken as headings: {' | '.join(text.headings) or 'none'}")
        _draft(catalogue, file.text)
        stated = {"publisher": bool(options.publisher), "published": bool(options.published)}
        left = [name for name in _OF_ALL if not stated.get(name)]
        show(f"documents.csv: to decide, where one holds for all figures: {', '.join(left)}")
        show(f"{', '.join(_NEEDED)}: to decide: what the figures need")
    show(f"Next: fill the tables as docs/your-own-catalogue.md says, then `{PROGRAM} check {folder}`")
    return 0


def _draft(catalogue: Catalogue, text: str) -> None:
    """Writes the drafts and prints for each, by column, how many cells are left to decide."""
    drafts = {
        "observations": draft_observations(catalogue, text),
        "dismissed": draft_dismissals(catalogue, text),
        "groups": draft_groups(catalogue, text),
    }
    questions = draft_questions(catalogue, text)
    (catalogue.folder / DRAFTS).mkdir()
    quoted = set(zip(*(drafts["observations"][name] for name in ("fingerprint", "as_printed")), strict=True))
    rest = drafts["dismissed"]
    is_figure = [cell in quoted for cell in zip(rest["fingerprint"], rest["as_printed"], strict=True)]
    drafts["dismissed"] = rest[[not draft for draft in is_figure]]
    if drafts["groups"].empty:
        del drafts["groups"]
    for table, rows in drafts.items():
        path = Path(DRAFTS, f"{table}.csv")
        whole_files.write({catalogue.folder / path: rows.to_csv(index=False, lineterminator="\n").encode()})
        asked = questions if table == "observations" else {}
        show(f"{path}: {len(rows)} rows; to decide: {decisions_left(catalogue, table, rows, asked) or 'nothing'}")
    rows = drafts["observations"]
    if things := things_counted(rows.loc[rows["unit"] == "", "as_printed"], text):
        show(f"units.txt: to decide: a unit for each thing counted: {', '.join(things)}")
