/* keycloak-liveperson web-auth.js, Apache-2.0. The settings are the attributes of the script's own tag. */
(() => {
  "use strict";
  const tag = document.currentScript || document.querySelector('script[data-client-id][src*="/liveperson/web-auth"]');
  const { clientId = "", flow = "code", method = "lpGetAuthenticationToken", identity = "on", timeout } = tag ? tag.dataset : {};
  // one file for every realm: its own address says which one
  const [, origin, realm] = /^(https?:\/\/[^/]+)(\/.*)\/liveperson\/[^/]*$/.exec(tag ? tag.src.split(/[?#]/)[0] : "") || [];
  const usable = Boolean(clientId && realm && (flow === "code" || flow === "implicit"));
  const limit = (timeout > 0 && timeout <= 60 ? Number(timeout) : 10) * 1000;
  const endpoint = origin + realm + "/liveperson/";
  const redirectUri = endpoint + "silent-return/" + encodeURIComponent(clientId);
  const say = (level, text) => console[level]("LivePerson web-auth: " + text);

  if (window.LivePersonWebAuth) {
    if (window.LivePersonWebAuth.clientId !== clientId) {
      say("warn", "loaded twice; the tag of client " + window.LivePersonWebAuth.clientId + " stays in force");
    }
    return;
  }
  if (!usable) {
    say("error", "the tag needs src=.../realms/{realm}/liveperson/web-auth.js, data-client-id, and data-flow code or implicit");
  }

  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  const authorization = (parameters) =>
    origin + realm + "/protocol/openid-connect/auth?" +
    Object.entries({ client_id: clientId, redirect_uri: redirectUri, scope: "openid", ...parameters })
      .map(([name, value]) => name + "=" + encodeURIComponent(value)).join("&");

  const pkce = (challenge) => (challenge ? { code_challenge: challenge, code_challenge_method: "S256" } : {});

  // every OAuth error ends as one of the documented reasons
  const reasonOf = (answer) => {
    if (answer.error === "login_required") {
      return answer.cookies === false ? "third_party_cookies_blocked" : "login_required";
    }
    if (/^(interaction|consent|account_selection)_required$/.test(answer.error)) return "interaction_required";
    if (/^(server_error|temporarily_unavailable)$/.test(answer.error)) return "server_error";
    return "misconfigured";
  };

  let cookiesBlocked = false;

  /** One silent sign-in in a frame of its own (L33): resolves with what LivePerson takes, rejects with a reason. */
  const silentSignIn = (challenge) =>
    new Promise((resolve, reject) => {
      if (!usable) return reject("misconfigured");
      const state = random();
      const frame = document.createElement("iframe");
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
        if (!answer || answer.type !== "liveperson-web-auth" || answer.state !== state) return;
        const reason = reasonOf(answer);
        cookiesBlocked = reason === "third_party_cookies_blocked";
        if (flow === "implicit" && answer.id_token) settle(resolve, answer.id_token);
        else if (flow === "code" && answer.code) settle(resolve, { ssoKey: answer.code, redirect_uri: redirectUri });
        else settle(reject, reason);
      };
      // a page that loads but never reports is an error page, or one that may not be framed
      const timer = setTimeout(() => settle(reject, pageSeen ? "misconfigured" : "timeout"), limit);
      window.addEventListener("message", receive);
      frame.addEventListener("load", () => { pageSeen = true; });
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms");
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("aria-hidden", "true");
      frame.style.display = "none";
      const request = { prompt: "none", state };
      frame.src = authorization(
        flow === "code"
          ? { ...request, response_type: "code", ...pkce(challenge) }
          : { ...request, response_type: "id_token", nonce: random() });
      (document.body || document.documentElement).append(frame);
    });

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

  const status = () =>
    whoIsSignedIn().then(
      (who) => ({ signedIn: Boolean(who), reason: who ? "" : cookiesBlocked ? "third_party_cookies_blocked" : "login_required" }),
      (reason) => ({ signedIn: false, reason }));

  /** A sign-in in the whole window. Its answer is not used (code clients are spared one): LivePerson asks when it needs one. */
  const signIn = (page = location.href) => {
    let target = new URL(page, location.href).href;
    // a long state would not fit into Keycloak's restart cookie
    if (target.length > 800) target = target.split(/[?#]/)[0];
    const request = { state: "page:" + target };
    location.assign(authorization(
      flow === "code"
        ? { ...request, response_type: "none", ...pkce(random() + random().slice(0, 11)) }
        : { ...request, response_type: "id_token", nonce: random() }));
  };

  window.LivePersonWebAuth = Object.freeze({ clientId, signIn, status });

  const names = method.split(".");
  const last = names.pop();
  let context = window;
  for (const name of names) {
    if (context[name] === undefined) context[name] = {};
    context = Object(context[name]) === context[name] ? context[name] : undefined;
    if (!context) break;
  }
  if (!context || !/^[\w$]+$/.test(last)) {
    say("error", "data-method " + method + " cannot be defined on this page");
  } else {
    if (context[last] !== undefined) say("warn", method + " was defined before; it is replaced");
    context[last] = getToken;
  }

  // some versions of LivePerson's tag put a new lpTag in place and lose what was pushed: look again for a minute
  if (identity !== "off") {
    let known;
    const push = () => {
      const lpTag = (window.lpTag = window.lpTag || {});
      if (lpTag === known) return;
      known = lpTag;
      lpTag.identities = lpTag.identities || [];
      if (!Array.isArray(lpTag.identities) || !lpTag.identities.includes(identityFunction)) lpTag.identities.push(identityFunction);
    };
    push();
    const watch = setInterval(push, 500);
    setTimeout(() => clearInterval(watch), 60000);
  }
})();
