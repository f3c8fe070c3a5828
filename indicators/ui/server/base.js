// Says where the server is: without it, a page at /figures looks for it at /figures/_stcore/health first.
window.__streamlit ??= {BACKEND_BASE_URL: new URL("./", location.href).href};
