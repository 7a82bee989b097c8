package io.github.keycloakliveperson.idtoken;

import static io.github.keycloakliveperson.idtoken.key.TestKeys.FIRST;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.SECOND;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.certificate;
import static io.github.keycloakliveperson.idtoken.key.TestKeys.pem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.Models;
import io.github.keycloakliveperson.guard.DeclaredMapper;
import io.github.keycloakliveperson.idtoken.key.EncryptionRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

@DisplayName("L16: whether tokens can be encrypted is known before a login")
class EncryptionReadinessTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final EncryptorCache encryptors = new EncryptorCache();

    @Test
    void a_key_without_an_end_is_ready_for_good() {
        EncryptionReadiness readiness = judge(client(Map.of()), mapper(pem(FIRST), "lpsso2026"));

        assertThat(readiness.isReady()).isTrue();
        assertThat(readiness.daysLeft()).isEmpty();
    }

    @Test
    void a_certificate_has_days_left() {
        Instant end = NOW.plus(Duration.ofDays(30)).plusSeconds(3600);
        EncryptionReadiness readiness =
                judge(
                        client(Map.of()),
                        mapper(certificate(FIRST, NOW.minusSeconds(60), end), "lpsso2026"));

        assertThat(readiness.daysLeft()).hasValue(30);
    }

    @Test
    void a_following_certificate_counts() {
        Instant change = NOW.plus(Duration.ofDays(30));
        Instant end = NOW.plus(Duration.ofDays(300));
        String both =
                certificate(FIRST, NOW.minusSeconds(60), change)
                        + certificate(SECOND, change.minusSeconds(60), end);

        assertThat(judge(client(Map.of()), mapper(both, "a,b")).daysLeft()).hasValue(300);
    }

    @Test
    void an_unusable_key_is_not_ready() {
        EncryptionReadiness readiness = judge(client(Map.of()), mapper("nonsense!", "a"));

        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.refusal().orElseThrow().problem()).contains("cannot be read");
    }

    @Test
    void a_key_whose_time_has_not_come_is_not_ready_yet() {
        String later = certificate(FIRST, NOW.plusSeconds(60), NOW.plusSeconds(600));

        assertThat(judge(client(Map.of()), mapper(later, "a")).refusal())
                .map(EncryptionRefusal::problem)
                .hasValueSatisfying(problem -> assertThat(problem).contains("valid yet"));
    }

    @Test
    @DisplayName("K15: is not ready if native encryption is on")
    void native_encryption() {
        EncryptionReadiness readiness =
                judge(
                        client(Map.of("id.token.encrypted.response.alg", "RSA-OAEP-256")),
                        mapper(pem(FIRST), "a"));

        assertThat(readiness.refusal().orElseThrow().problem())
                .contains("ID token encryption of the client itself is on");
    }

    @Test
    void native_encryption_that_was_emptied_is_off() {
        Map<String, String> emptied =
                Map.of(
                        "id.token.encrypted.response.alg", "",
                        "id.token.encrypted.response.enc", "");

        assertThat(judge(client(emptied), mapper(pem(FIRST), "a")).isReady()).isTrue();
        assertThat(
                        judge(
                                        client(
                                                Map.of(
                                                        "id.token.encrypted.response.enc",
                                                        "A256GCM")),
                                        mapper(pem(FIRST), "a"))
                                .isReady())
                .isFalse();
    }

    @Test
    void two_mappers_are_not_ready() {
        Optional<EncryptionRefusal> refusal =
                judge(client(Map.of()), mapper(pem(FIRST), "a"), mapper(pem(FIRST), "a")).refusal();

        assertThat(refusal.orElseThrow())
                .hasMessageContaining("2 encryption mappers")
                .hasMessageContaining("Keep one, on the client itself.");
    }

    @Test
    @DisplayName("K33: a mapper of another protocol never runs, so it is not ready")
    void wrong_protocol() {
        ProtocolMapperModel mapper = mapper(pem(FIRST), "a");
        mapper.setProtocol("openid_connect");

        assertThat(judge(client(Map.of()), mapper).refusal().orElseThrow())
                .hasMessageContaining("another protocol");
    }

    @Test
    @DisplayName(
            "K33: a mapper in a client scope is not ready, because Keycloak can skip "
                    + "whole scopes")
    void in_a_client_scope() {
        EncryptionReadiness readiness =
                EncryptionReadiness.judge(
                        List.of(new DeclaredMapper(mapper(pem(FIRST), "a"), scope(), false)),
                        encryptors,
                        NOW);

        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.refusal().orElseThrow())
                .hasMessageContaining("in a client scope")
                .hasMessageContaining("to the client itself");
    }

    private EncryptionReadiness judge(ClientModel client, ProtocolMapperModel... mappers) {
        return EncryptionReadiness.judge(
                Arrays.stream(mappers).map(m -> new DeclaredMapper(m, client, false)).toList(),
                encryptors,
                NOW);
    }

    private static ClientScopeModel scope() {
        return Models.withOnly(ClientScopeModel.class, Map.of());
    }

    private static ProtocolMapperModel mapper(String key, String kid) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocol("openid-connect");
        mapper.setConfig(Map.of("public.key", key, "key.id", kid));
        return mapper;
    }

    /** A client of which only the attributes are read. */
    private static ClientModel client(Map<String, String> attributes) {
        return Models.model(
                ClientModel.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getAttribute")) {
                        return attributes.get((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
