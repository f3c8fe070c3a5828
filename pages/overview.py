"""The headline figures as cards, and a chart for each that shows bounds as bounds."""

from indicators.ui.parts import overview, sidebar
from indicators.ui.shared import site

view = site.view()
overview.top(view)
if not sidebar.is_empty(view):
    overview.charts(view)
    overview.lists(view)
