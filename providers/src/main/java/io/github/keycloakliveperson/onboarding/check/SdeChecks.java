package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.sde.FieldSources;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What agents see of the consumer. */
final class SdeChecks {

    private SdeChecks() {}

    /** The user attributes that the mappers read can exist (K20). */
    static Finding userProfile(Setup setup) {
        if (setup.realm().anyAttribute()) {
            return Finding.pass("Users may have any attribute.");
        }
        Set<String> missing = new TreeSet<>();
        setup.inEffect()
                .filter(MapperSettings::isSde)
                .map(m -> FieldSources.attributes(m.providerId(), m.config()))
                .forEach(missing::addAll);
        missing.removeAll(setup.realm().attributes());
        return missing.isEmpty()
                ? Finding.pass("The user profile declares every attribute that the mappers read.")
                : Finding.warn(
                        "The user profile doesn't declare: "
                                + String.join(", ", missing)
                                + ". Users can't have these attributes; only groups can.",
                        "Declare them under Realm settings, User profile, or correct the mapper.");
    }

    /** The realm has organizations where a mapper asks for one (K40). */
    static Finding organizations(Setup setup) {
        var asked =
                setup.inEffect()
                        .filter(MapperSettings::isSde)
                        .anyMatch(
                                m -> FieldSources.asksForOrganization(m.providerId(), m.config()));
        return setup.realm().organizations() || !asked
                ? Finding.pass("No mapper asks for an organization in vain.")
                : Finding.warn(
                        "A mapper asks for the consumer's organization, but organizations are"
                                + " turned off in the realm.",
                        "Turn on Organizations under Realm settings, General, or correct the"
                                + " mapper.");
    }

    /** Mappers of only one kind write {@code lp_sdes} (K19, L8). */
    static Finding conflict(Setup setup) {
        var foreign =
                setup.inEffect().filter(SdeChecks::writesClaim).map(MapperSettings::place).toList();
        var ours = setup.inEffect().anyMatch(MapperSettings::isSde);
        if (foreign.size() > 1 || ours && !foreign.isEmpty()) {
            return Finding.fail(
                    "Another mapper writes lp_sdes too: " + String.join(", ", foreign) + ".",
                    "Keep the LivePerson mappers and delete it.");
        }
        if (!foreign.isEmpty()) {
            return Finding.warn(
                    "lp_sdes is written by hand: "
                            + foreign.get(0)
                            + ". Keycloak silently drops it if its JSON is malformed.",
                    "Use the LivePerson customer info and personal info mappers instead.");
        }
        Set<String> twice = new TreeSet<>();
        Stream.of(MapperSettings.CUSTOMER_INFO, MapperSettings.PERSONAL_INFO)
                .forEach(kind -> twice.addAll(atOdds(setup, kind)));
        return twice.isEmpty()
                ? Finding.pass("Every field of lp_sdes has one source.")
                : Finding.warn(
                        "Two mappers give different sources for: " + String.join(", ", twice) + ".",
                        "Keep one source for each field.");
    }

    /** No e-mail address that nobody has verified reaches the agent. */
    static Finding email(Setup setup) {
        if (setup.realm().verifiesEmail()) {
            return Finding.pass("Consumers can sign in only with a verified e-mail address.");
        }
        var tellers =
                setup.inEffect()
                        .filter(SdeChecks::tellsUnverified)
                        .map(MapperSettings::place)
                        .toList();
        return tellers.isEmpty()
                ? Finding.pass("No mapper sends an unverified e-mail address.")
                : Finding.warn(
                        "Agents may see an e-mail address that nobody has verified and that isn't"
                                + " the consumer's: "
                                + String.join(", ", tellers)
                                + ".",
                        "Turn on Verify email under Realm settings, Login. Or remove the mapper, or"
                                + " set its verified.only to true.");
    }

    private static boolean tellsUnverified(MapperSettings mapper) {
        return mapper.isSde()
                ? FieldSources.tellsUnverifiedEmail(mapper.providerId(), mapper.config())
                : mapper.claim().equals("email")
                        && !"false".equals(mapper.config().get("id.token.claim"));
    }

    private static boolean writesClaim(MapperSettings mapper) {
        return mapper.claim().equals("lp_sdes") || mapper.claim().startsWith("lp_sdes.");
    }

    private static Set<String> atOdds(Setup setup, String kind) {
        Map<String, String> sources = new HashMap<>();
        Set<String> fields = new TreeSet<>();
        setup.inEffect()
                .filter(mapper -> mapper.providerId().equals(kind))
                .flatMap(m -> FieldSources.of(m.providerId(), m.config()).entrySet().stream())
                .forEach(
                        field -> {
                            var other = sources.put(field.getKey(), field.getValue());
                            if (other != null && !other.equals(field.getValue())) {
                                fields.add(field.getKey());
                            }
                        });
        return fields;
    }
}
