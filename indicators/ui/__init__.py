"""The dashboard. Everything here may import Streamlit; nothing outside `ui/`, `pages/` and `app.py` does."""
