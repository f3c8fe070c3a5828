"""Every figure of the selection in a table, and one figure opened in full."""

from indicators.ui import figures, selection, site

view = site.view()
if not figures.opened(view) and not selection.empty(view):
    figures.table(view)
