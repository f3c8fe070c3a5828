if (location.pathname.endsWith("/")) {
  const parsed = new Promise(resolve => document.addEventListener("readystatechange", resolve, {once: true}));
  const asked = fetch(`./preview${location.search}`).then(answer => answer.status === 200 ? answer.text() : "", () => "");
  Promise.all([asked, parsed]).then(([html]) => {
    const root = document.getElementById("root");
    const preview = document.createElement("div");
    preview.id = "preview";
    preview.innerHTML = html;
    const numbers = preview.querySelectorAll(".number").length;
    // The cards are there, or something to be read in their place, or a finished page that has no such cards.
    const replaced = () => root.querySelectorAll(".number").length >= numbers
      || root.querySelector('[data-testid="stAlert"], [data-testid="stException"], [role="dialog"]')
      || (root.querySelector('[data-test-script-state="notRunning"] h1') && !root.querySelector('[data-testid="stSkeleton"]'));
    if (!html || replaced()) return;

    const chosen = /Light|Dark/.exec(localStorage.getItem(`stActiveTheme-${location.pathname}-v2`));
    document.documentElement.style.colorScheme = chosen ? chosen[0].toLowerCase() : "light dark";
    document.documentElement.classList.add("previewed");
    document.body.prepend(preview);

    let top = 0;
    preview.addEventListener("scroll", () => { top = preview.scrollTop; });
    const watch = new MutationObserver(() => replaced() && giveWay());
    const giveWay = () => {
      watch.disconnect();
      preview.remove();
      document.documentElement.classList.remove("previewed");
      document.documentElement.style.colorScheme = "";
      if (top) root.querySelector('[data-testid="stMain"]')?.scrollTo(0, top);
    };
    watch.observe(root, {childList: true, subtree: true, attributeFilter: ["data-test-script-state"]});
  });
}
