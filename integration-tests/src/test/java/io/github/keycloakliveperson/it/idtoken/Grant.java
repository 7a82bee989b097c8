package io.github.keycloakliveperson.it.idtoken;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Every way to an id_token at Keycloak's own endpoints that a shared server has. */
enum Grant {
    CODE(null) {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            String code = client.party().signIn("consumer", Map.of("scope", scope)).get("code");
            return Leaving.of(client.party().redeem(code, Map.of()));
        }
    },
    IMPLICIT(null) {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return authorize(client, scope, "id_token", "fragment");
        }
    },
    HYBRID(null) {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return authorize(client, scope, "code id_token token", "fragment");
        }
    },
    FORM_POST(null) {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return authorize(client, scope, "id_token", "form_post");
        }
    },
    JARM(null) {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            Leaving answer = authorize(client, scope, "id_token", "fragment.jwt");
            String response = Query.of(answer.text().strip()).get("response");
            return response == null ? answer : new Leaving(answer.status(), payload(response));
        }
    },
    PASSWORD("password") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return Leaving.of(client.tokens("consumer", scope));
        }
    },
    CLIENT_CREDENTIALS("client_credentials") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return Leaving.of(
                    client.party().token(Map.of("grant_type", grantType(), "scope", scope)));
        }
    },
    DEVICE("urn:ietf:params:oauth:grant-type:device_code") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return Device.of(client).tokens(grantType(), scope);
        }
    },
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return exchange(client, scope, "urn:ietf:params:oauth:token-type:access_token");
        }
    },
    TOKEN_EXCHANGE_FOR_ID_TOKEN("urn:ietf:params:oauth:grant-type:token-exchange") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return exchange(client, scope, "urn:ietf:params:oauth:token-type:id_token");
        }
    },
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer") {
        @Override
        Leaving use(EncryptedClient client, String scope) {
            return Leaving.of(
                    client.party()
                            .token(
                                    Map.of(
                                            "grant_type", grantType(),
                                            "assertion", Asserting.in(client.realm()).assertion(),
                                            "scope", scope)));
        }
    };

    private final String grantType;

    Grant(String grantType) {
        this.grantType = grantType;
    }

    /** Its {@code grant_type}, null where the token endpoint isn't asked for it. */
    String grantType() {
        return grantType;
    }

    /** Asks the server whether it has the grant. */
    boolean isThere(TestRealm realm) {
        String discovery = "/.well-known/openid-configuration";
        return grantType == null
                || new ConsumerBrowser()
                        .get(URI.create(realm.issuer() + discovery))
                        .body()
                        .contains('"' + grantType + '"');
    }

    /** Uses it for the user {@code consumer}. */
    abstract Leaving use(EncryptedClient client, String scope);

    private static Leaving authorize(
            EncryptedClient client, String scope, String type, String mode) {
        Map<String, String> request =
                Map.of(
                        "response_type", type,
                        "response_mode", mode,
                        "nonce", "a-nonce",
                        "scope", scope);
        ConsumerBrowser browser = new ConsumerBrowser();
        Reply answer =
                browser.proceed(
                        browser.get(client.party().authorizationRequest(request)),
                        target -> target.startsWith(TestRealm.REDIRECT_URI),
                        "consumer",
                        TestRealm.PASSWORD);
        return Leaving.of(answer);
    }

    private static Leaving exchange(EncryptedClient client, String scope, String type) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", TOKEN_EXCHANGE.grantType);
        form.put("subject_token", subjectToken(client));
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("requested_token_type", type);
        form.put("scope", scope);
        return Leaving.of(client.party().token(form));
    }

    /** Another client's token for this one, since this one's own may be withheld. */
    private static String subjectToken(EncryptedClient client) {
        TestRealm realm = client.realm();
        TestClient other =
                realm.client(
                        EncryptedClient.name(),
                        settings -> settings.setDirectAccessGrantsEnabled(true));
        realm.mapper(
                other,
                "oidc-audience-mapper",
                Map.of(
                        "included.client.audience",
                        client.client().clientId(),
                        "access.token.claim",
                        "true"));
        TokenAnswer answer = new EncryptedClient(realm, other).tokens("consumer", "openid");
        return answer.text("access_token");
    }

    private static String payload(String jws) {
        return new String(
                Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
