package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.PastedText;
import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.InvalidSourceException;
import io.github.keycloakliveperson.sde.source.Source;
import io.github.keycloakliveperson.sde.value.UnconvertibleException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The configuration of one SDE mapper, parsed. Every setting's default is empty, which leaves the
 * field out, off for userinfo, and on for verified addresses only.
 *
 * @param type the mapper's type
 * @param sources the usable sources, in the fields' order
 * @param problems what is wrong with the other settings, a sentence each
 * @param inUserInfo whether the claim goes into userinfo too
 * @param verifiedOnly whether the consumer's e-mail address is left out while nobody has verified
 *     it
 */
public record SdeSettings(
        SdeType type,
        Map<SdeField, Source> sources,
        Map<SdeField, String> problems,
        boolean inUserInfo,
        boolean verifiedOnly) {

    /** Keycloak's own name for "add to userinfo". */
    static final String USERINFO = "userinfo.token.claim";

    static final String USERINFO_LABEL = "Add to userinfo";
    static final String USERINFO_HELP =
            "Also adds lp_sdes to the userinfo response. Off by default, because LivePerson reads"
                    + " the ID token. The claim is never added to access tokens.";

    /** Anything but {@code false} leaves unverified addresses out. */
    static final String VERIFIED_ONLY = "verified.only";

    static final String VERIFIED_ONLY_LABEL = "Verified e-mail address only";
    static final String VERIFIED_ONLY_HELP =
            "Leaves the consumer's e-mail address out of every field until it is verified."
                    + " Consumers can enter any address in the account console, and agents take"
                    + " it for"
                    + " checked.";

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
        for (SdeField field : SdeField.of(type)) {
            String setting = config.get(field.setting());
            if (!clean(setting).isEmpty()) {
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
                "true".equals(clean(config.get(USERINFO))),
                !"false".equals(clean(config.get(VERIFIED_ONLY))));
    }

    /**
     * Finds everything that saving should refuse: the {@link #problems} and constants that never
     * convert.
     *
     * @param today the day in UTC, for a constant birthdate
     * @return a sentence for each unusable field
     */
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

    private static String clean(String setting) {
        return setting == null ? "" : PastedText.name(setting);
    }

    private static void checkConstant(
            SdeField field, String text, LocalDate today, Map<SdeField, String> refusals) {
        try {
            field.kind().convert(text, today);
        } catch (UnconvertibleException unconvertible) {
            refusals.put(
                    field,
                    "The constant of the setting "
                            + field.setting()
                            + " never converts: "
                            + unconvertible.getMessage()
                            + '.');
        }
    }

    private static void checkName(SdeType type, String name, Map<SdeField, String> problems) {
        SdeField meant = SdeField.meantBy(type, name);
        if (meant != null && !meant.setting().equals(name)) {
            problems.putIfAbsent(
                    meant,
                    "The setting "
                            + name
                            + " does not exist: write "
                            + meant.setting()
                            + " instead.");
        }
    }
}
