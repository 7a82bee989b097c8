package io.github.keycloakliveperson.check.browser;

import io.github.keycloakliveperson.contract.window.Encoding;
import io.github.keycloakliveperson.contract.window.Landing;
import io.github.keycloakliveperson.contract.window.RawParameters;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/**
 * A consumer's browser without a window, with only what a sign-in needs: cookies, redirects that
 * are followed one by one so that nothing re-encodes a {@code Location}, and forms that submit
 * themselves.
 */
public final class ConsumerBrowser {
    private static final int MOST_STEPS = 30;
    private static final int MOST_FORMS = 3;
    private static final String HTML = "text/html,application/xhtml+xml";
    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * Where the browser has come to.
     *
     * @param landing the end of the way, {@code null} where a page waits for a person
     * @param reply what was received last: that page, or what leads to the landing
     */
    record Step(Landing landing, Reply reply) {
        boolean arrived() {
            return landing != null;
        }
    }

    private final Http http;
    private final Consumer<Reply> witness;
    private final CookieJar cookies = new CookieJar();

    /** A fresh browser without cookies, on a connection of its own. */
    public ConsumerBrowser() {
        this(answer -> {});
    }

    /**
     * A fresh browser under observation.
     *
     * @param witness sees every answer, in order
     */
    public ConsumerBrowser(Consumer<Reply> witness) {
        this(new Http(), witness);
    }

    ConsumerBrowser(Http http) {
        this(http, answer -> {});
    }

    private ConsumerBrowser(Http http, Consumer<Reply> witness) {
        this.http = http;
        this.witness = witness;
    }

    /** The cookies it holds. */
    public CookieJar cookies() {
        return cookies;
    }

    /** Opens an address, without following a redirect. */
    public Reply get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** Posts form fields, without following a redirect. */
    public Reply post(URI address, Map<String, String> form) {
        List<String> pairs = new ArrayList<>();
        form.forEach((name, value) -> pairs.add(pair(name, value)));
        return post(address.toString(), String.join("&", pairs), Map.of());
    }

    /** Sends any request with this browser's cookies, without following a redirect. */
    public Reply send(HttpRequest.Builder request) {
        var withCookies = request.copy();
        var header = cookies.header(request.build().uri().toString());
        if (!header.isEmpty()) {
            withCookies.header("Cookie", header);
        }
        var reply = http.send(withCookies);
        cookies.keep(reply);
        witness.accept(reply);
        return reply;
    }

    /** Submits a form of a page, its hidden fields included, without following a redirect. */
    public Reply submit(Element form, Map<String, String> typed) {
        return post(action(form), formBody(form, typed), Map.of("Accept", HTML));
    }

    /**
     * Opens an address and acts as a consumer would, following redirects and filling in login
     * forms, until a redirect leaves the given origin or a page is shown that is not a login form.
     *
     * @param origin the server that is stayed on, {@code http://localhost:8080}
     * @return the last answer: a redirect to elsewhere (its raw {@code Location} is where the
     *     consumer ends) or a page
     */
    public Reply signIn(URI address, URI origin, String username, String password) {
        return proceed(
                navigate(address.toString()),
                target -> !target.startsWith(origin + "/"),
                username,
                password);
    }

    /**
     * Goes on from an answer as a consumer would, following redirects and filling in login forms.
     *
     * @param begun what the browser got last
     * @param end tells where it stops: neither by a redirect nor by posting a form
     * @return the last answer: what leads to the end, or a page that is not a login form
     */
    public Reply proceed(Reply begun, Predicate<String> end, String username, String password) {
        return signIn(goOn(begun, end), end, new Credentials(username, password)).reply();
    }

    /** Opens an address and goes on until it has arrived or a page waits for a person. */
    Step open(String address, Predicate<String> arrived) {
        return goOn(navigate(address), arrived);
    }

    /**
     * Goes on through login forms, until it has arrived, a page is not a login form, or a page
     * shows an error.
     */
    Step signIn(Step begun, Predicate<String> arrived, Credentials credentials) {
        var step = begun;
        for (int forms = 0; forms < MOST_FORMS && !step.arrived(); forms++) {
            var page = LoginPage.of(step.reply());
            if (page.form() == null || forms > 0 && page.complaint() != null) {
                return step;
            }
            step = submit(step.reply(), page.form(), page.typed(credentials), arrived);
        }
        return step;
    }

    /** Submits a form of a page, its hidden fields included, and goes on. */
    Step submit(Reply page, Element form, Map<String, String> typed, Predicate<String> arrived) {
        var action = action(form);
        var body = formBody(form, typed);
        boolean get = form.attr("method").equalsIgnoreCase("get");
        if (arrived.test(action)) {
            return get
                    ? new Step(Landing.at(action + "?" + body), page)
                    : new Step(new Landing(action, RawParameters.parse(body)), page);
        }
        return goOn(
                get ? navigate(action + "?" + body) : post(action, body, Map.of("Accept", HTML)),
                arrived);
    }

    private Step goOn(Reply start, Predicate<String> arrived) {
        var reply = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (reply.redirects()) {
                var next = resolve(reply.address(), reply.location());
                if (arrived.test(next)) {
                    return new Step(Landing.at(next), reply);
                }
                reply = navigate(next.split("#", 2)[0]);
                continue;
            }
            var form = reply.page().selectFirst("body[onload*=submit] form");
            if (form == null) {
                return new Step(null, reply);
            }
            return submit(reply, form, Map.of(), arrived);
        }
        throw new SignInException("The provider redirects in circles.");
    }

    private Reply navigate(String address) {
        return send(Http.request(address, Map.of("Accept", HTML)));
    }

    private Reply post(String address, String body, Map<String, String> headers) {
        return send(
                Http.request(address, headers)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** As the key Enter does: hidden fields and, where none is named, the first button. */
    private static String formBody(Element form, Map<String, String> typed) {
        List<String> pairs = new ArrayList<>();
        typed.forEach((name, value) -> pairs.add(pair(name, value)));
        var buttons = form.select("[type=submit]");
        boolean clicked = buttons.eachAttr("name").stream().anyMatch(typed::containsKey);
        for (var input : form.select("input[name], button[name]")) {
            boolean hidden = input.attr("type").equalsIgnoreCase("hidden");
            boolean carried = hidden || !clicked && input.equals(buttons.first());
            if (carried && !typed.containsKey(input.attr("name"))) {
                pairs.add(pair(input.attr("name"), input.attr("value")));
            }
        }
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return Encoding.encode(name) + "=" + Encoding.encode(value);
    }

    private static String action(Element form) {
        return resolve(form.baseUri(), form.attr("action"));
    }

    /** An absolute address keeps its characters; only a relative one is resolved. */
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
