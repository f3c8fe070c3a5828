// Follows a link to another page of the dashboard as the Back button does: Streamlit reads the address again and the
// interface stays. A link leads the reader to the heading of the new page, and a choice among links stays where it is;
// the Back button leads to where the page was left. Whoever types by then goes on typing. `streamlit` is from `hooks.py`.
{
  const places = {};  // how far the page at each address was scrolled
  const main = () => document.querySelector(streamlit.main);
  let leaving = null;  // observes how the next page is drawn

  const whenDrawn = act => {
    leaving?.disconnect();
    let running = false;
    leaving = new MutationObserver(() => {
      const finished = document.querySelector(streamlit.finished);
      running ||= !finished;
      if (!running || !finished) return;
      leaving.disconnect();
      leaving = null;
      requestAnimationFrame(() => requestAnimationFrame(act));  // what is no longer shown has gone by then
    });
    leaving.observe(document.getElementById("root"), {subtree: true, attributeFilter: [streamlit.stateAttribute]});
  };

  const frame = link => { // the same line as embedding.frame, which no attribute may hold: Streamlit takes markup out of it
    const made = document.createElement("iframe");
    const attributes = {src: link.href, title: link.dataset.title, width: link.dataset.width, height: link.dataset.height,
      style: "border:1px solid #ccc;max-width:100%", loading: "lazy"};
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made.outerHTML;
  };

  const copy = link => {
    const text = link.textContent;
    navigator.clipboard.writeText(link.dataset.height ? frame(link) : link.href).then(() => {
      link.textContent = "Copied";
      setTimeout(() => { link.textContent = text; }, 2000);
    }, () => location.assign(link.href));
  };

  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = getSelection().isCollapsed ? event.target.closest?.("#root .figure-table tbody tr") : null;
    const link = event.target.closest?.("#root a") ?? row?.querySelector("a.way");
    if (link?.matches(".copy") && navigator.clipboard) { // else the link is followed, and its address can be copied
      event.preventDefault();
      copy(link);
      return;
    }
    if (!link?.matches(".way, .copy")) return;
    event.preventDefault();
    if (link.href === location.href) return;
    const choice = link.dataset.focus;
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent(streamlit.navigation));
    if (!choice) main()?.scrollTo(0, 0);
    whenDrawn(() => {
      if (document.activeElement?.matches("input, textarea")) return;
      if (choice) {
        document.querySelector(`#root [data-focus="${CSS.escape(choice)}"]`)?.focus({preventScroll: true});
        return;
      }
      const section = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
      const heading = section ?? document.querySelector("#root h1");
      section?.scrollIntoView();
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({preventScroll: true});
    });
  });

  addEventListener("scroll", event => {
    if (!leaving && event.target === main()) places[location.href] = event.target.scrollTop;
  }, true);
  addEventListener("popstate", event => {
    if (event.isTrusted) whenDrawn(() => main()?.scrollTo(0, places[location.href] ?? 0));
  });
  addEventListener("hashchange", event => {  // inside a page, which is not drawn again
    if (event.oldURL.split("#")[0] !== event.newURL.split("#")[0]) return;
    leaving?.disconnect();
    leaving = null;
  });
}
