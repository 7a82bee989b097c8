package io.github.keycloakliveperson.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A block of HTML in the documents")
class HtmlBlocksTest {

    private static Stream<CodeBlock> blocks() {
        return MarkdownPage.all().stream().flatMap(page -> page.blocks("html").stream());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    @DisplayName("is read without an error")
    void read(CodeBlock block) {
        assertThat(errors(block.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script src=\"a\" src=\"b\"></script>", "<script", "<p></div>"})
    @DisplayName("would fail with a mistake in it")
    void faults(String html) {
        assertThat(errors(html)).isNotEmpty();
    }

    private static List<ParseError> errors(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        parser.parseInput("<!doctype html>" + html, "");
        return parser.getErrors();
    }
}
