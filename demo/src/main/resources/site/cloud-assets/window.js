// LivePerson's external window. It reads its own location as it came, characters untouched, and
// leaves everything that needs a secret to its server.
import { startChat } from "/assets/chat.js";

const KEPT = "window-sign-in"; // survives the way to the sign-in and back, in this window only
const ANSWERS = /[?&#](code|token|id_token|error|state)=/;

const part = (id) => document.getElementById(id);

async function call(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The window's server answered ${answer.status}.`);
  return answer.json();
}

async function begin(connector, dialect) {
  busy("Taking you to the sign-in …");
  const { id, location: target } = await call("/api/external", { connector, dialect });
  sessionStorage.setItem(KEPT, id);
  location.assign(target);
}

async function answered(id) {
  busy("LivePerson verifies who you are …");
  const { search, hash } = location;
  sessionStorage.removeItem(KEPT);
  // The code or token must not stay in the address, the history or a bookmark.
  history.replaceState(null, "", location.pathname);
  const outcome = await call(`/api/external/${encodeURIComponent(id)}/answer`, { search, hash });
  listParameters(search, hash);
  show(outcome);
}

function show(outcome) {
  part("busy").hidden = true;
  part("result").hidden = false;
  part("accepted").hidden = !outcome.accepted;
  part("refused").hidden = outcome.accepted;
  part("state-verdict").textContent = outcome.state.verdict;
  part("state").classList.add(outcome.state.identical ? "good" : "bad");
  if (outcome.accepted) {
    part("consumer").textContent = outcome.consumer;
    part("agent-link").href = `/agent/${outcome.conversation}`;
    const chat = part("chat");
    chat.dataset.conversation = outcome.conversation;
    chat.dataset.author = "consumer";
    chat.hidden = false;
    startChat(chat);
  } else {
    const { number, why, fix } = outcome.refusal;
    part("refusal-number").textContent = number ? `LivePerson's error ${number}.` : "";
    part("refusal-why").textContent = why;
    part("refusal-fix").textContent = fix;
  }
}

function listParameters(search, hash) {
  const rows = [];
  for (const [where, text] of [["query", search], ["fragment", hash]]) {
    for (const pair of text.slice(1).split("&").filter(Boolean)) {
      const at = pair.indexOf("=");
      const row = document.createElement("tr");
      for (const cell of [pair.slice(0, at), where, pair.length - at - 1]) {
        row.insertCell().textContent = cell;
      }
      rows.push(row);
    }
  }
  part("parameters").replaceChildren(...rows);
}

function busy(text) {
  part("choose").hidden = true;
  part("busy").hidden = false;
  part("busy-text").textContent = text;
}

function choose() {
  part("busy").hidden = true;
  const form = part("choose");
  form.hidden = false;
  const openid = form.elements.dialect.options[1];
  const adapt = () => {
    // The openID dialect has no PKCE.
    openid.disabled = form.elements.connector.selectedOptions[0].dataset.pkce === "true";
    if (openid.disabled) form.elements.dialect.value = "rfc";
  };
  form.elements.connector.addEventListener("change", adapt);
  adapt();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(() => begin(form.elements.connector.value, form.elements.dialect.value));
  });
}

async function run(step) {
  try {
    await step();
  } catch (error) {
    busy(error.message);
    document.querySelector(".spinner").hidden = true;
  }
}

const kept = sessionStorage.getItem(KEPT);
const asked = new URLSearchParams(location.search);
if (kept && ANSWERS.test(location.search + location.hash)) {
  run(() => answered(kept));
} else if (asked.has("connector")) {
  run(() => begin(asked.get("connector"), asked.get("dialect") ?? "rfc"));
} else {
  choose();
}
