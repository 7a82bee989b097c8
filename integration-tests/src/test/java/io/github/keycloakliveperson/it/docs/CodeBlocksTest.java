package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers copy the documents' blocks, so each block's tool must accept it. */
@DisplayName("A block of code in the documents")
class CodeBlocksTest {

    /** Blocks that need an engine, a cluster, an account or more time than this test has. */
    private static final Pattern NEEDS_MORE =
            Pattern.compile(
                    "^(docker|kubectl|helm|mvn|\\./demo\\.sh|java -jar|openssl|printf|export|sed|\\S*kcadm\\.sh config"
                            + "|LIVEPERSON_REALM=)\\b.*");

    private static final Set<String> RUN = Set.of("kcadm", "build", "import", "download", "login");

    private static Stream<CodeBlock> blocks() {
        return MarkdownPage.all().stream().flatMap(page -> page.blocks().stream());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    @DisplayName("names its language, and the language's own tool can read it")
    void read(CodeBlock block) {
        assertThat(formatOf(block)).as("the language of %s", block).isNotNull();
        assertThatCode(() -> formatOf(block).read(block.text())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    @DisplayName("contains only ASCII, unless it is a program's output")
    void plain(CodeBlock block) {
        if (formatOf(block) != Format.TEXT) {
            assertThat(block.text()).matches("[\\x20-\\x7E\\n]*");
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    @DisplayName("is run by a test if it contains commands that this machine can run")
    void run(CodeBlock block) {
        if (block.run().isPresent()) {
            assertThat(RUN).contains(block.run().get());
        } else if (formatOf(block) == Format.SH) {
            assertThat(firstWords(block.text())).allMatch(NEEDS_MORE.asMatchPredicate());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSON | `{\"a\":1,}`",
                "JSON | `{“a”:1}`",
                "JSON | `{\"a\":1} }`",
                "JSON | `{\"a\":1,\"a\":2}`",
                "YAML | `a: [1`",
                "YAML | `a: 1\na: 2`",
                "YAML | `a: |\n  - b: [1\n  - c`",
                "SH | `echo \"a`",
                "SH | `if true`",
                "CONSOLE | `$ echo 'a`",
                "PROPERTIES | `a: b`",
                "PROPERTIES | `docker run`",
                "FTL | `<#macro a>`",
            })
    @DisplayName("would fail with a mistake in it")
    void faults(Format format, String text) {
        assertThatThrownBy(() -> format.read(text)).isInstanceOf(Exception.class);
    }

    @Test
    @DisplayName("is also found in a list, and without a fence")
    void found() {
        MarkdownPage page =
                new MarkdownPage(
                        "page",
                        """
                        1. one

                           <!-- run: kcadm -->
                           ```sh
                           echo 1
                           ```

                        text

                            indented
                        """);

        assertThat(page.blocks())
                .extracting(CodeBlock::line, CodeBlock::language, block -> block.isRunAs("kcadm"))
                .containsExactly(tuple(4, "sh", true), tuple(10, "", false));
        assertThat(page.blocks().get(0).text()).isEqualTo("echo 1\n");
    }

    private static Format formatOf(CodeBlock block) {
        return Stream.of(Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(block.language()))
                .findFirst()
                .orElse(null);
    }

    /** The lines that begin a command. */
    private static List<String> firstWords(String script) {
        String oneLine = script.replaceAll("\\\\\n", " ").replaceAll("(?s)'[^']*'", "''");
        return oneLine.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
