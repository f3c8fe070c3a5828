"""The library as people use it: a catalogue, figures and answers that show themselves in a notebook.

Uses everything below; `import indicators` gives its names. The command line and the dashboard do not use it.
"""
