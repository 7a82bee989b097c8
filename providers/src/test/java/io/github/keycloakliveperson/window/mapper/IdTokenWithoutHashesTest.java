package io.github.keycloakliveperson.window.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.TokenCategory;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

@DisplayName("An id_token without the hashes of values that its receiver never sees")
class IdTokenWithoutHashesTest {

    private static final Object SDES =
            List.of(Map.of("type", "ctmrinfo", "info", Map.of("balance", -400.99)));

    @Test
    @DisplayName("has neither at_hash nor s_hash if both are left out")
    void omitsBoth() {
        IDToken bare = IdTokenWithoutHashes.of(full(), true, true);

        bare.setAccessTokenHash("of the replaced token");
        bare.setStateHash("of the handle");

        assertThat(json(bare).fieldNames()).toIterable().doesNotContain("at_hash", "s_hash");
    }

    @Test
    @DisplayName("keeps a correct hash")
    void omitsOne() {
        IDToken withoutAccessToken = IdTokenWithoutHashes.of(full(), true, false);
        withoutAccessToken.setAccessTokenHash("a");
        withoutAccessToken.setStateHash("s");
        IDToken withoutState = IdTokenWithoutHashes.of(full(), false, true);
        withoutState.setAccessTokenHash("a");
        withoutState.setStateHash("s");

        assertThat(json(withoutAccessToken).has("at_hash")).isFalse();
        assertThat(json(withoutAccessToken).path("s_hash").asText()).isEqualTo("s");
        assertThat(json(withoutState).has("s_hash")).isFalse();
        assertThat(json(withoutState).path("at_hash").asText()).isEqualTo("a");
    }

    @Test
    @DisplayName("is the token itself if nothing is left out")
    void untouched() {
        IDToken token = full();

        assertThat(IdTokenWithoutHashes.of(token, false, false)).isSameAs(token);
    }

    @Test
    @DisplayName("keeps everything else in the token, in the same order")
    void sameOtherwise() throws Exception {
        String expected = JsonSerialization.writeValueAsString(full());

        IDToken bare = IdTokenWithoutHashes.of(full(), true, true);

        assertThat(JsonSerialization.writeValueAsString(bare)).isEqualTo(expected);
        assertThat(bare.getCategory()).isEqualTo(TokenCategory.ID);
    }

    @Test
    @DisplayName("keeps every claim of Keycloak's class")
    void everyClaim() throws Exception {
        ObjectNode claims = JsonSerialization.mapper.createObjectNode();
        JsonSerialization.mapper
                .getSerializerProviderInstance()
                .findValueSerializer(IDToken.class)
                .properties()
                .forEachRemaining(property -> put(claims, property.getName()));
        claims.remove(List.of("at_hash", "s_hash"));
        IDToken token = JsonSerialization.mapper.convertValue(claims, IDToken.class);

        assertThat(claims.size()).isGreaterThan(20);
        assertThat(json(IdTokenWithoutHashes.of(token, true, true))).isEqualTo(json(token));
    }

    @Test
    @DisplayName("keeps the same objects that other mappers put in, including null")
    void otherClaimsKeepTheirIdentity() {
        IDToken token = full();
        token.getOtherClaims().put("nothing", null);

        IDToken bare = IdTokenWithoutHashes.of(token, true, false);

        assertThat(bare.getOtherClaims().get("lp_sdes")).isSameAs(SDES);
        assertThat(bare.getOtherClaims()).containsKey("nothing");
    }

    private static void put(ObjectNode claims, String name) {
        switch (name) {
            case "exp", "nbf", "iat", "auth_time", "updated_at" -> claims.put(name, 1_790_000_000L);
            case "email_verified", "phone_number_verified" -> claims.put(name, true);
            case "aud" -> claims.putArray(name).add("a").add("b");
            case "address", "otherClaims" -> claims.remove(name);
            default -> claims.put(name, "value of " + name);
        }
    }

    private static IDToken full() {
        IDToken token = new IDToken();
        token.id("id").issuer("https://idp.example/realms/brand").subject("s").audience("client");
        token.exp(1_790_000_000L).iat(1_780_000_000L).type("ID").issuedFor("client");
        token.setNonce("n");
        token.setAuth_time(1_780_000_000L);
        token.setSessionId("sid");
        token.setGivenName("Zoë 😀");
        token.setEmailVerified(true);
        token.setAcr("1");
        token.getOtherClaims().put("lp_sdes", SDES);
        return token;
    }

    private static JsonNode json(IDToken token) {
        try {
            return JsonSerialization.mapper.readTree(JsonSerialization.writeValueAsString(token));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
