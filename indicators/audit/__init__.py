"""Compares the text of a document with a catalogue.

Uses `text/`, `measure/` and `catalogue/`; drafts, workbooks, the report and the command line use it.
"""
