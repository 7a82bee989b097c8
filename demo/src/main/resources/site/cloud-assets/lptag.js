// The simulated LivePerson tag: what the real one does on a brand's page (L31-L34), and the embedded window beside it.
(() => {
  const CALL_BACK_LIMIT = 15_000; // milliseconds; a page that never calls back breaks L32
  const cloud = new URL(document.currentScript.src).origin;
  // like the real tag of today: a new lpTag that takes over what the page pushed before
  const lpTag = (window.lpTag = { ...window.lpTag, identities: window.lpTag?.identities ?? [], simulated: true });

  const within = (promise, otherwise) =>
    Promise.race([promise, new Promise((resolve) => setTimeout(resolve, CALL_BACK_LIMIT, otherwise))]);

  async function post(path, body) {
    const answer = await fetch(cloud + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  }

  /** L34: the first identity function that knows somebody. */
  async function identity() {
    for (const ask of lpTag.identities) {
      const who = await within(new Promise(ask), null);
      if (who) return who;
    }
    return undefined;
  }

  /** L31, L32: calls the page's method by its name, and reads the three ways to answer. */
  async function askPage({ jsMethodName, codeChallenge }) {
    const names = jsMethodName.split(".");
    const method = names.pop();
    const context = names.reduce((object, name) => object?.[name], window);
    if (typeof context?.[method] !== "function") return { error: `no method ${jsMethodName}` };
    const called = new Promise((resolve) => {
      const callback = (answer, reason) => resolve([answer, reason]);
      if (codeChallenge) context[method](callback, codeChallenge);
      else context[method](callback);
    });
    const [answer, reason] = await within(called, ["", "never called back"]);
    if (!answer) return { error: String(reason ?? "") };
    return typeof answer === "string" ? { token: answer } : answer;
  }

  async function authenticate(connector, conversation) {
    const begun = await post("/api/embedded", { connector });
    const callBack = await askPage(begun);
    const outcome = await post(`/api/embedded/${begun.id}/answer`, {
      ...callBack,
      identity: await identity(),
      conversation,
    });
    return { ...outcome, reason: callBack.error };
  }

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** The window in its place on the page: closed, open, or with the reason why it can't be opened. */
  class Chat {
    constructor(slot) {
      this.slot = slot;
      this.status = element("p", { className: "small" });
      this.status.setAttribute("role", "status");
      this.closed();
    }

    show(text, ...elements) {
      this.status.textContent = text;
      this.slot.replaceChildren(...elements, this.status);
    }

    button(id, text, click) {
      return element("button", { id, type: "button", className: "button", textContent: text, onclick: click });
    }

    closed() {
      this.show("", this.button("lp-open", "Chat on this page", () => this.ask()));
    }

    async ask(conversation) {
      clearTimeout(this.expiry);
      if (!conversation) this.show("Opening the chat");
      try {
        const outcome = await authenticate(this.slot.dataset.clientId, conversation);
        if (outcome.accepted) this.open(outcome);
        else this.refused(outcome);
      } catch {
        this.show("The chat can't be reached.", this.button("lp-open", "Try again", () => this.ask()));
      }
    }

    /** A conversation without a sign-in; whoever signs in later goes on with it (L38). */
    async askUnknown() {
      this.unknown = await post("/api/embedded", { connector: this.slot.dataset.clientId, unknown: true });
      this.open(this.unknown);
    }

    async newPage() {
      if (this.unknown && (await identity())) await this.ask(this.unknown.conversation);
    }

    open({ accepted, conversation, expires }) {
      const address = `${cloud}/embedded/window?conversation=${encodeURIComponent(conversation)}`;
      const frame = element("iframe", { id: "lp-window", title: "Chat", src: address });
      Object.assign(frame.style, { width: "100%", height: "26rem", border: "0" });
      if (!accepted) return this.show("", frame);
      this.unknown = undefined;
      const again = () => this.ask(conversation);
      // L7: LivePerson asks for a new token when the old one has expired
      this.expiry = setTimeout(again, Math.min(expires * 1000 - Date.now(), 2 ** 31 - 1));
      this.show("", frame, this.button("lp-expire", "Let the token expire", again));
    }

    refused({ reason, refusal }) {
      const signIn = this.button("lp-sign-in", "Sign in", () => window.LivePersonWebAuth.signIn());
      const retry = this.button("lp-open", "Try again", () => this.ask());
      const mayHelp = ["login_required", "interaction_required", "third_party_cookies_blocked"].includes(reason);
      const unknown = this.button("lp-unknown", "Chat without signing in", () => this.askUnknown());
      const offered = mayHelp && window.LivePersonWebAuth ? [signIn, unknown] : [retry];
      this.show(reason ? `Not signed in: ${reason}` : refusal.why, ...offered);
      this.status.dataset.reason = reason ?? "";
    }
  }

  const chats = [];
  /** L37: the page is another one now, or somebody has signed in on it. */
  lpTag.newPage = () => chats.forEach((chat) => chat.newPage());
  const start = () => document.querySelectorAll("#lp-chat").forEach((slot) => chats.push(new Chat(slot)));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
