package io.github.keycloakliveperson.it.demo;

import com.microsoft.playwright.Page;
import io.github.keycloakliveperson.it.harness.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an external window's page sent to {@code authorize} and what it was sent back with, by
 * {@code callback} or at once, as the browser saw both go by.
 */
final class WindowJourney {

    private static final Pattern STATE = Pattern.compile("[?&#]state=([^&]*)");
    private static final Pattern CONFIGURATION =
            Pattern.compile("[?&]lpUnifiedWindowConfig=([^&]*)");

    private final List<String> requests = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private WindowJourney() {}

    /** Watches a page from here on. */
    static WindowJourney of(Page page) {
        WindowJourney journey = new WindowJourney();
        page.onRequest(
                request -> {
                    if (request.url().contains("/liveperson/authorize?")) {
                        journey.requests.add(request.url());
                    }
                });
        page.onResponse(
                response -> {
                    String location = response.headers().get("location");
                    boolean answers =
                            response.url().matches(".*/liveperson/(callback|authorize).*");
                    if (answers && location != null && !location.contains("/realms/")) {
                        journey.answers.add(location);
                    }
                });
        return journey;
    }

    /** The one request. */
    String request() {
        return only(requests);
    }

    /** The one answer. */
    String answer() {
        return only(answers);
    }

    /** The characters that have to come back: the state, or the openID window's configuration. */
    String sent() {
        return openId()
                ? carried(CONFIGURATION, Query.of(request()).get("redirect_uri"))
                : carried(STATE, request());
    }

    /** The characters that came back. */
    String cameBack() {
        return carried(openId() ? CONFIGURATION : STATE, answer());
    }

    private boolean openId() {
        return !STATE.matcher(request()).find();
    }

    private static String carried(Pattern pattern, String address) {
        Matcher found = pattern.matcher(address);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + address);
        }
        return found.group(1);
    }

    private static String only(List<String> addresses) {
        if (addresses.size() != 1) {
            throw new IllegalStateException("Not one, but " + addresses.size());
        }
        return addresses.get(0);
    }
}
