package io.github.keycloakliveperson.window.mapper;

import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.TokenCategory;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

@DisplayName("The access token that the minimal token response discards (L20)")
class DiscardedAccessTokenTest {

    @Test
    @DisplayName("is signed like Keycloak's own tokens, without RSA")
    void category() {
        assertThat(mapped(full(), Map.of()).getCategory()).isEqualTo(TokenCategory.INTERNAL);
    }

    @Test
    @DisplayName("stays unchanged if it leaves the server")
    void untrimmed() {
        AccessToken token = full();

        AccessToken mapped = mapped(token, Map.of("minimal.token.response", "false"));

        assertThat(mapped).isSameAs(token);
        assertThat(mapped.getCategory()).isEqualTo(TokenCategory.ACCESS);
    }

    @Test
    @DisplayName("keeps all its claims, for the id_token and the mappers that follow")
    void sameOtherwise() throws Exception {
        String expected = JsonSerialization.writeValueAsString(full());

        assertThat(JsonSerialization.writeValueAsString(mapped(full(), Map.of())))
                .isEqualTo(expected)
                .contains("given_name", "realm_access", "resource_access", "scope", "cnf");
    }

    @Test
    @DisplayName("keeps the same objects that other mappers put in")
    void otherClaimsKeepTheirIdentity() {
        AccessToken token = full();
        Object tiers = token.getOtherClaims().get("tiers");

        assertThat(mapped(token, Map.of()).getOtherClaims().get("tiers")).isSameAs(tiers);
    }

    private static AccessToken mapped(AccessToken token, Map<String, String> config) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName("window");
        model.setProtocolMapper(WindowMapper.PROVIDER_ID);
        model.setConfig(config);
        ClientModel client = model(ClientModel.class, (p, m, a) -> Stream.of(model));
        var clientSession = model(AuthenticatedClientSessionModel.class, (p, m, a) -> client);
        var context = model(ClientSessionContext.class, (p, m, a) -> clientSession);
        return new WindowMapper().transformAccessToken(token, model, null, null, context);
    }

    private static AccessToken full() {
        AccessToken token = new AccessToken();
        token.id("id").issuer("https://idp.example/realms/brand").subject("s").type("Bearer");
        token.audience("account").exp(1_790_000_000L).iat(1_780_000_000L).issuedFor("client");
        token.setNonce("n");
        token.setSessionId("sid");
        token.setGivenName("Zoë 😀");
        token.setScope("openid email");
        token.setRealmAccess(new AccessToken.Access().addRole("user"));
        token.addAccess("account").addRole("view-profile");
        token.setConfirmation(new AccessToken.Confirmation());
        token.getConfirmation().setCertThumbprint("thumb");
        token.getOtherClaims().put("tiers", List.of("gold"));
        return token;
    }
}
