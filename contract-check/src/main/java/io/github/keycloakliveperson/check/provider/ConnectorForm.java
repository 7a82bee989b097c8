package io.github.keycloakliveperson.check.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keycloakliveperson.contract.connector.IdpCertificate.JwtPublicKey;
import io.github.keycloakliveperson.contract.window.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A filled-in form from the extension's admin endpoint ({@code GET …/liveperson/clients/{id}}), so
 * that nobody has to type it again.
 */
public final class ConnectorForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode fields;

    private ConnectorForm(JsonNode fields) {
        this.fields = fields;
    }

    /** A form with nothing in it. */
    public static ConnectorForm empty() {
        return new ConnectorForm(MissingNode.getInstance());
    }

    /**
     * Reads a file, or standard input where it is {@code -}.
     *
     * @throws IllegalArgumentException when it can't be read or is something else
     */
    public static ConnectorForm in(Path file) {
        try {
            return read(
                    file.equals(Path.of("-"))
                            ? new String(System.in.readAllBytes(), UTF_8)
                            : Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The file " + file + " of --connector can't be read.", unreadable);
        }
    }

    /**
     * Reads the endpoint's answer, or its {@code connector} alone.
     *
     * @throws IllegalArgumentException when it is something else; the message never contains the
     *     text
     */
    public static ConnectorForm read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The connector is not JSON.");
        }
        var fields = root.has("connector") ? root.path("connector") : root;
        if (!fields.path("clientId").isTextual()) {
            throw new IllegalArgumentException(
                    "The connector has no clientId. Give the answer of"
                            + " GET …/liveperson/clients/{id}.");
        }
        return new ConnectorForm(fields);
    }

    /** A field of the form; nothing where it is empty. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.path(name).textValue()).filter(text -> !text.isBlank());
    }

    /** Authentication type and PKCE. */
    public Optional<Flow> flow() {
        if (field("jwtPublicKey").equals(Optional.of(JwtPublicKey.CONSUMER_DELEGATION))) {
            return Optional.of(Flow.DELEGATION);
        }
        return field("authenticationType")
                .map(
                        type ->
                                type.equals("implicit")
                                        ? Flow.IMPLICIT
                                        : fields.path("pkce").asBoolean()
                                                ? Flow.CODE_PKCE
                                                : Flow.CODE);
    }

    /** Where a bot's link leads to, without its parameters (L40). */
    public Optional<String> linkEndpoint() {
        return field("consumerLink").map(link -> Landing.at(link).base());
    }

    /** A parameter of a bot's link, decoded. */
    public Optional<String> ofLink(String name) {
        return field("consumerLink").flatMap(link -> Landing.at(link).value(name));
    }

    /** Address of the page's script. */
    public Optional<String> script() {
        return field("scriptTag")
                .map(tag -> Jsoup.parse(tag).selectFirst("script[src]"))
                .map((Element script) -> script.attr("src"));
    }

    /** An address that the page's script uses, next to the script itself. */
    public Optional<String> besideScript(String name) {
        return script().flatMap(
                        address ->
                                field("clientId")
                                        .map(
                                                id ->
                                                        address.replaceFirst(
                                                                "[^/]*$", name + "/" + id)));
    }
}
