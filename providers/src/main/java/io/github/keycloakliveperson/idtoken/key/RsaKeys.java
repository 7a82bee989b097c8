package io.github.keycloakliveperson.idtoken.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.stream.IntStream;

/** Makes RSA keys that LivePerson's encryption allows (L1, L13; RFC 7518 §4.3). */
final class RsaKeys {

    static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 16384;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);

    /**
     * The product of the odd primes below 752. No modulus has one as a factor (NIST SP 800-89
     * §5.3.3); most numbers that were read in a wrong alphabet or byte order have.
     */
    private static final BigInteger SMALL_PRIMES =
            IntStream.range(3, 752)
                    .mapToObj(BigInteger::valueOf)
                    .filter(n -> n.isProbablePrime(30))
                    .reduce(BigInteger.ONE, BigInteger::multiply);

    private RsaKeys() {}

    /** The key of these numbers, if it is long enough, at its place in the paste. */
    static RSAPublicKey of(String place, BigInteger modulus, BigInteger exponent)
            throws EncryptionRefusal {
        var bits = modulus.bitLength();
        if (bits < LEAST_BITS) {
            throw new EncryptionRefusal(
                    "The RSA key in " + place + " has " + bits + " bits, under 2048.",
                    "Ask LivePerson for a key of 2048 bits or more.");
        }
        var odd = modulus.testBit(0) && exponent.testBit(0);
        var sieved = modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE);
        if (bits > MOST_BITS || !odd || !sieved || exponent.compareTo(LEAST_EXPONENT) < 0) {
            throw EncryptionRefusal.damaged("The numbers", place, "are not those of an RSA key");
        }
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw EncryptionRefusal.damaged("The numbers", place, "are not those of an RSA key");
        }
    }
}
