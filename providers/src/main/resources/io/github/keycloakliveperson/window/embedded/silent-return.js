(() => {
  "use strict";
  const origins = document.currentScript.dataset.origins.split(" ").filter(Boolean);
  const fragment = new URLSearchParams(location.hash.slice(1));
  const answer = fragment.has("state") ? fragment : new URLSearchParams(location.search);
  // neither history nor a referrer keeps the answer
  history.replaceState(null, "", location.pathname);
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
    // the browser delivers to the named origin only; where it tells the parent's, the others are spared an error message
    const parent = location.ancestorOrigins && location.ancestorOrigins[0];
    for (const origin of origins) if (!parent || parent === origin) window.parent.postMessage(message, origin);
  };

  if (answer.get("error") !== "login_required") report(true);
  else if (window.isSecureContext && document.hasStorageAccess) document.hasStorageAccess().then(report, () => report(true));
  else report(navigator.cookieEnabled);
})();
