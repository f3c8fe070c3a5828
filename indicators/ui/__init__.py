"""What the pages share: everything here knows Streamlit, nothing outside `ui`, `pages` and `app.py` does."""
