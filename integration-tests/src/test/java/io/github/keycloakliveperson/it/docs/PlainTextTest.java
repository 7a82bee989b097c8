package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Git may change line endings at a checkout, and readers can't see invisible characters. */
@DisplayName("Text that readers copy")
class PlainTextTest {

    private static final Set<String> ELSEWHERE =
            Set.of(".git", "target", "node_modules", "src", "providers", "demo", "benchmarks");

    /** A byte order mark, soft hyphens, odd blanks, marks of direction, zero width. */
    private static final String UNSEEN =
            "(?s).*[\\r\\u00A0\\u00AD\\u2000-\\u200F\\u2028-\\u202F\\u2060\\uFEFF].*";

    private static final String CURLY = "[\\u2010-\\u2015\\u2018-\\u201F\\u2032\\u2033]";

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                ServerSetup.projectDirectory(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes is) {
                        return ELSEWHERE.contains(String.valueOf(at.getFileName()))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (file.toString().matches(".*\\.(md|json|sh|js|ya?ml|conf|properties)")) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("has Unix line endings and no invisible characters")
    void unseen(Path file) throws IOException {
        assertThat(Files.readString(file)).as(file.toString()).doesNotMatch(UNSEEN);
    }

    @Test
    @DisplayName("keeps its line endings on Windows, as do the shell scripts")
    void attributes() throws IOException {
        assertThat(Files.readAllLines(ServerSetup.projectDirectory().resolve(".gitattributes")))
                .contains("* text=auto eol=lf");
    }

    @ParameterizedTest
    @MethodSource("io.github.keycloakliveperson.it.docs.MarkdownPage#all")
    @DisplayName("also has straight quotes and hyphens between backticks")
    void quotes(MarkdownPage page) {
        // a character that stands alone is the subject of its sentence
        assertThat(page.inlineCode())
                .filteredOn(code -> code.length() > 1)
                .allSatisfy(code -> assertThat(code).doesNotContainPattern(CURLY));
    }
}
