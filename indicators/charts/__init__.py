"""Charts: which ones a selection has, their marks, axes and colours, and their images.

Uses `figures/` and what is below it; exports, the report and the dashboard use it.
"""
