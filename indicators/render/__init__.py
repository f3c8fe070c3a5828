"""HTML: cards of figures, sources and verdicts, the method, and the report.

Uses `charts/`, `export/` and what is below them; the command line and the dashboard use it.
"""
