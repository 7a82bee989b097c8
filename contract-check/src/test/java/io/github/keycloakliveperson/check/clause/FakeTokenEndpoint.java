package io.github.keycloakliveperson.check.clause;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.contract.window.Encoding;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The fake provider's token endpoint; it takes raw Basic and credentials in the body. */
final class FakeTokenEndpoint {
    private final FakeProvider provider;

    FakeTokenEndpoint(FakeProvider provider) {
        this.provider = provider;
    }

    void redeem(Context context) {
        if (provider.has(Fault.REFUSES_FORM)) {
            error(context, 415, "invalid_request");
            return;
        }
        boolean renewal = "refresh_token".equals(context.formParam("grant_type"));
        if (!authenticated(context) && !(renewal && provider.has(Fault.RENEWS_FOR_ANYBODY))) {
            error(context, 401, "invalid_client");
            return;
        }
        if (renewal) {
            answer(context, Optional.empty(), provider.has(Fault.RENEWED_GARBAGE) ? "x" : "");
            return;
        }
        var code = String.valueOf(context.formParam("code"));
        var grant =
                provider.has(Fault.CODE_LIVES_ON)
                        ? provider.codes.get(code)
                        : provider.codes.remove(code);
        if (grant == null) {
            error(context, 400, provider.has(Fault.OWN_ERROR_WORD) ? "oops" : "invalid_grant");
            return;
        }
        boolean bound = grant.redirectUri().equals(context.formParam("redirect_uri"));
        if (!bound && !provider.has(Fault.ANY_REDIRECT_URI) || !verified(context, grant)) {
            error(context, 400, "invalid_grant");
            return;
        }
        answer(context, grant.nonce(), "");
    }

    private void answer(Context context, Optional<String> nonce, String before) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("access_token", accessToken());
        answer.put("expires_in", 300);
        answer.put(
                "scope",
                provider.has(Fault.API_SCOPE_LEFT_OUT)
                        ? "openid"
                        : "openid " + FakeProvider.API_SCOPE);
        if (!provider.has(Fault.NO_REFRESH_TOKEN)) {
            answer.put("refresh_token", "opaque-refresh-token");
        }
        answer.put("token_type", provider.has(Fault.NO_ID_TOKEN_TYPE) ? "MAC" : "Bearer");
        answer.put("id_token", before + provider.idTokens.issue(nonce));
        if (!provider.has(Fault.CACHEABLE)) {
            context.header("Cache-Control", "no-store");
        }
        context.json(answer);
    }

    private String accessToken() {
        if (provider.has(Fault.WORD_FOR_ACCESS_TOKEN)) {
            return "NotApplicable";
        }
        return provider.has(Fault.NOTHING_NEW) ? "the-only-one" : UUID.randomUUID().toString();
    }

    private boolean authenticated(Context context) {
        if (provider.has(Fault.ANY_SECRET)) {
            return true;
        }
        var header = context.header("Authorization");
        if (header == null) {
            return FakeProvider.CLIENT.equals(context.formParam("client_id"))
                    && FakeProvider.SECRET.equals(context.formParam("client_secret"));
        }
        var pair = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8);
        var expected = FakeProvider.CLIENT + ":" + FakeProvider.SECRET;
        return provider.has(Fault.DECODES_BASIC)
                ? Encoding.decode(pair).equals(expected)
                : pair.equals(expected);
    }

    private boolean verified(Context context, FakeProvider.Grant grant) {
        var verifier = context.formParam("code_verifier");
        if (grant.challenge().isEmpty() || provider.has(Fault.ANY_VERIFIER) && verifier != null) {
            return true;
        }
        if (verifier == null) {
            return provider.has(Fault.NO_VERIFIER_NEEDED);
        }
        return !provider.has(Fault.REFUSES_RIGHT_VERIFIER)
                && Pkce.of(verifier).challenge().equals(grant.challenge().get());
    }

    private static void error(Context context, int status, String word) {
        context.json(Map.of("error", word)).header("Cache-Control", "no-store").status(status);
    }
}
