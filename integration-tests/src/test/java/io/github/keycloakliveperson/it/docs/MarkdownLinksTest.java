package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links to other sites aren't checked, because a build makes no requests. */
@DisplayName("Each page's links")
class MarkdownLinksTest {

    private static final Path PROJECT = Path.of(System.getProperty("basedir")).getParent();

    /** The project's own pages on its site stand for files of this checkout. */
    private static final String HOME =
            "https://github.com/keycloak-liveperson/keycloak-liveperson/blob/main/";

    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|<img src=\")([^)\"\\s]+)[)\"]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String directory : List.of("docs", "realm-templates", ".github")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(directory))) {
                files.filter(MarkdownLinksTest::isPage).forEach(pages::add);
            }
        }
        try (Stream<Path> files = Files.list(PROJECT)) {
            files.filter(MarkdownLinksTest::isPage).forEach(pages::add);
        }
        return pages.stream().map(PROJECT::relativize).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("lead to existing files and headings")
    void links(Path page) {
        List<String> broken =
                LINK.matcher(CODE.matcher(text(PROJECT.resolve(page))).replaceAll(""))
                        .results()
                        .map(found -> found.group(1))
                        .filter(link -> !resolves(PROJECT.resolve(page), link))
                        .toList();

        assertThat(broken).isEmpty();
    }

    private static boolean resolves(Path page, String link) {
        if (!link.startsWith(HOME) && link.matches("[a-z]+:.*")) {
            return true;
        }
        Path from = link.startsWith(HOME) ? PROJECT : page.getParent();
        String[] parts = link.replaceFirst("^" + Pattern.quote(HOME), "").split("#", 2);
        Path target = parts[0].isEmpty() ? page : from.resolve(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** The names that GitHub gives headings. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(CODE.matcher(text(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
