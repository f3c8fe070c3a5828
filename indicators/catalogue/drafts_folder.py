"""The folder of a catalogue that holds drafts of its rows, which nothing reads but the editor and the workbook."""

DRAFTS = "drafts"
"""Its name in the folder of the catalogue; no table is looked for in it."""
DECISIONS = "decisions.csv"
"""The file in it that lists what the drafts leave to decide."""
