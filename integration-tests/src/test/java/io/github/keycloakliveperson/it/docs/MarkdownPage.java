package io.github.keycloakliveperson.it.docs;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A document of the project.
 *
 * @param name its file, from the project's top
 * @param text all of it
 */
public record MarkdownPage(String name, String text) {

    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final Pattern RUN = Pattern.compile("<!-- run: (\\S+) -->");

    /** Every document: at the top, in {@code docs/} and beside the templates. */
    public static List<MarkdownPage> all() {
        Path project = ServerSetup.projectDirectory();
        try (Stream<Path> top = Files.list(project);
                Stream<Path> docs = Files.walk(project.resolve("docs"));
                Stream<Path> templates = Files.walk(project.resolve("realm-templates"))) {
            return Stream.of(top, docs, templates)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> project.toUri().relativize(file.toUri()).getPath())
                    .sorted()
                    .map(MarkdownPage::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document by its file, from the project's top. */
    public static MarkdownPage named(String name) {
        try {
            return new MarkdownPage(
                    name, Files.readString(ServerSetup.projectDirectory().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of code, in their order. */
    public List<CodeBlock> blocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        MARKDOWN.parse(text)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(FencedCodeBlock block) {
                                blocks.add(block(block, block.getInfo(), block.getLiteral()));
                            }

                            @Override
                            public void visit(IndentedCodeBlock block) {
                                blocks.add(block(block, "", block.getLiteral()));
                            }
                        });
        return blocks;
    }

    /** The blocks in one language. */
    public List<CodeBlock> blocks(String language) {
        return blocks().stream().filter(block -> block.language().equals(language)).toList();
    }

    /** What stands between backticks in a sentence. */
    List<String> inlineCode() {
        List<String> found = new ArrayList<>();
        MARKDOWN.parse(text)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Code code) {
                                found.add(code.getLiteral());
                            }
                        });
        return found;
    }

    private CodeBlock block(Node node, String language, String literal) {
        return new CodeBlock(
                name,
                node.getSourceSpans().get(0).getLineIndex() + 1,
                language,
                runOf(node.getPrevious()),
                literal);
    }

    private static Optional<String> runOf(Node before) {
        if (before instanceof HtmlBlock comment) {
            Matcher run = RUN.matcher(comment.getLiteral());
            return run.find() ? Optional.of(run.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
