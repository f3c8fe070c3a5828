"""The command `new`: makes an empty catalogue and, from a text, drafts of its rows."""

from datetime import date
from pathlib import Path

from indicators import whole_files
from indicators._load import load
from indicators.audit import text_file
from indicators.audit.decisions import counted, decisions_of_catalogue, decisions_of_drafts, to_csv
from indicators.audit.drafts import Drafts
from indicators.audit.new_text import NewText, read_new_text
from indicators.catalogue.drafts_folder import DECISIONS, DRAFTS
from indicators.catalogue.model import Catalogue
from indicators.catalogue.new_catalogue import TIMES, Beginning, write_new
from indicators.catalogue.schema import UNITS
from indicators.cli.options import PROGRAM, Options
from indicators.cli.terminal import show
from indicators.measure import period


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
        _draft(catalogue, file.text, text)
    show(f"Next: fill the tables as docs/your-own-catalogue.md says, then `{PROGRAM} check {folder}`")
    return 0


def _draft(catalogue: Catalogue, text: str, read: NewText) -> None:
    """Writes the drafts and what they leave to decide, and prints for each how many questions of which kind."""
    drafts = Drafts(catalogue, text)
    tables = {"observations": drafts.observations, "dismissed": drafts.dismissals, "groups": drafts.groups}
    of_rows = list(decisions_of_drafts(drafts))
    of_catalogue = list(decisions_of_catalogue(drafts, text, read.headings))
    files = {
        f"{table}.csv": rows.to_csv(index=False, lineterminator="\n")
        for table, rows in tables.items()
        if table != "groups" or len(rows)
    }
    files[DECISIONS] = to_csv([*of_catalogue, *of_rows])
    (catalogue.folder / DRAFTS).mkdir()
    whole_files.write({catalogue.folder / DRAFTS / name: text.encode() for name, text in files.items()})
    for table, rows in tables.items():
        asked = [decision for decision in of_rows if decision.table == table]
        if f"{table}.csv" in files:
            show(f"{DRAFTS}/{table}.csv: {len(rows)} rows; to decide: {counted(asked)}")
    if things := [decision.drafted for decision in of_catalogue if decision.table == UNITS]:
        show(f"{UNITS}: to decide: a unit for each thing counted: {', '.join(things)}")
    once = [each.column for each in of_catalogue if each.table == "documents" and each.column != "headings"]
    show(f"documents.csv: to decide, where one holds for all figures: {', '.join(dict.fromkeys(once))}")
    empty = [f"{each.table}.csv" for each in of_catalogue if not each.column and not each.words]
    show(f"{', '.join(empty)}: to decide: what the figures need")
    count = len(of_rows) + len(of_catalogue)
    show(f"{DRAFTS}/{DECISIONS}: all {count} decisions, each with its row, its column and the words in question")
