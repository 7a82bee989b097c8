package io.github.keycloakliveperson.check.browser;

import io.github.keycloakliveperson.contract.window.Landing;

/** How a sign-in ended. */
public sealed interface Outcome {
    /** In a few words, for evidence. */
    String describe();

    /** The browser came to where it was expected. */
    record Returned(Landing landing) implements Outcome {
        @Override
        public String describe() {
            var error = landing.value("error").map(e -> "error " + e).orElse("an answer");
            var what = landing.value("error_description").map(d -> " (" + d + ")").orElse("");
            return error + what;
        }
    }

    /**
     * It ended on a page of the provider.
     *
     * @param status HTTP status of that page
     * @param page what the page says, shortened
     */
    record Stopped(int status, String page) implements Outcome {
        @Override
        public String describe() {
            return "HTTP " + status + (page.isEmpty() ? "" : ", page “" + page + "”");
        }
    }
}
