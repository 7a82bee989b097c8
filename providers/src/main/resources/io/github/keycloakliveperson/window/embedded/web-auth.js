/* keycloak-liveperson web-auth.js, Apache-2.0. The settings are the attributes of the script's own tag. */
(() => {
  "use strict";
  // what the markup names (<img name="currentScript">, <a id="lpTag">) hides inherited properties: never ask those
  const own = (object, name) => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);
  const markup = Document.prototype;
  const find = (selector) => markup.querySelector.call(document, selector);
  // one file for every realm: its own address says which one
  const address = (script) =>
    /^(https?:\/\/[^/]+)(\/.*)\/liveperson\/[^/]*$/.exec(script instanceof HTMLScriptElement ? script.src.split(/[?#]/)[0] : "");
  const current = Object.getOwnPropertyDescriptor(markup, "currentScript").get.call(document);
  const tag = address(current) ? current : find('script[src*="/liveperson/web-auth"]');
  const [, origin, realm] = address(tag) || [];
  // tag managers that drop attributes leave the settings to a variable of the page
  const { clientId = "", flow = "code", method = "lpGetAuthenticationToken", identity = "on", timeout } =
    { ...own(window, "LivePersonWebAuthSettings"), ...(tag && tag.dataset) };
  const usable = Boolean(clientId && realm && (flow === "code" || flow === "implicit"));
  const limit = (timeout > 0 && timeout <= 60 ? Number(timeout) : 10) * 1000;
  const endpoint = origin + realm + "/liveperson/";
  const redirectUri = endpoint + "silent-return/" + encodeURIComponent(clientId);
  const say = (level, text) => console[level]("LivePerson web-auth: " + text);

  const before = own(window, "LivePersonWebAuth");
  if (before) {
    if (before.clientId !== clientId) say("warn", "loaded twice; the tag of client " + before.clientId + " stays in force");
    return;
  }
  if (!usable) {
    say("error", "the tag needs src=.../realms/{realm}/liveperson/web-auth.js, data-client-id, and data-flow code or implicit" +
      " (or window.LivePersonWebAuthSettings = { clientId, flow } before it)");
  }

  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  const authorization = (address, parameters) =>
    address + "?" +
    Object.entries({ client_id: clientId, redirect_uri: redirectUri, scope: "openid", ...parameters })
      .map(([name, value]) => name + "=" + encodeURIComponent(value)).join("&");

  const pkce = (challenge) => (challenge ? { code_challenge: challenge, code_challenge_method: "S256" } : {});

  // every OAuth error ends as one of the documented reasons
  const reasonOf = ({ error, cookies }) => {
    if (error === "login_required") return cookies === false ? "third_party_cookies_blocked" : error;
    if (/^(interaction|consent|account_selection)_required$/.test(error)) return "interaction_required";
    if (/^(server_error|temporarily_unavailable)$/.test(error)) return "server_error";
    return error === "access_denied" ? error : "misconfigured";
  };

  /** What the silent return reports, under this state, from a frame with this address; rejects with a reason. */
  const reported = (state, address) =>
    new Promise((resolve, reject) => {
      const frame = markup.createElement.call(document, "iframe");
      let pageSeen = false;
      const settle = (outcome, value) => {
        clearTimeout(timer);
        window.removeEventListener("message", receive);
        frame.remove();
        outcome(value);
      };
      const receive = (event) => {
        const answer = event.data;
        if (event.source !== frame.contentWindow || event.origin !== origin) return;
        if (answer && answer.type === "liveperson-web-auth" && answer.state === state) settle(resolve, answer);
      };
      // a page that loads but never reports is an error page, or one that may not be framed
      const timer = setTimeout(() => settle(reject, pageSeen ? "misconfigured" : "timeout"), limit);
      window.addEventListener("message", receive);
      frame.addEventListener("load", () => { pageSeen = true; });
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-storage-access-by-user-activation");
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("aria-hidden", "true");
      frame.style.display = "none";
      frame.src = address;
      (find("body") || find("html")).append(frame);
    });

  /** One silent sign-in (L33): what LivePerson takes; rejects with a reason. */
  const silentSignIn = async (challenge) => {
    if (!usable) throw "misconfigured";
    const request = { prompt: "none", state: random() };
    const answer = await reported(request.state, authorization(endpoint + "silent-sign-in",
      flow === "code"
        ? { ...request, response_type: "code", ...pkce(challenge) }
        : { ...request, response_type: "id_token", nonce: random() }));
    if (flow === "implicit" && answer.id_token) return answer.id_token;
    if (flow === "code" && answer.code) return { ssoKey: answer.code, redirect_uri: redirectUri };
    throw reasonOf(answer);
  };

  /** The method LivePerson calls (L31, L32). */
  const getToken = (callback, challenge) => {
    silentSignIn(challenge).then((answer) => callback(answer), (reason) => callback("", reason));
  };

  const whoIsSignedIn = () =>
    new Promise((resolve, reject) => {
      if (!usable) return reject("misconfigured");
      const timer = setTimeout(() => reject("timeout"), limit);
      fetch(endpoint + "identity/" + encodeURIComponent(clientId), { credentials: "include", cache: "no-store", referrerPolicy: "no-referrer" })
        .then((response) => {
          if (response.status === 200) return response.json();
          if (response.status === 204) return null;
          throw response.status;
        })
        .then(resolve, (status) => reject(status >= 500 ? "server_error" : "misconfigured"))
        .finally(() => clearTimeout(timer));
    });

  /** The identity function (L34). */
  const identityFunction = (callback) => {
    whoIsSignedIn().then((who) => callback(who), () => callback(null));
  };

  /** Whether the browser withholds the cookies: a frame of Keycloak's tells, without a sign-in. */
  const whyNobody = async () => {
    const state = random();
    return reasonOf(await reported(state, redirectUri + "?error=login_required&state=" + state));
  };

  const status = () =>
    whoIsSignedIn()
      .then((who) => (who ? "" : whyNobody()))
      .catch((reason) => reason)
      .then((reason) => ({ signedIn: !reason, reason }));

  /** A sign-in in the whole window. Its answer is not used (code clients are spared one): LivePerson asks when it needs one. */
  const signIn = (page = location.href) => {
    let target = new URL(page, location.href).href;
    // a long state would not fit into Keycloak's restart cookie
    if (target.length > 800) target = target.split(/[?#]/)[0];
    const request = { state: "page:" + target };
    location.assign(authorization(origin + realm + "/protocol/openid-connect/auth",
      flow === "code"
        ? { ...request, response_type: "none", ...pkce(random() + random().slice(0, 11)) }
        : { ...request, response_type: "id_token", nonce: random() }));
  };

  window.LivePersonWebAuth = Object.freeze({ clientId, signIn, status });

  const names = String(method).split(".");
  const define = () => {
    if (!names.every((name) => /^[\w$]+$/.test(name) && !/^(__proto__|prototype|constructor)$/.test(name))) throw method;
    let context = window;
    for (const name of names.slice(0, -1)) {
      if (own(context, name) === undefined) context[name] = {};
      context = context[name];
    }
    const [last] = names.slice(-1);
    if (context[last] !== undefined) say("warn", method + " was defined before; it is replaced");
    context[last] = getToken;
  };
  const isDefined = () => names.reduce((context, name) => Object(context)[name], window) === getToken;
  try { define(); } catch { /* not an object, or a sealed one */ }
  let watched = isDefined();
  if (!watched) say("error", "data-method " + method + " cannot be defined on this page");

  let lpTag;
  const push = (value) => {
    lpTag = value;
    if (Object(lpTag) !== lpTag) return;
    lpTag.identities = lpTag.identities || [];
    if (!Array.isArray(lpTag.identities) || !lpTag.identities.includes(identityFunction)) lpTag.identities.push(identityFunction);
  };
  const identifies = !/^(off|false)$/.test(identity);
  if (identifies) {
    // LivePerson's snippet may put a new lpTag in place and read its identities at once
    push(own(window, "lpTag") || {});
    try {
      Object.defineProperty(window, "lpTag", { get: () => lpTag, set: push, configurable: true, enumerable: true });
    } catch {
      window.lpTag = lpTag;
    }
  }

  // for a minute: an lpTag that was declared with var before, and the method's object
  const watch = setInterval(() => {
    if (identifies && window.lpTag !== lpTag) push(window.lpTag);
    if (watched && !isDefined()) {
      watched = false;
      say("warn", method + " was redefined by the page: put the tag after the script that does so");
    }
  }, 500);
  setTimeout(() => clearInterval(watch), 60000);
})();
