"""The commands on files: `columns`, `report`, `site`, `bundle` and `audit`. Each returns its exit status."""

import importlib
from pathlib import Path

from indicators import whole_files
from indicators._load import load
from indicators.cli.options import Options, catalogue, folder, selection
from indicators.cli.terminal import show
from indicators.errors import IndicatorsError
from indicators.export import dictionary


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
        whole_files.write({Path(options.file): page})
    except OSError as error:
        raise IndicatorsError(f'the report cannot be written to "{options.file}": {error.strerror}') from None
    show(f"{options.file}: {len(page):,} bytes")
    return 0


def write_site(options: Options) -> int:
    """Writes the dashboard as plain files; raises ModuleNotFoundError where its extra is not installed."""
    # By its name, for the command line does not import the dashboard: it runs without that.
    static_site = importlib.import_module("indicators.ui.shared.static_site")
    count = static_site.write(catalogue(options), Path(options.folder), options.server)
    show(f"{options.folder}: {count:,} files")
    return 0


def write_bundle(options: Options) -> int:
    """Writes the bundle and prints nothing."""
    from indicators.export import bundle  # loads the audit's patterns, which takes time

    loaded = catalogue(options)
    content = bundle.make(loaded, selection(loaded, options))
    try:
        whole_files.write({Path(options.file): content})
    except OSError as error:
        raise IndicatorsError(f'cannot write "{options.file}" ({error.strerror}); name a file in a folder') from None
    return 0


def audit_text(options: Options) -> int:
    """Audits a text; status 1 where the audit has findings."""
    from indicators.audit import text_file  # loads patterns of English numbers, which takes time
    from indicators.cli import audit

    file = text_file.read(Path(options.text))
    return audit.run(load(folder(options), unfinished=True), file, options)
