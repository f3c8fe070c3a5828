"""Parts of the page on method."""

import streamlit as st

from indicators import markup
from indicators.catalogue.schema import Table
from indicators.figures.citation import cite_catalogue
from indicators.render import method
from indicators.ui.parts import show as styled
from indicators.ui.shared.site import View


def reading(view: View) -> None:
    """What a figure consists of, what the words mean, by which rules figures are combined, how to check them."""
    styled.show(method.reading())
    for title, piece in method.sections(view.catalogue, level=3, record=view.selection.record):
        st.header(title)
        styled.show(piece)


def another_catalogue() -> None:
    """How to show a catalogue of one's own."""
    st.header("Bring another catalogue")
    styled.show(
        markup.paragraph(
            "Nothing about a document is in the program. A catalogue is a folder of CSV files with a Data "
            "Package descriptor: "
            "copy the folder data, edit it in a spreadsheet, check it, and start the dashboard on it."
        ),
        markup.commands(
            "cp -r data my-catalogue",
            "python -m indicators check my-catalogue",
            "INDICATORS_DATA=my-catalogue streamlit run app.py",
        ),
    )
    styled.show(
        markup.paragraph(
            "A catalogue with a problem is never half shown: the page lists every problem with file, line and column."
        )
    )


def licence(view: View) -> None:
    """Who made it, under which licence, and how to cite it."""
    st.header("Licence and citation")
    styled.show(
        method.licence(view.catalogue),
        markup.paragraph(
            "To cite the dashboard; to cite one figure, open it and take its own citation, which names its "
            "producer first:"
        ),
        f"<blockquote>{markup.text(cite_catalogue(view.catalogue))}</blockquote>",
    )
    with st.expander("Columns of the files"):
        for table in view.catalogue.descriptor.tables.values():
            styled.show(_columns(table))


def _columns(table: Table) -> str:
    rows = (
        (f"<code>{markup.text(column.name)}</code>", markup.text(column.description), markup.text(column.type))
        for column in table.fields
    )
    return (
        f"<h3>{markup.text(table.path)}</h3>"
        + markup.paragraph(table.description)
        + markup.table(("Column", "What it holds", "Type"), rows)
    )
