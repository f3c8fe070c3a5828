"""The headline figures as cards, and a chart for each that shows bounds as bounds."""

from indicators.ui import overview, selection, site

view = site.view()
overview.masthead(view)
if not selection.empty(view):
    overview.headlines(view)
    overview.charts(view)
    overview.others(view)
    overview.in_the_record(view)
