package io.github.keycloakliveperson.it.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** {@code relying-party.mjs} in Node: takes a line of JSON, answers a line of JSON. */
record OpenIdClientProcess(Process process, BufferedReader answers) implements AutoCloseable {

    static final String DIRECTORY = "integration-tests/src/relying-parties/openid-client";

    private static final ObjectMapper JSON = new ObjectMapper();

    static OpenIdClientProcess start() {
        Path directory = ServerSetup.projectDirectory().resolve(DIRECTORY);
        try {
            Process process =
                    new ProcessBuilder("node", "relying-party.mjs")
                            .directory(directory.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new OpenIdClientProcess(process, process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tell(Map<String, ?> order) {
        try {
            process.getOutputStream()
                    .write(
                            (JSON.writeValueAsString(order) + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String answer = answers.readLine();
            return answer == null ? JSON.missingNode() : JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
