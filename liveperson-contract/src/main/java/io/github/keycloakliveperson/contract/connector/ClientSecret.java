package io.github.keycloakliveperson.contract.connector;

import java.util.Objects;

/**
 * The connector's client secret; {@link #toString()} does not show it.
 *
 * @param value the secret as it was typed in
 */
public record ClientSecret(String value) {

    public ClientSecret {
        Objects.requireNonNull(value, "The client secret is missing.");
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
