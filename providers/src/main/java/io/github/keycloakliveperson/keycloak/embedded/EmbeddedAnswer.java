package io.github.keycloakliveperson.keycloak.embedded;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

/**
 * The headers of the embedded window's answers. They are written here, not by Keycloak's {@code
 * Cors} class, whose methods differ between the versions this JAR runs on (K23).
 */
public final class EmbeddedAnswer {

    /** How long browsers and proxies may cache an answer, in seconds. */
    public static final String A_FEW_MINUTES = "public, max-age=300";

    /** The same for what never changes at its address. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String VARIES = "Origin, Sec-Fetch-Site";
    private static final String NOBODY_FRAMES_IT = "default-src 'none'; frame-ancestors 'none'";

    private EmbeddedAnswer() {}

    /** An answer without a secret, for pages of any origin. */
    public static Response open(ResponseBuilder answer, String caching) {
        return answer.header(HttpHeaders.CACHE_CONTROL, caching)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", NOBODY_FRAMES_IT)
                .build();
    }

    /** An answer that pages with a Cross-Origin-Embedder-Policy may frame (HTML §7.1.4). */
    static ResponseBuilder embeddable(ResponseBuilder answer) {
        return answer.header("Cross-Origin-Embedder-Policy", "require-corp")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /** An answer about a consumer, for the pages of one origin. */
    static Response onlyFor(String origin, ResponseBuilder answer) {
        return unframed(
                answer.header("Access-Control-Allow-Origin", origin)
                        .header("Access-Control-Allow-Credentials", "true"));
    }

    /** An answer that no script may read: without CORS headers. */
    static Response refused(Status status, String why) {
        return unframed(Response.status(status).type(MediaType.TEXT_PLAIN_TYPE).entity(why));
    }

    /** The answer to a client id that isn't one of LivePerson's. */
    static Response noSuchClient() {
        return refused(
                Status.NOT_FOUND,
                "There is no enabled OpenID Connect client with this id and the LivePerson"
                        + " messaging window mapper.");
    }

    private static Response unframed(ResponseBuilder answer) {
        return answer.header(HttpHeaders.VARY, VARIES)
                .header("Content-Security-Policy", NOBODY_FRAMES_IT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
