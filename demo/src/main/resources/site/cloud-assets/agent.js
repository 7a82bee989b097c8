// Keeps the workspace up to date: new conversations appear, and the page without a chosen one
// follows the newest.
import { startChat } from "/assets/chat.js";

const INTERVAL = 2000; // milliseconds

document.documentElement.classList.add("scripted");

function wire(root) {
  for (const form of root.querySelectorAll("form.break")) {
    form.addEventListener("change", () => form.requestSubmit());
  }
  for (const box of root.querySelectorAll("[data-conversation]")) startChat(box);
}

async function refresh() {
  try {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    update(fresh);
  } catch {
    // the server is away for a moment: ask again
  }
  setTimeout(refresh, INTERVAL);
}

function update(fresh) {
  const inbox = document.getElementById("inbox");
  const now = fresh.getElementById("inbox");
  if (!now || now.innerHTML === inbox.innerHTML) return;
  if (document.body.dataset.follow === "true") {
    const main = fresh.getElementById("main");
    document.getElementById("main").replaceWith(main);
    document.title = fresh.title;
    wire(main);
  } else {
    inbox.replaceWith(now);
  }
}

wire(document);
// The switch makes a new page: whoever works it with the arrow keys goes on where they were.
if (new URLSearchParams(location.search).has("fault")) {
  document.querySelector("form.break :checked")?.focus({ preventScroll: true });
}
setTimeout(refresh, INTERVAL);
