package io.github.keycloakliveperson.onboarding.setup;

import io.github.keycloakliveperson.guard.IndispensableMapper;
import io.github.keycloakliveperson.sde.CustomerInfoMapper;
import io.github.keycloakliveperson.sde.PersonalInfoMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A protocol mapper of a client or of one of its client scopes.
 *
 * @param scope the client scope it is in, empty where it is on the client itself
 * @param always whether it works for every token, not only when an optional scope is asked for
 * @param installed whether Keycloak knows its kind (K18)
 * @param restriction for whom or when Keycloak leaves it out all the same (K33), empty where it
 *     doesn't
 * @param problem why its settings would not be accepted now, empty where they would (K31)
 * @param unknownKeys names of settings that mappers of its kind don't have, in their order
 */
public record MapperSettings(
        String name,
        String providerId,
        Optional<String> scope,
        boolean always,
        boolean installed,
        Optional<String> restriction,
        Optional<String> problem,
        Map<String, String> config,
        List<String> unknownKeys) {

    public static final String WINDOW = IndispensableMapper.WINDOW.id();

    public static final String CUSTOMER_INFO = CustomerInfoMapper.PROVIDER_ID;

    public static final String PERSONAL_INFO = PersonalInfoMapper.PROVIDER_ID;

    public static final String ENCRYPTION = IndispensableMapper.ENCRYPTION.id();

    private static final Set<String> SDE = Set.of(CUSTOMER_INFO, PERSONAL_INFO);
    private static final Set<String> OURS =
            Set.of(WINDOW, CUSTOMER_INFO, PERSONAL_INFO, ENCRYPTION);

    /** A mapper of which nothing is known to be wrong. */
    public MapperSettings(
            String name,
            String providerId,
            Optional<String> scope,
            boolean always,
            boolean installed,
            Map<String, String> config) {
        this(
                name,
                providerId,
                scope,
                always,
                installed,
                Optional.empty(),
                Optional.empty(),
                config,
                List.of());
    }

    /** The same with what is wrong with it. */
    public MapperSettings with(Optional<String> found, List<String> unknown) {
        return new MapperSettings(
                name, providerId, scope, always, installed, restriction, found, config, unknown);
    }

    public MapperSettings restricted(Optional<String> how) {
        return new MapperSettings(
                name, providerId, scope, always, installed, how, problem, config, unknownKeys);
    }

    public boolean isOurs() {
        return OURS.contains(providerId);
    }

    public boolean isSde() {
        return SDE.contains(providerId);
    }

    /** The claim that a stock mapper writes, empty where it doesn't say. */
    public String claim() {
        return config.getOrDefault("claim.name", "");
    }

    /** Where to find it, for a sentence. */
    public String place() {
        return "Mapper \"" + name + "\" " + scope.map(MapperSettings::in).orElse("on the client");
    }

    private static String in(String scope) {
        return "in the client scope \"" + scope + "\"";
    }
}
