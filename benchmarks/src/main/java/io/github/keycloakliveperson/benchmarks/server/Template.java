package io.github.keycloakliveperson.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.window.mapper.WindowMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What comes with the project: the realm template, and the demo's consumer with every field. */
public final class Template {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Template() {}

    /** The realm template as it is, placeholders included. */
    public static ObjectNode realm() {
        return resource(
                WindowMapper.class,
                "/io/github/keycloakliveperson/realm-templates/liveperson-realm.json");
    }

    /** A consumer with a value, or several, for every field. */
    public static ObjectNode consumer() {
        return resource(
                Template.class, "/io/github/keycloakliveperson/demo/setup/demo-consumer.json");
    }

    private static ObjectNode resource(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
