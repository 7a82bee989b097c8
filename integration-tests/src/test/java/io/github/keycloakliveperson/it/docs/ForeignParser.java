package io.github.keycloakliveperson.it.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.nio.charset.StandardCharsets;

/** {@code parse.mjs}: reads in Node what Java can't. */
final class ForeignParser {

    static final String DIRECTORY = "integration-tests/src/foreign-formats";
    static final String PACKAGE = DIRECTORY + "/node_modules/typescript/package.json";
    static final String INSTALL = "npm install --no-package-lock --prefix " + DIRECTORY;

    private ForeignParser() {}

    /**
     * Reads a text.
     *
     * @return {@code problems}, a list of sentences, and the {@code value} of a text in HCL
     */
    static JsonNode read(String language, String text) throws Exception {
        Process node =
                new ProcessBuilder("node", "parse.mjs", language)
                        .directory(ServerSetup.projectDirectory().resolve(DIRECTORY).toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var input = node.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ObjectMapper().readTree(node.getInputStream());
    }
}
