// What a reader needs after each run of the page. The page that is shown is in sight in the menu, which a narrow screen
// scrolls. Of a filter that changes, a screen reader is told how many figures are shown. Whoever chose in the panel, which
// closes on a choice, stands at its button again. `streamlit` is from `hooks.py`.
{
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  let current = null, shown = "", inPanel = false;

  const leavePanel = frames => {  // which is some frames in closing
    if (!inPanel || document.activeElement !== document.body) return;
    if (!document.querySelector(streamlit.panel)) document.querySelector(streamlit.panelButton)?.focus({preventScroll: true});
    else if (frames) requestAnimationFrame(() => leavePanel(frames - 1));
  };

  const look = () => {
    const now = document.querySelector(".menu [aria-current]");
    if (!now) return;
    if (!current) observe({});  // the menu is there: what comes and goes need no longer be seen
    leavePanel(60);
    if (now === current) return;
    current = now;
    const menu = now.parentElement;
    replaced.disconnect();
    replaced.observe(menu.closest(".st-key-menu"), {childList: true, subtree: true});
    menu.scrollLeft = now.offsetLeft - menu.offsetLeft - (menu.clientWidth - now.offsetWidth) / 2;
    if (!status.isConnected) document.body.append(status);
    if (shown && shown !== menu.dataset.shown) status.textContent = menu.dataset.shown;
    shown = menu.dataset.shown;
  };

  addEventListener("focusin", event => { inPanel = Boolean(event.target.closest(streamlit.panel)); });
  // By the second frame, what is no longer shown has gone.
  const observer = new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(look)));
  // A busy browser takes longer to put another menu in its place.
  const replaced = new MutationObserver(look);
  const observe = further => {
    observer.disconnect();
    observer.observe(document, {subtree: true, attributeFilter: [streamlit.stateAttribute], ...further});
  };
  observe({childList: true});
}
