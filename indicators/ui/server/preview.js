// Shows the headline figures as plain HTML until Streamlit has drawn them. `streamlit` is from `hooks.py`.
if (location.pathname.endsWith("/")) {
  const parsed = new Promise(resolve => document.addEventListener("readystatechange", resolve, {once: true}));
  const fetched = fetch(`./preview${location.search}`).then(response => response.status === 200 ? response.text() : "", () => "");
  Promise.all([fetched, parsed]).then(([html]) => {
    const root = document.getElementById("root");
    const preview = document.createElement("div");
    preview.id = "preview";
    preview.innerHTML = html;
    const numbers = preview.querySelectorAll(".number").length;
    // The cards are there, or something to be read in their place, or a finished page that has no such cards.
    const replaced = () => root.querySelectorAll(".number").length >= numbers
      || root.querySelector(streamlit.message)
      || (root.querySelector(`${streamlit.finished} h1`) && !root.querySelector(streamlit.skeleton));
    if (!html || replaced()) return;

    const key = Object.keys(localStorage).find(name => name.startsWith(`${streamlit.theme}${location.pathname}-v`));
    const theme = /Light|Dark/.exec(localStorage.getItem(key));
    document.documentElement.style.colorScheme = theme ? theme[0].toLowerCase() : "light dark";
    document.documentElement.classList.add("previewed");
    document.body.prepend(preview);

    let top = 0;
    preview.addEventListener("scroll", () => { top = preview.scrollTop; });
    const observer = new MutationObserver(() => replaced() && remove());
    const remove = () => {
      observer.disconnect();
      preview.remove();
      document.documentElement.classList.remove("previewed");
      document.documentElement.style.colorScheme = "";
      if (top) root.querySelector(streamlit.main)?.scrollTo(0, top);
    };
    observer.observe(root, {childList: true, subtree: true, attributeFilter: [streamlit.stateAttribute]});
  });
}
