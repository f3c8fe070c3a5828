"""The format of a catalogue: its schema, reading its CSV files, every check, and the model in memory.

Uses `text/` and `measure/`; every package above reads figures from it.
"""
