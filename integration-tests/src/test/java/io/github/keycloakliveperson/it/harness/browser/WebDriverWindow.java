package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A tab of a browser that speaks WebDriver.
 *
 * @param handle the id that the driver knows it by
 */
record WebDriverWindow(WebDriverSession session, String handle) implements ConsumerWindow {

    private WebDriverSession inFront() {
        session.post("/window", Map.of("handle", handle));
        return session;
    }

    @Override
    public void navigate(String address) {
        inFront().post("/url", Map.of("url", address));
    }

    @Override
    public String url() {
        return inFront().get("/url").asText();
    }

    @Override
    public Object evaluate(String expression) {
        JsonNode answer =
                inFront()
                        .post(
                                "/execute/async",
                                Map.of(
                                        "script",
                                        "const done = arguments[0];"
                                                + PlainValue.script(expression)
                                                + ".then(v => done([v]), e => done([null, String(e)]))",
                                        "args",
                                        List.of()));
        if (answer.has(1)) {
            throw new IllegalStateException(answer.get(1).asText());
        }
        return PlainValue.read(answer.get(0).asText());
    }

    @Override
    public void fill(String selector, String text) {
        inFront().post(element(selector) + "/value", Map.of("text", text));
    }

    @Override
    public void click(String selector) {
        inFront().post(element(selector) + "/click", Map.of());
    }

    private String element(String selector) {
        waitFor("document.querySelector(" + PlainValue.quoted(selector) + ")");
        JsonNode found =
                session.post("/element", Map.of("using", "css selector", "value", selector));
        return "/element/" + found.elements().next().asText();
    }

    @Override
    public void close() {
        inFront().delete("/window");
    }
}
