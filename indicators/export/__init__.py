"""Files for other programs: tables, JSON-LD, references and the bundle.

Uses `combine/` and what is below it; the command line and the dashboard use it.
"""
