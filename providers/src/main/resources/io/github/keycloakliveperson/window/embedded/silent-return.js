(() => {
  "use strict";
  const { origins: allowed, sameSite } = document.currentScript.dataset;
  const origins = allowed.split(" ").filter(Boolean);
  const fragment = new URLSearchParams(location.hash.slice(1));
  const answer = fragment.has("state") ? fragment : new URLSearchParams(location.search);
  // neither history nor a referrer keeps the answer; browsers that count such calls may refuse this one, the answer goes on
  try { history.replaceState(null, "", location.pathname); } catch { /* the frame is removed anyway */ }
  const state = answer.get("state") || "";

  if (window.parent === window) {
    // signIn() went through the whole window: back to the brand's page, and to no other
    const page = state.startsWith("page:") ? state.slice(5) : "";
    if (origins.some((origin) => page.startsWith(origin + "/"))) location.replace(page);
    return;
  }

  const report = (cookies) => {
    const message = { type: "liveperson-web-auth", state, cookies };
    for (const name of ["code", "id_token", "error"]) if (answer.has(name)) message[name] = answer.get(name);
    // the browser delivers to the named origin only; where it tells the parent's, which it may hide, the console stays clean
    const parent = location.ancestorOrigins && location.ancestorOrigins[0];
    for (const origin of origins.includes(parent) ? [parent] : origins) window.parent.postMessage(message, origin);
  };

  // WebKit's storage access API says no to every frame that hasn't asked, on the same site too, where it withholds nothing
  const verdict = (access) => report(access || (sameSite === "true" && navigator.cookieEnabled));
  if (answer.get("error") !== "login_required") report(true);
  else if (window.isSecureContext && document.hasStorageAccess) document.hasStorageAccess().then(verdict, () => report(true));
  else report(navigator.cookieEnabled);
})();
