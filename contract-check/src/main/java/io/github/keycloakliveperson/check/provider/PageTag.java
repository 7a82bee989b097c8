package io.github.keycloakliveperson.check.provider;

import java.util.Optional;

/**
 * The provider's part in the brand's pages, where it has one.
 *
 * @param script address of the script that defines the method LivePerson calls
 * @param identity address that the identity function asks, if it calls one
 * @param origin a page's origin that the provider knows
 */
public record PageTag(String script, Optional<String> identity, String origin) {}
