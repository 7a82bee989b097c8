package io.github.keycloakliveperson.check.browser;

import io.github.keycloakliveperson.contract.window.Encoding;
import io.github.keycloakliveperson.contract.window.Landing;
import io.github.keycloakliveperson.contract.window.RawParameters;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * As much of a browser as a sign-in needs: cookies, redirects followed one by one so that nothing
 * re-encodes a {@code Location}, and forms that submit themselves.
 */
final class Browser {
    private static final int MOST_STEPS = 30;
    private static final String HTML = "text/html,application/xhtml+xml";

    /** A page, or the end of the way; exactly one of the two is there. */
    record Step(Landing landing, Reply page) {
        boolean arrived() {
            return landing != null;
        }
    }

    private final Http http;
    private final CookieJar cookies = new CookieJar();

    Browser(Http http) {
        this.http = http;
    }

    /** Opens an address and goes on until it has arrived or a page waits for a person. */
    Step open(String address, Predicate<String> arrived) {
        return goOn(get(address), arrived);
    }

    /** Submits a form of a page, its hidden fields included, with these fields filled in. */
    Step submit(Reply page, Element form, Map<String, String> typed, Predicate<String> arrived) {
        var action = resolve(page.address(), form.attr("action"));
        var body = formBody(form, typed);
        boolean get = form.attr("method").equalsIgnoreCase("get");
        if (arrived.test(action)) {
            return get
                    ? arrivedAt(Landing.at(action + "?" + body))
                    : arrivedAt(new Landing(action, RawParameters.parse(body)));
        }
        return goOn(get ? get(action + "?" + body) : post(action, body), arrived);
    }

    /** Asks for an address with the cookies it gets, and follows nothing. */
    Reply fetch(String address, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers(address));
        all.putAll(headers);
        return http.get(address, all);
    }

    private Step goOn(Reply start, Predicate<String> arrived) {
        var reply = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (reply.redirects()) {
                var next = resolve(reply.address(), reply.header("Location").orElseThrow());
                if (arrived.test(next)) {
                    return arrivedAt(Landing.at(next));
                }
                reply = get(next.split("#", 2)[0]);
                continue;
            }
            var document = Jsoup.parse(reply.body());
            var form = document.selectFirst("body[onload*=submit] form");
            if (form == null) {
                return new Step(null, reply);
            }
            return submit(reply, form, Map.of(), arrived);
        }
        throw new SignInException("The provider redirects in circles.");
    }

    private static Step arrivedAt(Landing landing) {
        return new Step(landing, null);
    }

    private Reply get(String address) {
        return kept(http.get(address, headers(address)));
    }

    private Reply post(String address, String body) {
        return kept(http.post(address, body, headers(address)));
    }

    private Map<String, String> headers(String address) {
        try {
            var header = cookies.header(address);
            return header.isEmpty()
                    ? Map.of("Accept", HTML)
                    : Map.of("Accept", HTML, "Cookie", header);
        } catch (IllegalArgumentException notAnAddress) {
            return Map.of();
        }
    }

    private Reply kept(Reply reply) {
        cookies.keep(reply);
        return reply;
    }

    private static String formBody(Element form, Map<String, String> typed) {
        List<String> pairs = new ArrayList<>();
        typed.forEach((name, value) -> pairs.add(name + "=" + Encoding.encode(value)));
        // as the key Enter does: the first button, and no other
        var button = form.selectFirst("[type=submit]");
        for (var input : form.select("input[name], button[name]")) {
            var type = input.attr("type").toLowerCase(Locale.ROOT);
            boolean carried = type.equals("hidden") || input.equals(button);
            if (carried && !typed.containsKey(input.attr("name"))) {
                pairs.add(input.attr("name") + "=" + Encoding.encode(input.attr("value")));
            }
        }
        return String.join("&", pairs);
    }

    /** An absolute address stays the characters it is; only a relative one is put together. */
    static String resolve(String page, String address) {
        if (address.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return address;
        }
        if (address.isEmpty()) {
            return page;
        }
        return URI.create(page).resolve(address).toString();
    }
}
