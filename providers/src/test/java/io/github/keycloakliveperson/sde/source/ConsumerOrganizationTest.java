package io.github.keycloakliveperson.sde.source;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;

@DisplayName("K40: the organization of a sign-in is")
class ConsumerOrganizationTest {

    private static final Source.Organization ALIAS = new Source.Organization(".alias");
    private static final UserModel USER = knowing(UserModel.class, Map.of());

    /** Keycloak counts the client itself among the scopes; its name is what people call it. */
    private static final ClientModel CLIENT =
            knowing(ClientModel.class, Map.of("getName", "organization:named so"));

    private final Map<String, Boolean> memberships = new LinkedHashMap<>();
    private final Map<String, AuthenticatedClientSessionModel> clients = new HashMap<>();
    private List<String> granted = List.of();
    private boolean realmHas = true;
    private int lookUps;

    private ConsumerOrganizationTest in(String... aliases) {
        Stream.of(aliases).forEach(alias -> memberships.put(alias, true));
        return this;
    }

    private ConsumerOrganizationTest disabled(String alias) {
        memberships.put(alias, false);
        return this;
    }

    /** What the token's scopes are, and what was asked for and chosen for it. */
    private ConsumerOrganizationTest asked(String requested, String chosen, String... granted) {
        this.granted = List.of(granted);
        return at("own", requested, chosen);
    }

    private ConsumerOrganizationTest at(String client, String requested, String chosen) {
        Map<String, String> notes = new HashMap<>();
        notes.put("scope", requested);
        notes.put("kc.org", chosen);
        clients.put(
                client,
                model(
                        AuthenticatedClientSessionModel.class,
                        (proxy, method, arguments) -> notes.get(arguments[0])));
        return this;
    }

    @Test
    @DisplayName("the only one that the consumer is in")
    void only() {
        assertThat(in("acme").asked(null, null).found()).containsExactly("acme");
        assertThat(disabled("old").found()).as("beside a disabled one").containsExactly("acme");
        assertThat(found()).as("looked up once for a token").containsExactly("acme");
    }

    @Test
    @DisplayName("none where the consumer is in none, or the realm has none")
    void none() {
        assertThat(asked("openid", null).absence())
                .contains("the consumer is in no enabled organization");
        assertThat(disabled("old").absence())
                .contains("the consumer is in no enabled organization");
        in("acme").realmHas = false;
        assertThat(absence()).contains("organizations are turned off in the realm");
    }

    @Test
    @DisplayName("none where the consumer is in several, and none is named")
    void several() {
        in("acme", "bolt");

        assertThat(asked(null, null).absence().orElseThrow()).contains("in several organizations");
        assertThat(asked("openid organization", null, "organization").found()).isEmpty();
        assertThat(asked("openid organization:*", "id-acme", "organization:*").found())
                .as("a choice of an earlier sign-in")
                .isEmpty();
        assertThat(asked("openid", "id-acme", "email").found()).isEmpty();
    }

    @Test
    @DisplayName("the one that the client asked for")
    void named() {
        in("acme", "bolt");

        assertThat(asked("openid organization:bolt", "id-acme", "organization:bolt").found())
                .containsExactly("bolt");
        assertThat(asked("openid organization:acme", null, "organization:bolt").found())
                .as("a code of another tab")
                .containsExactly("bolt");
        assertThat(asked("", null, "organization:acme", "organization:bolt").absence())
                .as("two since 26.7")
                .isPresent();
    }

    @Test
    @DisplayName("the one that the consumer chose")
    void chosen() {
        in("acme", "bolt");

        assertThat(asked("openid organization", "id-bolt", "organization").found())
                .containsExactly("bolt");
    }

    @Test
    @DisplayName("never another one where that was disabled or left")
    void disabled_since() {
        in("acme").disabled("bolt");

        assertThat(asked("openid organization:bolt", null).absence().orElseThrow())
                .contains("not an enabled one of the consumer's");
        assertThat(asked("openid organization", "id-bolt", "organization").found()).isEmpty();
        assertThat(asked("openid organization:left", null).found()).isEmpty();
    }

