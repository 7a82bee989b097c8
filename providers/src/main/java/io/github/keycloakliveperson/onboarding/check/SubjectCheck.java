package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import java.util.Comparator;
import java.util.Locale;

/** The subject that the client's mappers make can't be guessed, and stays the same (L3, L34). */
final class SubjectCheck {

    private static final String PAIRWISE = "oidc-sha256-pairwise-sub-mapper";
    private static final String CONSTANT = "oidc-hardcoded-claim-mapper";
    private static final String FORBIDDEN =
            " LivePerson forbids that: it can be guessed, it can change, and others may get it"
                    + " later.";
    private static final String DELETE =
            "Delete the mapper, so that the subject is Keycloak's own id of the user.";
    private static final String IMPORT =
            "Before the first conversation, turn on Import users in that provider, or add the"
                    + " mapper Pairwise subject identifier with a sector identifier URI to the"
                    + " client.";

    private SubjectCheck() {}

    static Finding subject(Setup setup) {
        return setup.inEffect()
                .filter(SubjectCheck::writesSubject)
                .map(mapper -> finding(mapper, setup))
                .max(Comparator.comparing(Finding::status))
                .orElseGet(() -> withoutWriters(setup));
    }

    /** As Keycloak reads the setting: what isn't switched on is off. */
    private static boolean writesSubject(MapperSettings mapper) {
        return mapper.claim().equals("sub")
                && "true".equals(mapper.config().get("id.token.claim"))
                && !source(mapper).equals("id");
    }

    private static Finding finding(MapperSettings mapper, Setup setup) {
        var mappers = mapper.place();
        if (mapper.providerId().equals(CONSTANT)) {
            return Finding.fail(mappers + " gives every consumer the same subject.", DELETE);
        }
        var username = source(mapper).equals("username");
        if (isContact(source(mapper)) || username && isEmail(setup)) {
            return Finding.fail(
                    mappers + " makes an e-mail address or a phone number the subject." + FORBIDDEN,
                    DELETE);
        }
        return Finding.warn(
                mappers
                        + (username
                                ? " makes the user name the subject, which can be guessed and may"
                                        + " later belong to somebody else."
                                : " changes the subject, which must be unique, stable, never reused"
                                        + " and not guessable."),
                DELETE);
    }

    private static Finding withoutWriters(Setup setup) {
        if (setup.inEffect().anyMatch(mapper -> mapper.providerId().equals(PAIRWISE))) {
            return Finding.pass("The subject is a pairwise identifier.");
        }
        var storages = setup.realm().storagesWithoutImport();
        var byEmail = storages.stream().filter(UserStorage::isByEmail).findFirst();
        if (byEmail.isPresent()) {
            return Finding.fail(foreign(byEmail.get(), "an e-mail address.") + FORBIDDEN, IMPORT);
        }
        if (!storages.isEmpty()) {
            return Finding.warn(
                    foreign(storages.get(0), "which can be guessed and may be reused."), IMPORT);
        }
        return Finding.pass("The subject is Keycloak's own id of the user.");
    }

    private static String foreign(UserStorage storage, String end) {
        return "The user storage \""
                + storage.name()
                + "\" doesn't import its users, so their subject holds their name there (f:…:name), "
                + end;
    }

    private static String source(MapperSettings mapper) {
        return mapper.config().getOrDefault("user.attribute", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isContact(String source) {
        return source.contains("mail") || source.contains("phone") || source.contains("mobile");
    }

    private static boolean isEmail(Setup setup) {
        return setup.realm().emailAsUsername()
                || setup.realm().storagesWithoutImport().stream().anyMatch(UserStorage::isByEmail);
    }
}
