"""The commands on files: `check`, `columns`, `report`, `bundle` and `audit`. Each returns its exit status."""

from pathlib import Path

from indicators._load import load
from indicators.catalogue import upgrade
from indicators.catalogue.format_steps import FORMAT
from indicators.catalogue.model import SUBJECT
from indicators.cli.options import Options, catalogue, folder, selection
from indicators.cli.terminal import show
from indicators.errors import IndicatorsError
from indicators.export import dictionary


def check_catalogue(options: Options) -> int:
    """Prints how much a catalogue holds; its problems are the CatalogueError that it raises.

    With `--upgrade`, the files of a catalogue of an earlier format are written anew before.
    """
    path = folder(options)
    version = upgrade.version_in(path)
    if options.upgrade:
        try:
            upgrade.upgrade(path)
        except OSError as error:
            raise IndicatorsError(f'cannot write "{error.filename}" ({error.strerror}); nothing is lost') from None
    loaded = catalogue(options)
    counts = {name: len(getattr(loaded, name)) for name in ("figures", "indicators", "sources", "documents")}
    record = int((loaded.figures["role"] != SUBJECT).sum())
    found = ", ".join(f"{count} {name}" for name, count in counts.items())
    if upgrade.is_earlier(version):
        done = "written anew as" if options.upgrade else "read as; `check --upgrade` writes it as"
        show(f"{loaded.folder}: format {version}, {done} format {FORMAT}")
    show(f"{loaded.folder}: {found}{f' ({record} figures of the record)' if record else ''}; no problem found")
    return 0


def print_columns(options: Options) -> int:
    """Prints the data dictionary in Markdown."""
    print(dictionary.columns_document(catalogue(options).descriptor), end="")
    return 0


def write_report(options: Options) -> int:
    """Writes the report; raises ModuleNotFoundError where the extra for images is not installed."""
    from indicators.render import report  # needs that extra, which no other command does

    loaded = catalogue(options)
    page = report.page(loaded, selection(loaded, options), system=options.units, address=options.address).encode()
    try:
        Path(options.file).write_bytes(page)
    except OSError as error:
        raise IndicatorsError(f'the report cannot be written to "{options.file}": {error.strerror}') from None
    print(f"{options.file}: {len(page):,} bytes")
    return 0


def write_bundle(options: Options) -> int:
    """Writes the bundle and prints nothing."""
    from indicators.export import bundle  # loads the audit's patterns, which takes time

    loaded = catalogue(options)
    content = bundle.make(loaded, selection(loaded, options))
    try:
        Path(options.file).write_bytes(content)
    except OSError as error:
        raise IndicatorsError(f'cannot write "{options.file}" ({error.strerror}); name a file in a folder') from None
    return 0


def audit_text(options: Options) -> int:
    """Audits a text; status 1 where the audit has findings."""
    from indicators.audit import text_file  # loads patterns of English numbers, which takes time
    from indicators.cli import audit

    file = text_file.read(Path(options.text))
    return audit.run(load(folder(options), unfinished=True), file, options)
