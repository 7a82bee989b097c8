package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A tab of Firefox.
 *
 * @param context the id that WebDriver BiDi knows it by
 */
record BidiWindow(BidiConnection bidi, String context) implements ConsumerWindow {

    @Override
    public void navigate(String address) {
        bidi.call(
                "browsingContext.navigate",
                Map.of("context", context, "url", address, "wait", "complete"));
    }

    @Override
    public String url() {
        return bidi.call("browsingContext.getTree", Map.of("root", context, "maxDepth", 0))
                .at("/contexts/0/url")
                .asText();
    }

    @Override
    public Object evaluate(String expression) {
        JsonNode answer =
                bidi.call(
                        "script.evaluate",
                        Map.of(
                                "expression", PlainValue.script(expression),
                                "target", Map.of("context", context),
                                "awaitPromise", true));
        if (!answer.get("type").asText().equals("success")) {
            throw new IllegalStateException(answer.at("/exceptionDetails/text").asText());
        }
        return PlainValue.read(answer.at("/result/value").asText());
    }

    @Override
    public void fill(String selector, String text) {
        click(selector);
        List<Map<String, ?>> keys = new ArrayList<>();
        for (String key : text.split("")) {
            keys.add(Map.of("type", "keyDown", "value", key));
            keys.add(Map.of("type", "keyUp", "value", key));
        }
        perform(Map.of("type", "key", "id", "keyboard", "actions", keys));
    }

    @Override
    public void click(String selector) {
        waitFor("document.querySelector(" + PlainValue.quoted(selector) + ")");
        JsonNode element =
                bidi.call(
                                "browsingContext.locateNodes",
                                Map.of(
                                        "context",
                                        context,
                                        "locator",
                                        Map.of("type", "css", "value", selector)))
                        .at("/nodes/0/sharedId");
        Map<String, ?> origin =
                Map.of("type", "element", "element", Map.of("sharedId", element.asText()));
        perform(
                Map.of(
                        "type",
                        "pointer",
                        "id",
                        "mouse",
                        "actions",
                        List.of(
                                Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin),
                                Map.of("type", "pointerDown", "button", 0),
                                Map.of("type", "pointerUp", "button", 0))));
    }

    private void perform(Map<String, ?> source) {
        bidi.call("input.performActions", Map.of("context", context, "actions", List.of(source)));
    }

    @Override
    public void close() {
        bidi.call("browsingContext.close", Map.of("context", context));
    }
}
