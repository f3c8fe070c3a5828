"""Parts of the page Method."""

import streamlit as st

from indicators import markup
from indicators.catalogue.schema import Table
from indicators.figures.citation import cite_catalogue
from indicators.render import method
from indicators.ui.parts.html import show_html
from indicators.ui.shared.site import View, plain_files

ANOTHER, LICENCE = "Bring another catalogue", "Licence and citation"
"""Titles of the sections that only the page has."""


def _anchor(title: str) -> str:
    """The id of the section with this title."""
    return title.lower().replace(" ", "-")


def reading(view: View) -> None:
    """What a figure consists of, what the words mean, by which rules figures are combined, how to check them."""
    sections = list(method.sections(view.catalogue, level=3, record=view.selection.record))
    jumps = (
        markup.element("a", title, href=f"#{_anchor(title)}")
        for title in (*(title for title, _ in sections), ANOTHER, LICENCE)
    )
    show_html(method.reading(), markup.element("nav", *jumps, class_="jumps", aria_label="On this page"))
    for title, section in sections:
        st.header(title, anchor=_anchor(title))
        show_html(section)


def another_catalogue() -> None:
    """How to show a catalogue of one's own."""
    st.header(ANOTHER, anchor=_anchor(ANOTHER))
    show_html(
        markup.paragraph(
            "Nothing about a document is in the program. A catalogue is a folder of CSV files with a Data "
            "Package descriptor: "
            "copy the folder data, edit it in a spreadsheet, check it, and start the dashboard on it."
        ),
        markup.shell_commands(
            "cp -r data my-catalogue",
            "python -m indicators check my-catalogue",
            "INDICATORS_DATA=my-catalogue streamlit run app.py",
        ),
    )
    show_html(
        markup.paragraph(
            "A catalogue with a problem is never half shown: the page lists every problem with file, line and column."
        )
    )


def licence(view: View) -> None:
    """Who made the catalogue, under which licence, how to cite it, and the columns of its files."""
    st.header(LICENCE, anchor=_anchor(LICENCE))
    address = plain_files()
    show_html(
        method.licence(view.catalogue),
        markup.element("p", "The same as plain files: ", markup.external_link(address, address)) if address else "",
        markup.paragraph(
            "To cite one figure, open it and take its own citation, which names its producer first. "
            "To cite the dashboard:"
        ),
        markup.element("blockquote", cite_catalogue(view.catalogue)),
    )
    with st.expander("Columns of the files"):
        for table in view.catalogue.descriptor.tables.values():
            _columns(table)


def _columns(table: Table) -> None:
    rows = ((markup.element("code", column.name), column.description, column.type) for column in table.fields)
    show_html(
        markup.heading(3, table.path),
        markup.paragraph(table.description),
        markup.table(("Column", "What it holds", "Type"), rows),
    )
