package io.github.keycloakliveperson.onboarding.check;

import io.github.keycloakliveperson.onboarding.setup.MapperSettings;
import io.github.keycloakliveperson.onboarding.setup.Setup;
import io.github.keycloakliveperson.onboarding.setup.UserStorage;
import java.util.Locale;
import java.util.Optional;

/**
 * The subject that the client's mappers make can't be guessed, and is the same in token and
 * identity function (L3, L34).
 */
final class SubjectCheck {

    private static final String ID = "subject";

    private static final String PAIRWISE = "oidc-sha256-pairwise-sub-mapper";
    private static final String CONSTANT = "oidc-hardcoded-claim-mapper";
    private static final String FORBIDDEN =
            " LivePerson forbids that: it can be guessed, it can change, and"
                    + " others may get it later.";
    private static final String DELETE =
            "Delete the mapper, so that the subject is Keycloak's own id of the user.";
    private static final String IMPORT =
            "Before the first conversation, turn on Import users in that"
                    + " provider, or add the mapper Pairwise subject identifier with a"
                    + " sector identifier URI to the client.";

    private SubjectCheck() {}

    static Check subject(Setup setup) {
        var writers = setup.inEffect().filter(SubjectCheck::writesSubject).toList();
        return writers.stream()
                .map(mapper -> fault(mapper, setup))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> writers.stream().map(SubjectCheck::changed).findFirst())
                .orElseGet(() -> withoutWriters(setup));
    }

    /** As Keycloak reads the setting: what isn't switched on is off. */
    private static boolean writesSubject(MapperSettings mapper) {
        return mapper.claim().equals("sub")
                && "true".equals(mapper.config().get("id.token.claim"))
                && !source(mapper).equals("id");
    }

    private static Optional<Check> fault(MapperSettings mapper, Setup setup) {
        if (mapper.providerId().equals(CONSTANT)) {
            return Optional.of(
                    Check.fail(
                            ID,
                            mapper.place() + " gives every consumer the same subject.",
                            DELETE));
        }
        var username = source(mapper).equals("username");
        if (isContact(source(mapper)) || username && isEmail(setup)) {
            return Optional.of(
                    Check.fail(
                            ID,
                            mapper.place()
                                    + " makes an e-mail address or a phone number the subject."
                                    + FORBIDDEN,
                            DELETE));
        }
        return username
                ? Optional.of(
                        Check.warn(
                                ID,
                                mapper.place()
                                        + " makes the user name the subject, which can be guessed and may"
                                        + " later belong to somebody else.",
                                DELETE))
                : Optional.empty();
    }

    private static Check changed(MapperSettings mapper) {
        return Check.warn(
                ID,
                mapper.place()
                        + " changes the subject, which must be unique, stable, never reused and"
                        + " not guessable.",
                DELETE);
    }

    private static Check withoutWriters(Setup setup) {
        if (setup.inEffect().anyMatch(mapper -> mapper.providerId().equals(PAIRWISE))) {
            return Check.pass(ID, "The subject is a pairwise identifier.");
        }
        var storages = setup.realm().storagesWithoutImport();
        var byEmail = storages.stream().filter(UserStorage::isByEmail).findFirst();
        if (byEmail.isPresent()) {
            return Check.fail(ID, foreign(byEmail.get(), "an e-mail address.") + FORBIDDEN, IMPORT);
        }
        if (!storages.isEmpty()) {
            return Check.warn(
                    ID,
                    foreign(storages.get(0), "which can be guessed and may be reused."),
                    IMPORT);
        }
        return Check.pass(ID, "The subject is Keycloak's own id of the user.");
    }

    private static String foreign(UserStorage storage, String end) {
        return ("The user storage \"%s\" doesn't import its users, so their subject"
                        + " holds their name there (f:…:name), %s")
                .formatted(storage.name(), end);
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
