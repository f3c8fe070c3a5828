"""The text of a document set against a catalogue.

Uses `text/`, `measure/` and `catalogue/`; the command line and the method page use it.
"""
