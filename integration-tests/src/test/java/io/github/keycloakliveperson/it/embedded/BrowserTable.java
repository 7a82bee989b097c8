package io.github.keycloakliveperson.it.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import io.github.keycloakliveperson.it.harness.browser.Engine;
import io.github.keycloakliveperson.it.harness.browser.Privacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An engine's rows of the table in the documents. With {@code -Dbrowser.table=write} they are
 * written there instead of compared.
 */
final class BrowserTable {

    private static final Path PAGE =
            ServerSetup.projectDirectory().resolve("docs/embedded-window.md");

    private static final Map<Privacy, String> SETTINGS =
            Map.of(Privacy.DEFAULT, "default", Privacy.STRICT, "strict");

    private final Engine engine;
    private final List<String> rows = new ArrayList<>();

    BrowserTable(Engine engine) {
        this.engine = engine;
    }

    /**
     * Adds a row.
     *
     * @param sameSite the reason where Keycloak is on the brand's own site, empty when it works
     * @param otherSite the same where it is on another
     */
    void add(Privacy privacy, String sameSite, String otherSite) {
        rows.add(
                "| %s | %s | %s | %s |"
                        .formatted(engine, SETTINGS.get(privacy), cell(sameSite), cell(otherSite)));
    }

    private static String cell(String reason) {
        return reason.isEmpty()
                ? "works"
                : "`" + reason + "`: host Keycloak on the brand's own site";
    }

    /** Compares the rows with those of the page. */
    void holds() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        String beginning = "| " + engine + " |";
        List<String> committed = lines.stream().filter(line -> line.startsWith(beginning)).toList();
        if ("write".equals(System.getProperty("browser.table"))) {
            int at = lines.indexOf(committed.get(0));
            List<String> changed = new ArrayList<>(lines);
            changed.removeAll(committed);
            changed.addAll(at, rows);
            Files.write(PAGE, changed);
        } else {
            assertThat(committed)
                    .as(PAGE + ": bring it up to date with -Dbrowser.table=write")
                    .isEqualTo(rows);
        }
    }
}
