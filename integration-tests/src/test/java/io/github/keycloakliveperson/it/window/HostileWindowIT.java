package io.github.keycloakliveperson.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.InjectRealm;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Addresses and answers that try to send the consumer, or a code, elsewhere. None succeeds. */
@RealKeycloak
@DisplayName("The external window's endpoints")
class HostileWindowIT {

    private static final String FOLDER = "/le_unified_window/v/";
    private static final String HANDLE = "A".repeat(22);

    @InjectRealm private static TestRealm realm;
    private static WindowClient exact;
    private static WindowClient wildcard;

    @BeforeAll
    static void setUp() {
        exact = WindowClient.code(realm, "exact", Map.of());
        wildcard =
                WindowClient.of(
                        realm,
                        "wildcard",
                        Map.of(),
                        c ->
                                c.setRedirectUris(
                                        List.of(
                                                "https://lpcdn.lpsnmedia.net" + FOLDER + "*",
                                                realm.livePerson("callback").toString())));
    }

    @Test
    @DisplayName("redirect nobody to a redirect_uri that isn't registered exactly")
    void exactRegistration() {
        List<String> addresses = HostileAddresses.all().toList();

        assertThat(addresses).hasSizeGreaterThan(200);
        assertThat(addresses).allSatisfy(address -> stays(exact, address));
    }

    @Test
    @DisplayName("redirect nobody outside a registered folder")
    void wildcardRegistration() {
        List<String> addresses =
                HostileAddresses.all()
                        .map(a -> a.replace("/le_unified_window/", FOLDER))
                        .distinct()
                        .toList();

        assertThat(addresses).hasSizeGreaterThan(200);
        assertThat(addresses)
                .allSatisfy(
                        address -> {
                            Reply answer = answer(wildcard, address);
                            if (answer.status() == 200) { // the login page
                                staysInTheFolder(address);
                            } else {
                                refused(answer, address);
                            }
                        });
    }

    private static void staysInTheFolder(String address) {
        URI uri = URI.create(address);
        assertThat(uri.getAuthority()).isEqualTo("lpcdn.lpsnmedia.net");
        assertThat(Path.of(uri.getPath()).normalize().toString() + "/").startsWith(FOLDER);
    }

    @Test
    @DisplayName("redirect nobody for an answer that no window waits for")
    void callbacks() {
        List<String> queries = callbackQueries().toList();

        assertThat(queries).hasSizeGreaterThan(100);
        for (String query : queries) {
            Reply answer =
                    new ConsumerBrowser()
                            .get(URI.create(realm.livePerson("callback") + "?" + query));
            refused(answer, query);
        }
        for (String state : List.of(HANDLE, "", "x", "<script>", "\u0000", "a".repeat(5_000))) {
            refused(
                    new ConsumerBrowser()
                            .post(
                                    realm.livePerson("callback"),
                                    Map.of(
                                            "state",
                                            state,
                                            "id_token",
                                            "a.b.c",
                                            "redirect_uri",
                                            "https://evil.example/")),
                    state);
        }
    }

    private static Stream<String> callbackQueries() {
        List<String> states =
                List.of(
                        "",
                        "x",
                        HANDLE,
                        HANDLE + "A",
                        HANDLE.substring(1),
                        "..%2F..%2Fevil",
                        "%2F%2Fevil.example",
                        "https%3A%2F%2Fevil.example%2F",
                        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                        "%0D%0ALocation%3A%20https%3A%2F%2Fevil.example",
                        "%C3%A9",
                        "%FF",
                        "code%3A" + HANDLE,
                        "liveperson-window%3A" + HANDLE,
                        "A".repeat(3_000));
        List<String> answers =
                List.of(
                        "",
                        "&code=a.b.c",
                        "&code=" + HANDLE + "." + HANDLE + "." + HANDLE,
                        "&error=access_denied",
                        "&error=x&error_description=%22%3E%3Cscript%3E",
                        "&id_token=a.b.c",
                        "&redirect_uri=https%3A%2F%2Fevil.example%2F",
                        "&state=" + HANDLE);
        return Stream.concat(
                Stream.of("", "code=1", "error=x", "&&&", "=", "state"),
                states.stream().flatMap(s -> answers.stream().map(a -> "state=" + s + a)));
    }

    private static void stays(WindowClient client, String address) {
        refused(answer(client, address), address);
    }

    private static Reply answer(WindowClient client, String address) {
        return new ConsumerBrowser()
                .get(
                        client.request(
                                "response_type=code&scope=openid&state=s&redirect_uri="
                                        + Query.encode(address)));
    }

    private static void refused(Reply answer, String why) {
        assertThat(answer.status()).as(why).isEqualTo(400);
        assertThat(answer.header("Location")).as(why).isEmpty();
        assertThat(answer.headers().allValues("Refresh")).as(why).isEmpty();
        assertThat(answer.body()).as(why).doesNotContain("evil.example/", "<script>alert");
    }
}
