// Shows the headline figures and charts as plain HTML until Streamlit has drawn them. `streamlit` is from `hooks.py`.
if (location.pathname.endsWith("/")) {
  const fetched = query => fetch(`./preview${query}`).then(response => response.status === 200 ? response.text() : "", () => "");
  // The width of a chart on the page, so that one of the same size can stand in its place.
  const room = Math.min(innerWidth, 1440) - (innerWidth > 768 ? 160 : 32);
  const chart = room < 872 ? room : (room - 32) / 2;
  const parsed = new Promise(resolve => document.addEventListener("readystatechange", resolve, {once: true}));
  const charts = fetched(`${location.search || "?"}&chart=${Math.round(chart)}&alone=${room}`);
  Promise.all([fetched(location.search), parsed]).then(([html]) => {
    const root = document.getElementById("root");
    const preview = document.createElement("div");
    preview.id = "preview";
    preview.innerHTML = html;
    const numbers = preview.querySelectorAll(".number").length;
    const shown = () => root.querySelectorAll(".number").length >= numbers;
    const drawn = () => root.querySelectorAll(streamlit.chart).length >= preview.querySelectorAll(".drawing").length;
    // Something to be read stands in the place of the cards, or a finished page that has no such cards.
    const otherwise = () => root.querySelector(streamlit.message)
      || (root.querySelector(`${streamlit.finished} h1`) && !root.querySelector(streamlit.skeleton));
    if (!html || shown() || otherwise()) return;

    const key = Object.keys(localStorage).find(name => name.startsWith(`${streamlit.theme}${location.pathname}-v`));
    const theme = /Light|Dark/.exec(localStorage.getItem(key));
    document.documentElement.style.colorScheme = theme ? theme[0].toLowerCase() : "light dark";
    document.documentElement.classList.add("previewed");
    document.body.prepend(preview);
    charts.then(html => preview.querySelector("main").insertAdjacentHTML("beforeend", html));

    let top = 0, late = false;
    preview.addEventListener("scroll", () => { top = preview.scrollTop; });
    const look = () => {
      if (shown() ? drawn() || late : otherwise()) remove();
      else if (shown() && !waiting) waiting = setTimeout(() => { late = true; look(); }, 3000);
    };
    let waiting = 0;
    const observer = new MutationObserver(look);
    const remove = () => {
      observer.disconnect();
      clearTimeout(waiting);
      // What the reader has unfolded stays so.
      const details = root.querySelectorAll(".cards details");
      preview.querySelectorAll(".cards details").forEach((one, place) => { if (one.open && details[place]) details[place].open = true; });
      preview.remove();
      document.documentElement.classList.remove("previewed");
      document.documentElement.style.colorScheme = "";
      if (top) root.querySelector(streamlit.main)?.scrollTo(0, top);
    };
    observer.observe(root, {childList: true, subtree: true, attributeFilter: [streamlit.stateAttribute]});
  });
}
