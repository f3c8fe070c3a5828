// Follows a link to another page of the dashboard as the Back button does: Streamlit reads the address again and the
// interface stays. Another page starts at its top; a link to another choice on the same page keeps scroll and focus.
// `streamlit` is from `hooks.py`.
document.addEventListener("click", event => {
  const link = event.target.closest?.("#root a.way, #root a.copy");
  if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".copy")) {
    if (!navigator.clipboard) return; // the link is followed instead, and its address can be copied
    event.preventDefault();
    const text = link.textContent;
    navigator.clipboard.writeText(link.href).then(() => {
      link.textContent = "Copied";
      setTimeout(() => { link.textContent = text; }, 2000);
    }, () => location.assign(link.href));
    return;
  }
  event.preventDefault();
  const stays = new URL(link.href).pathname === location.pathname;
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent(streamlit.navigation));
  if (stays) keepFocus(link.dataset.focus);
  else document.querySelector(streamlit.main)?.scrollTo(0, 0);
});

// The answer to a choice replaces the link that was followed: focus goes to the one that stands in its place.
const keepFocus = name => {
  const root = document.getElementById("root");
  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body) return;
    root.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({preventScroll: true});
  });
  if (name) observer.observe(root, {childList: true, subtree: true});
  setTimeout(() => observer.disconnect(), 3000);
};
