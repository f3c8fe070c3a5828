// A link to another page of the dashboard is followed as the back button is: Streamlit reads the address anew, and the
// page stays. What it leads to is read from the top.
document.addEventListener("click", event => {
  const link = event.target.closest?.("#root a.way");
  if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
});
