package io.github.keycloakliveperson.contract.key;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Findings;
import io.github.keycloakliveperson.contract.clause.RefusedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One pasted key (L11): base64 SPKI on one line; the token's {@code kid} doesn't matter. */
public final class PastedKey implements VerificationKeys {

    private static final String ATTEMPT = "pasted key";

    private final String base64Spki;

    /**
     * @param base64Spki the text in the connector's field, whatever it is
     */
    public PastedKey(String base64Spki) {
        this.base64Spki = base64Spki;
    }

    @Override
    public Chosen choose(Optional<String> kid) throws RefusedException {
        var about = new Findings();
        about.pass(L12, "kid", "a pasted key needs none");
        return new Chosen(key(), about.list().get(0));
    }

    @Override
    public List<Finding> findings() {
        var about = new Findings();
        try {
            about.pass(L11, ATTEMPT, key().getModulus().bitLength() + " bits, base64 SPKI");
        } catch (RefusedException e) {
            about.add(e.finding());
        }
        return about.list();
    }

    private RSAPublicKey key() throws RefusedException {
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
        return new RefusedException(L11, ATTEMPT, KEY_FORMAT, "it cannot be read: " + why);
    }
}
