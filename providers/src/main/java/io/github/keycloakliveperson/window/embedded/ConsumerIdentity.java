package io.github.keycloakliveperson.window.embedded;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What LivePerson's identity function passes on (L34).
 *
 * @param iss the issuer, exactly as in the id_token's {@code iss} (L4)
 * @param sub exactly as in the id_token's {@code sub} for this client (L3)
 */
@JsonPropertyOrder({"iss", "sub", "acr"})
public record ConsumerIdentity(String iss, String sub, String acr) {

    public ConsumerIdentity(String iss, String sub) {
        this(iss, sub, "loa1");
    }
}
