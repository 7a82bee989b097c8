package io.github.keycloakliveperson.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A consumer's browser without a window: it keeps cookies and follows redirects only when told to.
 * It speaks HTTP/1.1, as every browser does to an http address.
 */
public final class ConsumerBrowser {

    private static final int MOST_STEPS = 20;

    private final LoopbackCookies cookies = new LoopbackCookies();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Consumer<HttpResponse<String>> witness;

    /** A fresh browser without cookies. */
    public ConsumerBrowser() {
        this(answer -> {});
    }

    /**
     * A fresh browser under observation.
     *
     * @param witness sees every answer, in order
     */
    public ConsumerBrowser(Consumer<HttpResponse<String>> witness) {
        this.witness = witness;
    }

    /** The cookies it holds. */
    public CookieStore cookies() {
        return cookies.store();
    }

    /** Opens an address, without following a redirect. */
    public HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Posts a form, without following a redirect. */
    public HttpResponse<String> post(URI address, Map<String, String> form) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Query.encode(form))));
    }

    /** Sends any request with this browser's cookies. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            witness.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens an address and does as a consumer would, following redirects and filling in the login
     * form, until a redirect leaves the given origin or a page is shown that isn't the login form.
     *
     * @param origin the server that is stayed on, {@code http://localhost:8080}
     * @return the last answer: a redirect to elsewhere (its raw {@code Location} is where the
     *     consumer ends) or a page
     */
    public HttpResponse<String> signIn(URI address, URI origin, String username, String password) {
        return proceed(
                get(address), target -> !target.startsWith(origin + "/"), username, password);
    }

    /**
     * Goes on from an answer as a consumer would, following redirects and filling in the login
     * form.
     *
     * @param begun what the browser got last
     * @param end tells where it goes no further: neither by a redirect nor by posting a form
     * @return the last answer: what leads to the end, or a page that isn't the login form
     */
    public HttpResponse<String> proceed(
            HttpResponse<String> begun, Predicate<String> end, String username, String password) {
        HttpResponse<String> answer = begun;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<String> location = answer.headers().firstValue("Location");
            Optional<Element> form = form(answer, "#kc-form-login");
            Optional<Element> posted = form(answer, "form[name=OIDC_FORM_POST], body[onload] form");
            if (location.isPresent()) {
                if (end.test(location.get())) {
                    return answer;
                }
                answer = get(URI.create(location.get()));
            } else if (form.isPresent()) {
                answer = submit(form.get(), Map.of("username", username, "password", password));
            } else if (posted.isPresent() && !end.test(posted.get().attr("action"))) {
                answer = submit(posted.get(), Map.of());
            } else {
                return answer;
            }
        }
        throw new IllegalStateException(
                "More than " + MOST_STEPS + " steps from " + begun.uri().getPath());
    }

    /** Submits a form of a page, with the fields it holds and those given. */
    public HttpResponse<String> submit(Element form, Map<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element input : form.select("input[type=hidden]")) {
            values.put(input.attr("name"), input.attr("value"));
        }
        values.putAll(fields);
        return post(URI.create(form.absUrl("action")), values);
    }

    private static Optional<Element> form(HttpResponse<String> answer, String selector) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(answer.body(), answer.uri().toString());
        return Optional.ofNullable(page.selectFirst(selector));
    }
}
