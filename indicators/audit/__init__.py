"""Compares the text of a document with a catalogue.

Uses `text/`, `measure/` and `catalogue/`; the command line and the method page use it.
"""
