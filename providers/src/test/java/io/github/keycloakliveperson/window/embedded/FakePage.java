package io.github.keycloakliveperson.window.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** A page that scripts run in: {@code fake-page.js} in a JavaScript engine of its own. */
final class FakePage implements AutoCloseable {

    static final String TAG = "https://sso.example/realms/brand/liveperson/web-auth.js";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Engine ENGINE =
            Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

    private final Context context = Context.newBuilder("js").engine(ENGINE).build();

    FakePage() {
        run(Resource.named("fake-page.js").text());
    }

    /**
     * Loads web-auth.js with these attributes, {@code clientId} for {@code data-client-id} and so
     * on.
     */
    FakePage withTag(Map<String, String> dataset) {
        return withTag(TAG, dataset);
    }

    FakePage withTag(String src, Map<String, String> dataset) {
        run("page.tag(" + json(src) + "," + json(dataset) + ")");
        run(WebAuthScript.text());
        run("page.script = null");
        return this;
    }

    /** Runs statements, then whatever promises they left behind. */
    FakePage run(String script) {
        context.eval("js", script);
        return this;
    }

    /** The value of an expression as Java lists, maps, strings, numbers. */
    Object value(String expression) {
        String json = context.eval("js", "JSON.stringify((" + expression + ") ?? null)").asString();
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
