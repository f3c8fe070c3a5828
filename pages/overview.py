"""The headline figures as cards, and a chart for each that shows bounds as bounds."""

from indicators.ui.parts import filter_panel, overview
from indicators.ui.shared import site

view = site.view()
overview.top(view)
if not filter_panel.is_empty(view):
    overview.charts(view)
    overview.lists(view)
