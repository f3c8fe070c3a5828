// Follows a link to another page of the dashboard as the Back button does: Streamlit reads the address again and the
// interface stays. A link leads the reader to the heading of the new page, and a choice among links stays where it is;
// the Back button leads to where the page was left. Whoever types by then goes on typing. `streamlit` is from `hooks.py`.
{
  const places = {};  // how far the page at each address was scrolled
  const main = () => document.querySelector(streamlit.main);
  let leaving = null;  // observes how the next page is drawn

  // Whether the page is drawn for the address: the menu says for which path and parameters.
  const sorted = pairs => JSON.stringify(pairs.filter(([name]) => !name.startsWith("embed")).map(JSON.stringify).sort());
  const isHere = () => {
    const [path, query] = JSON.parse(document.querySelector("#root .menu")?.dataset.drawn ?? "[null, []]");
    return path === location.pathname.split("/").pop() && sorted(query) === sorted([...new URLSearchParams(location.search)]);
  };

  // A run may begin and end between two frames, unseen, and then shows in the menu alone. Where the menu says the right
  // address already, because the page left had not been drawn, the run is waited for.
  const whenDrawn = act => {
    leaving?.disconnect();
    const early = isHere();
    let running = false;
    const own = leaving = new MutationObserver(() => {
      const finished = document.querySelector(streamlit.finished);
      running ||= !finished;
      if (!finished || !isHere() || (early && !running)) return;
      own.disconnect();
      // What is no longer shown has gone by the second frame.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (leaving !== own) return;
        leaving = null;
        act();
      }));
    });
    const watched = {subtree: true, childList: true, attributeFilter: [streamlit.stateAttribute, "data-drawn"]};
    leaving.observe(document.getElementById("root"), watched);
  };

  const frame = link => { // the same line as embedding.frame, which no attribute may hold: Streamlit takes markup out of it
    const made = document.createElement("iframe");
    const attributes = {src: link.href, title: link.dataset.title, width: link.dataset.width, height: link.dataset.height,
      style: "border:1px solid #ccc;max-width:100%", loading: "lazy"};
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made.outerHTML;
  };

  const copy = link => {
    navigator.clipboard.writeText(link.dataset.height ? frame(link) : link.href)
      .then(() => say(link, "Copied"), () => location.assign(link.href));
  };

  const say = (target, word) => {  // the word in place of the text, for two seconds
    const text = target.dataset.text ??= target.textContent;
    target.textContent = word;
    setTimeout(() => { target.textContent = text; }, 2000);
  };

  // Where the browser does not let it copy, the text is selected for the reader to copy.
  const copyText = button => {
    const text = button.previousElementSibling;
    const select = () => getSelection().selectAllChildren(text);
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(text.textContent).then(() => say(button, "Copied"), select);
  };

  document.addEventListener("click", event => {
    const button = event.target.closest?.(".copyable button");
    if (button) return copyText(button);
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

  // While a page is drawn, it is shorter than it will be, and the browser scrolls it.
  addEventListener("scroll", event => {
    if (!leaving && event.target === main() && document.querySelector(streamlit.finished)) places[location.href] = event.target.scrollTop;
  }, true);
  addEventListener("popstate", event => {
    const top = places[location.href] ?? 0;
    if (event.isTrusted) whenDrawn(() => main()?.scrollTo(0, top));
  });
  addEventListener("hashchange", event => {  // inside a page, which is not drawn again
    if (event.oldURL.split("#")[0] !== event.newURL.split("#")[0]) return;
    leaving?.disconnect();
    leaving = null;
  });
}
