"""The command line.

Uses the library, and imports no Streamlit; `python -m indicators` runs it.
"""
