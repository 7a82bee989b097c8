package io.github.keycloakliveperson.onboarding.setup;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the tokens of a client with the encryption mapper can be encrypted right now.
 *
 * @param problem why they can't, empty where they can
 * @param daysLeft whole days until the key ends, empty where it doesn't
 */
public record Encryption(Optional<String> problem, OptionalLong daysLeft) {}
