package io.github.keycloakliveperson.demo.brand;

import io.github.keycloakliveperson.demo.setup.KeycloakSite;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;

/**
 * The brand's API, which returns a customer's own latest bill. It accepts an access token of the
 * realm that was issued for it, with the scope for bills (RFC 6750), and nothing else: no id_token,
 * no refresh token, no token for another API.
 */
final class BillApi {

    static final String PATH = "/api/bill";

    /** The kind of token, as Keycloak writes it into the claims; an id_token has {@code ID}. */
    private static final String ACCESS_TOKEN = "Bearer";

    private static final String BILL =
            "{\"amount\":\"92.90 €\",\"taken\":\"2 November\",\"customer\":\"%s\"}";

    private final JwtConsumer verifier;

    BillApi(KeycloakSite keycloak) {
        this.verifier = RealmTokens.verifier(keycloak, KeycloakSite.API_AUDIENCE);
    }

    void bill(Context context) {
        var header = context.header("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            refuse(context, HttpStatus.UNAUTHORIZED, "");
            return;
        }
        try {
            var claims = verifier.processToClaims(header.substring("Bearer ".length()));
            if (!ACCESS_TOKEN.equals(claims.getClaimValueAsString("typ"))) {
                refuse(context, HttpStatus.UNAUTHORIZED, " error=\"invalid_token\"");
            } else if (!hasScope(claims)) {
                refuse(context, HttpStatus.FORBIDDEN, " error=\"insufficient_scope\"");
            } else {
                context.contentType("application/json;charset=utf-8")
                        .result(BILL.formatted(claims.getClaimValueAsString("sub")));
            }
        } catch (InvalidJwtException e) {
            refuse(context, HttpStatus.UNAUTHORIZED, " error=\"invalid_token\"");
        }
    }

    private static boolean hasScope(JwtClaims claims) {
        var scope = String.valueOf(claims.getClaimValueAsString("scope"));
        return Arrays.asList(scope.split(" ")).contains(KeycloakSite.API_SCOPE);
    }

    private static void refuse(Context context, HttpStatus status, String error) {
        context.status(status).header("WWW-Authenticate", "Bearer" + error);
    }
}
