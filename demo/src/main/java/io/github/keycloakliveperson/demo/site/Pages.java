package io.github.keycloakliveperson.demo.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTML pages from mustache templates in the class path; every value is escaped. */
public final class Pages {

    private final String folder;
    private final Map<String, ?> everywhere;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler =
            Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .defaultValue("")
                    .withLoader(this::open);

    /**
     * @param folder the templates' folder in the class path, {@code /site/brand}
     * @param everywhere values that all pages may use
     */
    public Pages(String folder, Map<String, ?> everywhere) {
        this.folder = folder;
        this.everywhere = Map.copyOf(everywhere);
    }

    /**
     * Answers with a page.
     *
     * @param context where to
     * @param name the template's name
     * @param values what it shows, beside the values for all pages
     */
    public void show(Context context, String name, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(everywhere);
        all.putAll(values);
        context.html(compiled.computeIfAbsent(name, this::compile).execute(all))
                .contentType("text/html;charset=utf-8");
    }

    private Template compile(String name) {
        try (var reader = open(name)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader open(String name) {
        var resource = folder + "/" + name + ".mustache";
        var in = Pages.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("There is no template " + resource);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