    @Test
    @DisplayName("the one named or chosen for another client of the session, where all agree")
    void other_clients() {
        in("acme", "bolt").asked("openid", null).at("shop", "openid organization", "id-bolt");

        assertThat(found()).containsExactly("bolt");
        assertThat(at("app", "openid organization:bolt", null).found()).containsExactly("bolt");
        assertThat(at("wiki", "openid organization:acme", null).found()).isEmpty();
        assertThat(asked("organization:acme", null, "organization:acme").found())
                .as("this client's comes first")
                .containsExactly("acme");
    }

    @Test
    @DisplayName("asked for its attributes, its name and its alias")
    void values() {
        ConsumerOrganization acme = in("acme").asked(null, null).of();

        assertThat(acme.values(new Source.Organization(".name"))).containsExactly("Name of acme");
        assertThat(acme.values(ALIAS)).containsExactly("acme");
        assertThat(acme.values(new Source.Organization("tier"))).containsExactly("gold", "gold");
        assertThat(acme.values(new Source.Organization("none"))).isEmpty();
        assertThat(acme.absence()).isEmpty();
        assertThat(lookUps).isEqualTo(1);
    }

    @Property(seed = "20261129", tries = 500)
    void an_enabled_one_of_the_consumers_or_a_reason(
            @ForAll("alias") String a,
            @ForAll("alias") String b,
            @ForAll("alias") String off,
            @ForAll("scopes") List<String> scopes,
            @ForAll("alias") String chosen) {
        String[] asked = scopes.toArray(String[]::new);
        in(a, b).disabled(off).asked(String.join(" ", scopes), "id-" + chosen, asked);

        List<String> found = found();

        assertThat(found.size() + (absence().isPresent() ? 1 : 0)).isEqualTo(1);
        assertThat(found).allMatch(alias -> memberships.get(alias));
        Set<String> named = Set.copyOf(scopes.stream().filter(s -> s.matches(".*:[a-d]")).toList());
        if (!found.isEmpty() && !named.isEmpty()) {
            assertThat(named).contains("organization:" + found.get(0));
        }
    }

    @Provide
    Arbitrary<String> alias() {
        return Arbitraries.of("a", "b", "c", "d");
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.of(
                        "email",
                        "organization",
                        "organization:*",
                        "organization:a",
                        "organization:b")
                .list()
                .ofMaxSize(3);
    }

    private List<String> found() {
        return of().values(ALIAS);
    }

    private Optional<String> absence() {
        return of().absence();
    }

    private ConsumerOrganization of() {
        OrganizationProvider provider =
                model(
                        OrganizationProvider.class,
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "isEnabled" -> realmHas;
                                    case "getByMember" -> {
                                        lookUps++;
                                        yield memberships.entrySet().stream()
                                                .map(m -> organization(m.getKey(), m.getValue()));
                                    }
                                    default -> throw new AssertionError(method);
                                });
        return new ConsumerOrganization(
                knowing(KeycloakSession.class, Map.of("getProvider", provider)),
                knowing(
                        UserSessionModel.class,
                        Map.of("getUser", USER, "getAuthenticatedClientSessions", clients)),
                model(
                        ClientSessionContext.class,
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getClientSession" -> clients.get("own");
                                    case "getClientScopesStream" ->
                                            Stream.concat(
                                                    granted.stream()
                                                            .map(ConsumerOrganizationTest::scope),
                                                    Stream.of(CLIENT));
                                    default -> throw new AssertionError(method);
                                }));
    }

    private static ClientScopeModel scope(String name) {
        return knowing(ClientScopeModel.class, Map.of("getName", name));
    }

    private static OrganizationModel organization(String alias, boolean enabled) {
        return knowing(
                OrganizationModel.class,
                Map.of(
                        "getId",
                        "id-" + alias,
                        "getAlias",
                        alias,
                        "getName",
                        "Name of " + alias,
                        "isEnabled",
                        enabled,
                        "getAttributes",
                        Map.of("tier", List.of("gold", "gold"))));
    }
}
