"""Every figure of the selection in a table, and one figure opened in full."""

from indicators.ui.parts import figures, filter_panel
from indicators.ui.shared import site

view = site.view()
if not figures.show_opened(view):
    figures.choice(view)
    if not filter_panel.is_empty(view):
        figures.table(view)
    figures.statements(view)
