package io.github.keycloakliveperson.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.demo.setup.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A realm that is made from the realm template, for a server to import.
 *
 * @param name its name
 * @param livePersonClients how many clients LivePerson has in it, encryption on
 * @param users how many consumers there are, each with every field
 * @param withPassword how many of them can sign in
 */
public record BenchmarkRealm(String name, int livePersonClients, int users, int withPassword) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Codes are collected first and redeemed later. */
    private static final int CODE_LIFESPAN_SECONDS = 600;

    /** Only an import at start would put the defaults in (K29). */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

    private static final int PORTION = 100;
    private static final String IMPORT = "/partialImport";

    /** A realm with one client and some consumers, who can all sign in. */
    public static BenchmarkRealm small(String name, int users) {
        return new BenchmarkRealm(name, 1, users, users);
    }

    /** A realm without anything of LivePerson's, also for servers without the JAR. */
    public static BenchmarkRealm stock(String name) {
        return new BenchmarkRealm(name, 0, 1, 1);
    }

    /** Writes it for {@code --import-realm}, into a file that is deleted when this JVM ends. */
    Path file() {
        try {
            var file = Files.createTempFile(name + "-", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, JSON.writeValueAsString(json()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode json() {
        var realm = named(Template.realm());
        realm.put("accessCodeLifespan", CODE_LIFESPAN_SECONDS);
        if (livePersonClients == 0) {
            realm.remove("clientTemplates");
        }
        var clients = realm.putArray("clients");
        clients.add(BenchmarkClients.stock());
        clients.add(BenchmarkClients.nativelyEncrypted());
        clients.addAll(livePersonClients(0, Math.min(1, livePersonClients)));
        var consumers = realm.putArray("users");
        for (int i = 0; i < users; i++) {
            consumers.add(consumer(i));
        }
        return realm;
    }

    /**
     * Adds all LivePerson clients but the first, in portions: at once, Keycloak would take minutes.
     */
    void addFurtherClients(AdminApi api) {
        for (int from = 1; from < livePersonClients; from += PORTION) {
            var portion = JSON.createObjectNode().put("ifResourceExists", "FAIL");
            int to = Math.min(from + PORTION, livePersonClients);
            portion.putArray("clients").addAll(livePersonClients(from, to));
            api.required("POST", IMPORT, api.post(IMPORT, portion));
        }
    }

    private List<ObjectNode> livePersonClients(int from, int to) {
        var template = named(Template.realm()).at("/clients/0");
        return IntStream.range(from, to)
                .mapToObj(i -> BenchmarkClients.livePerson(template.deepCopy(), i))
                .toList();
    }

    private ObjectNode named(ObjectNode template) {
        try {
            var text = template.toString().replace("${LIVEPERSON_REALM:brand}", name);
            return (ObjectNode) JSON.readTree(PLACEHOLDER.matcher(text).replaceAll("$1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode consumer(int number) {
        var consumer = Template.consumer();
        var username = username(number);
        consumer.put("username", username);
        consumer.put("email", username + "@brand.example");
        consumer.withObject("/attributes")
                .putArray(BenchmarkClients.HAND_WRITTEN_SDES)
                .add(HandWrittenSdes.json());
        if (number < withPassword) {
            ((ObjectNode) consumer.at("/credentials/0")).put("value", username);
        } else {
            consumer.remove("credentials");
        }
        return consumer;
    }

    /** The name of a consumer, which is the password too. */
    static String username(int number) {
        return "consumer-" + number;
    }
}
