package io.github.keycloakliveperson.it.harness;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Looks for accessibility faults on a page with axe-core. */
public final class Axe {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String FINDINGS =
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .map(v => [v.impact, v.id + ': ' + v.help + ' at '
                + v.nodes.map(n => n.target.join(' ')).join(', ')])
            """;

    private final String script = script();

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param page a page as it stands; its policy may forbid inline scripts
     * @return the serious and critical faults, each with where it is; none when all is well
     */
    public List<String> seriousFaults(Page page) {
        page.evaluate(script + "; null");
        return ((List<?>) page.evaluate(FINDINGS))
                .stream()
                        .map(finding -> (List<?>) finding)
                        .filter(finding -> SERIOUS.contains(finding.get(0)))
                        .map(finding -> String.valueOf(finding.get(1)))
                        .toList();
    }
}
