package io.github.keycloakliveperson.it.harness.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a value of a page comes to a test, whatever the browser's own protocol has for it: JSON. */
final class PlainValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainValue() {}

    /** An expression for a promise of another's value, as text. */
    static String script(String expression) {
        return "(async () => JSON.stringify((await (" + expression + ")) ?? null))()";
    }

    /** Reads what that text says. */
    static Object read(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** A text as JavaScript writes it. */
    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
