// Says why the page cannot connect where the server refuses it: Streamlit would go on trying without a word.
setTimeout(async () => {
  if (document.querySelector(`#root ${streamlit.finished}`)) return;
  const response = await fetch("./connection", {headers: {"X-Page-Origin": location.origin}}).catch(() => ({}));
  if (response.status !== 403) return;
  const notice = document.createElement("div");
  notice.setAttribute("role", "alert");
  notice.style.cssText = "position: fixed; inset: 0 0 auto; z-index: 9; padding: 1rem; background: #fff3cd; color: #1a1a1a; font: 16px/1.5 sans-serif";
  notice.textContent = `This page cannot connect to its server. ${await response.text()}`;
  document.body.append(notice);
}, 3000);
