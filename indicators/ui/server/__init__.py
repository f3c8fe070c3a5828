"""The HTTP server: routes, endpoints, entity tags, the preview, middleware and the warm-up.

Uses `ui/shared/`; `app.py` starts it.
"""
