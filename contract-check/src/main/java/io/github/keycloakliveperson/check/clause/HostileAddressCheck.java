package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.L24;

import io.github.keycloakliveperson.check.browser.Outcome;
import io.github.keycloakliveperson.contract.clause.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses that only resemble the window's get nothing, not even an error (L24). */
final class HostileAddressCheck {
    private static final String EVIL = "evil.example";

    private HostileAddressCheck() {}

    static void run(Run run, Findings out) {
        var window = run.target().redirectUris().window();
        if (!run.signIn().canEndAt("https://" + EVIL + "/")) {
            out.notChecked(
                    L24, "hostile addresses", "the check can't catch a person's browser there");
            return;
        }
        var origin = origin(run.target().connector().authenticationEndpoint().toString());
        var hostile = hostile(window);
        List<String> followed = new ArrayList<>();
        hostile.forEach(
                (name, address) -> {
                    var request = new WindowSignIn(run).rfcRequest(address, "hostile", run.pkce());
                    var outcome =
                            run.signIn()
                                    .open(
                                            request.with("nonce", "n-0123456789").address(),
                                            next -> !origin.equals(origin(next)));
                    if (outcome instanceof Outcome.Returned) {
                        followed.add(name);
                    }
                });
        out.on(L24, "hostile addresses")
                .fix(
                        "Register exact addresses without wildcards, and never redirect to any other address.")
                .judge(
                        followed.isEmpty(),
                        hostile.size() + " tried, the browser was redirected to none",
                        "the browser was redirected to: " + String.join(", ", followed));
    }

    static Map<String, String> hostile(String window) {
        var rest = window.replaceFirst("^https?://", "");
        var host = rest.replaceFirst("/.*", "");
        var path = rest.substring(host.length());
        Map<String, String> list = new LinkedHashMap<>();
        list.put("another host", "https://" + EVIL + path);
        list.put("a longer host", "https://" + host + "." + EVIL + path);
        list.put("the host as user", "https://" + host + "@" + EVIL + path);
        list.put("an encoded user", "https://" + host + "%40" + EVIL + path);
        list.put("a backslash", "https://" + EVIL + "\\@" + host + path);
        list.put("another scheme", "ftp://" + host + path);
        list.put("another port", "https://" + host.replaceFirst(":.*", "") + ":8444" + path);
        list.put("another path", "https://" + host + "/other.html");
        list.put("a path below", window + "/below");
        list.put("a step up", window + "/../../other.html");
        list.put("an encoded step up", window + "/%2e%2e/other.html");
        list.put("no scheme", "//" + EVIL + path);
        list.put("javascript", "javascript:alert(1)");
        list.put("data", "data:text/html,hello");
        list.put("a line break", window + "\r\nX-Header: 1");
        list.put("upper-case path", window.replace(path, path.toUpperCase(java.util.Locale.ROOT)));
        return list;
    }

    private static String origin(String address) {
        return address.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*).*$", "$1");
    }
}
