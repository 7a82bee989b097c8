// When the customer signs in in another tab, this page asks LivePerson to look again who is here (L37), and a
// conversation that began without a sign-in goes on as theirs (L38).
const tabs = new BroadcastChannel("fernhill-sign-in");
tabs.onmessage = () => window.lpTag?.newPage?.(location.href);
if (document.querySelector(".who")) tabs.postMessage("signed in");
