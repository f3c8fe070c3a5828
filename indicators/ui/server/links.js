// Follows a link to another page of the dashboard as the Back button does: Streamlit reads the address again and the
// interface stays. The new page starts at its top. `streamlit` is from `hooks.py`.
document.addEventListener("click", event => {
  const link = event.target.closest?.("#root a.way");
  if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent(streamlit.navigation));
  document.querySelector(streamlit.main)?.scrollTo(0, 0);
});
