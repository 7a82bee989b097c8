package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.Setting;
import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.InvalidSourceException;
import io.github.keycloakliveperson.sde.source.Source;
import io.github.keycloakliveperson.sde.value.UnconvertibleException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The configuration of one SDE mapper, parsed. Every setting's default is empty, which leaves the
 * field out, off for userinfo, and on for verified addresses only.
 *
 * @param sources the usable sources, in the fields' order
 * @param problems what is wrong with the other settings, a sentence each
 * @param verifiedOnly whether the consumer's e-mail address is left out while nobody has verified
 *     it
 */
public record SdeSettings(
        SdeType type,
        Map<SdeField, Source> sources,
        Map<SdeField, String> problems,
        boolean inUserInfo,
        boolean verifiedOnly) {

    /** By Keycloak's own name for it. */
    private static final Setting<Boolean> USERINFO =
            Setting.flag(
                    "userinfo.token.claim",
                    "Add to userinfo",
                    false,
                    "Also adds lp_sdes to the userinfo response. Off by default,"
                            + " because LivePerson reads the ID token. The claim is never added"
                            + " to access tokens.");

    private static final Setting<Boolean> VERIFIED_ONLY =
            Setting.flag(
                    "verified.only",
                    "Verified e-mail address only",
                    true,
                    "Leaves the consumer's e-mail address out of every field until it"
                            + " is verified. Consumers can enter any address in the account"
                            + " console, and agents take it for checked.");

    static List<ProviderConfigProperty> properties(SdeType type) {
        return Stream.concat(
                        SdeField.of(type).stream().map(field -> field.form().property()),
                        Stream.of(VERIFIED_ONLY.property(), USERINFO.property()))
                .toList();
    }

    /**
     * Parses a mapper's configuration. It never throws, as imported configurations reach the run
     * time unchecked (K31): what can't be used is kept as a problem.
     *
     * @param config the mapper's settings, null for none; unknown ones are ignored unless they are
     *     a field's name in the wrong case
     */
    public static SdeSettings parse(SdeType type, Map<String, String> config) {
        if (config == null) {
            return parse(type, Map.of());
        }
        Map<SdeField, Source> sources = new EnumMap<>(SdeField.class);
        Map<SdeField, String> problems = new EnumMap<>(SdeField.class);
        for (var field : SdeField.of(type)) {
            var setting = field.form().raw(config);
            if (!PastedText.name(setting).isEmpty()) {
                try {
                    sources.put(field, Source.parse(setting));
                } catch (InvalidSourceException invalid) {
                    problems.put(
                            field, "The setting " + field.setting() + ' ' + invalid.getMessage());
                }
            }
        }
        config.keySet().forEach(name -> checkName(type, name, problems));
        return new SdeSettings(
                type,
                Collections.unmodifiableMap(sources),
                Collections.unmodifiableMap(problems),
                USERINFO.in(config),
                VERIFIED_ONLY.in(config));
    }

    /** What saving should refuse: the {@link #problems} and constants that never convert. */
    public Map<SdeField, String> refusals(LocalDate today) {
        Map<SdeField, String> refusals = new EnumMap<>(SdeField.class);
        refusals.putAll(problems);
        sources.forEach(
                (field, source) -> {
                    if (source instanceof Source.Constant constant) {
                        checkConstant(field, constant.text(), today, refusals);
                    }
                });
        return refusals;
    }

    private static void checkConstant(
            SdeField field, String text, LocalDate today, Map<SdeField, String> refusals) {
        try {
            field.kind().convert(text, today);
        } catch (UnconvertibleException unconvertible) {
            refusals.put(
                    field,
                    "The constant of the setting %s never converts: %s."
                            .formatted(field.setting(), unconvertible.getMessage()));
        }
    }

    private static void checkName(SdeType type, String name, Map<SdeField, String> problems) {
        var meant = SdeField.meantBy(type, name);
        if (meant != null && !meant.setting().equals(name)) {
            problems.putIfAbsent(
                    meant,
                    "The setting %s does not exist: write %s instead."
                            .formatted(name, meant.setting()));
        }
    }
}
