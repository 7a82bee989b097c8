package io.github.keycloakliveperson.idtoken;

/** Refuses what must never have been pasted. */
final class Secrets {

    private Secrets() {}

    /**
     * Refuses a private or symmetric key.
     *
     * @param place where it stands in the paste
     */
    static EncryptionRefusal refuse(String place) {
        return new EncryptionRefusal(
                "There is a private or secret key in " + place + ".",
                "Paste the public key of LivePerson only, and treat the private key as disclosed:"
                        + " its owner has to replace it.");
    }
}
