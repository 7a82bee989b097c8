// Shows and sends the messages of one conversation; both sides of it use this file.
const INTERVAL = 1500; // milliseconds

export function startChat(box) {
  const address = `/api/conversations/${encodeURIComponent(box.dataset.conversation)}/messages`;
  const me = box.dataset.author;
  const list = box.querySelector(".messages");
  const form = box.querySelector("form");
  const input = form.elements.text;
  let shown = -1;

  function show(messages) {
    if (messages.length === shown) return;
    list.replaceChildren(
      ...messages.map(({ author, text, link }) => {
        const item = document.createElement("li");
        const who = document.createElement("span");
        who.className = "visually-hidden";
        who.textContent = author === me ? "You: " : `${author[0].toUpperCase()}${author.slice(1)}: `;
        item.append(who, text);
        if (link && me === "consumer") item.append(button(link));
        // the agent's side is the bot's, too
        item.classList.toggle("mine", (author === "consumer") === (me === "consumer"));
        return item;
      }),
    );
    shown = messages.length;
    list.scrollTop = list.scrollHeight;
  }

  /** Keycloak's pages can't be framed: a window of their own. */
  function button(link) {
    const button = document.createElement("a");
    Object.assign(button, { className: "button", href: link, target: "_blank", rel: "noopener" });
    button.textContent = "Sign in for the bot";
    return button;
  }

  async function refresh() {
    if (!box.isConnected) return;
    try {
      const answer = await fetch(address);
      if (!answer.ok) return; // the conversation is gone, and so is the reason to ask
      show(await answer.json());
    } catch {
      // the server is away for a moment: ask again
    }
    setTimeout(refresh, INTERVAL);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ author: me, text }),
    });
    if (answer.ok) {
      input.value = "";
      show(await answer.json());
    }
  });

  refresh();
}

