package io.github.keycloakliveperson.contract.key;

import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** One pasted key (L11): base64 SPKI on one line; the token's {@code kid} plays no part. */
public final class PastedKey implements VerificationKeys {

    private final String base64Spki;

    public PastedKey(String base64Spki) {
        this.base64Spki = base64Spki;
    }

    @Override
    public RSAPublicKey choose(Optional<String> kid) throws RefusedException {
        if (base64Spki.startsWith("-----")) {
            throw unreadable("it has a PEM header; paste the base64 between the header lines");
        }
        if (base64Spki.chars().anyMatch(Character::isWhitespace)) {
            throw unreadable("it has line breaks or blanks; paste it on one line");
        }
        try {
            var spki = new X509EncodedKeySpec(Base64.getDecoder().decode(base64Spki));
            return VerificationKeys.usable(KeyFactory.getInstance("RSA").generatePublic(spki));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable("it is not base64 of an RSA public key (SPKI)");
        }
    }

    private static RefusedException unreadable(String why) {
        return new RefusedException(
                LivePersonError.KEY_FORMAT, "L11", "The pasted key cannot be read: " + why + ".");
    }
}
