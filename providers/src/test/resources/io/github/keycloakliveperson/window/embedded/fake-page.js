// As much of a browser as web-auth.js and silent-return.js touch, with a clock that the test moves.
globalThis.window = globalThis;
window.parent = window;
window.isSecureContext = true;

const page = {
  console: [], timers: [], now: 0, listeners: [], frames: [], posted: [], requests: [], identity: { status: 204 },
  navigations: [], history: [], calls: [],

  advance(milliseconds) {
    const end = page.now + milliseconds;
    for (;;) {
      const due = page.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      page.now = due.at;
      if (due.every) due.at += due.every;
      else page.timers.splice(page.timers.indexOf(due), 1);
      due.run();
    }
    page.now = end;
  },

  deliver(event) {
    for (const listener of [...page.listeners]) listener(event);
  },

  /** The frame's page answers its request: same window, Keycloak's origin, the request's own state. */
  answer(frame, fields, { origin = "https://sso.example", source = frame.contentWindow, state } = {}) {
    const asked = page.query(frame.src).state;
    page.deliver({ origin, source, data: { type: "liveperson-web-auth", state: state || asked, cookies: true, ...fields } });
  },

  query(address) {
    return Object.fromEntries(address.split("?")[1].split("&").map((p) => p.split("=").map(decodeURIComponent)));
  },

  script: null,
  found: null,

  /** The element whose script runs now. */
  tag(src, dataset) {
    page.script = src === null ? null : Object.assign(new HTMLScriptElement(), { src, dataset });
  },

  record: (...args) => page.calls.push(args),
};

globalThis.console = Object.fromEntries(
  ["warn", "error", "log"].map((level) => [level, (text) => page.console.push(level + ": " + text)]));

const timer = (run, delay, every) => {
  const entry = { run, at: page.now + delay, every };
  page.timers.push(entry);
  return entry;
};
globalThis.setTimeout = (run, delay) => timer(run, delay);
globalThis.setInterval = (run, delay) => timer(run, delay, delay);
globalThis.clearTimeout = globalThis.clearInterval = (entry) => {
  const at = page.timers.indexOf(entry);
  if (at >= 0) page.timers.splice(at, 1);
};

let drawn = 0;
globalThis.crypto = { getRandomValues: (bytes) => bytes.map((_, i) => (i === 0 ? ++drawn : i)) };

globalThis.addEventListener = (type, listener) => { if (type === "message") page.listeners.push(listener); };
globalThis.removeEventListener = (type, listener) => { page.listeners = page.listeners.filter((l) => l !== listener); };

globalThis.HTMLScriptElement = class {};
globalThis.Document = class {
  get currentScript() { return page.script; }
  querySelector(selector) {
    if (selector.startsWith("script")) return page.found;
    return { append: (frame) => page.frames.push(frame) };
  }
  createElement() {
    const frame = {
      attributes: {}, style: {}, contentWindow: {}, loads: [],
      setAttribute: (name, value) => { frame.attributes[name] = value; },
      addEventListener: (type, listener) => { if (type === "load") frame.loads.push(listener); },
      load: () => frame.loads.forEach((listener) => listener()),
      remove: () => { frame.removed = true; page.frames.splice(page.frames.indexOf(frame), 1); },
    };
    return frame;
  }
};
globalThis.document = new Document();

globalThis.fetch = (address, options) => {
  page.requests.push({ address, options });
  const { status, body, broken, silent } = page.identity;
  if (silent) return new Promise(() => {});
  return broken ? Promise.reject(new TypeError("Failed to fetch")) : Promise.resolve({ status, json: () => Promise.resolve(body) });
};

globalThis.location = {
  href: "https://www.brand.example/account?tab=1#top",
  assign: (address) => page.navigations.push(address),
  replace: (address) => page.navigations.push(address),
};
globalThis.history = {
  replaceState: (state, title, address) => {
    if (page.historyRefused) throw new Error("too many calls");
    page.history.push(address);
  },
};
globalThis.navigator = { cookieEnabled: true };

globalThis.URL = class {
  constructor(relative, base) {
    this.href = /^https?:/.test(relative) ? relative : /^https?:\/\/[^/]+/.exec(base)[0] + relative;
  }
};
globalThis.URLSearchParams = class {
  constructor(text) {
    this.values = new Map(text.replace(/^\?/, "").split("&").filter(Boolean)
      .map((p) => p.split("=").map((part) => decodeURIComponent(part.replace(/\+/g, " ")))));
  }
  get(name) { return this.values.has(name) ? this.values.get(name) : null; }
  has(name) { return this.values.has(name); }
};
