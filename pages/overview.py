"""The headline figures as cards, and a chart for each that shows bounds as bounds."""

from indicators.ui import overview, selection, site

view = site.view()
overview.top(view)
if not selection.empty(view):
    overview.charts(view)
    overview.lists(view)
