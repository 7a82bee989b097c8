package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.it.harness.ForeignTool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Terraform's own parser, the Dockerfile's and TypeScript's read the documents' blocks. */
@ForeignTool(
        needs = {"/usr/bin/node", ForeignParser.PACKAGE},
        install = ForeignParser.INSTALL)
@DisplayName("A block in a format that Java can't read")
class ForeignFormatsTest {

    private static Stream<CodeBlock> blocks() {
        return MarkdownPage.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().matches("hcl|dockerfile|ts|jsx"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    @DisplayName("is read without a problem")
    void read(CodeBlock block) throws Exception {
        assertThat(ForeignParser.read(block.language(), block.text()).path("problems")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hcl, a = [1 2]",
        "hcl, a = “b”",
        "hcl, resource x {",
        "dockerfile, RUNN kc.sh",
        "ts, const a = {;",
        "jsx, const a = <p>;"
    })
    @DisplayName("would fail with a mistake in it")
    void faults(String language, String text) throws Exception {
        assertThat(ForeignParser.read(language, text).path("problems")).isNotEmpty();
    }
}
