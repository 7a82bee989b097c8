package io.github.keycloakliveperson.idtoken.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.PastedText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One JWK (RFC 7517, RFC 7518 §6.3) at its place in the paste. */
record Jwk(String place, JsonNode json) {

    /** What LivePerson decrypts (L13). */
    static final String ALG = "RSA-OAEP-256";

    private static final List<String> SECRET_MEMBERS =
            List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:0x)?[0-9A-Fa-f]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~\\s]+");

    /** In bytes. */
    private static final int LONGEST_EXPONENT = 32;

    private static final List<String> ENCRYPTING = List.of("encrypt", "wrapKey");

    void refuseSecret() throws EncryptionRefusal {
        if (SECRET_MEMBERS.stream().anyMatch(json::has)) {
            throw EncryptionRefusal.secret(place);
        }
    }

    /** Why this key isn't for encryption with RSA-OAEP-256; empty where it is. */
    Optional<EncryptionRefusal> madeForAnotherUse() {
        var kty = text("kty");
        if (kty.isEmpty()) {
            return Optional.of(refuse("has no kty"));
        }
        if (!"RSA".equals(kty)) {
            var algorithm = PastedText.shown((kty + " " + text("crv")).strip());
            return Optional.of(EncryptionRefusal.wrongAlgorithm(place, algorithm));
        }
        var operations = json.path("key_ops");
        var encrypts =
                StreamSupport.stream(operations.spliterator(), false)
                        .anyMatch(operation -> ENCRYPTING.contains(operation.asText()));
        return other("use", "enc")
                .or(() -> other("alg", ALG))
                .or(
                        () ->
                                operations.isMissingNode() || encrypts
                                        ? Optional.empty()
                                        : Optional.of("has key_ops without encrypt and wrapKey"))
                .map(this::refuse);
    }

    private Optional<String> other(String member, String right) {
        return json.has(member) && !right.equals(text(member))
                ? Optional.of(
                        "has the %s %s, not %s"
                                .formatted(member, PastedText.shown(text(member)), right))
                : Optional.empty();
    }

    /** The key, with the kid it carries and its certificate's validity (x5c) if it has one. */
    UnnamedKey read() throws EncryptionRefusal {
        var key = RsaKeys.of(place, number("n"), number("e"));
        var kid = json.path("kid");
        if (!kid.isMissingNode() && !kid.isTextual()) {
            throw refuse("has a kid that is not text");
        }
        var leaf = json.path("x5c").path(0);
        if (leaf.isMissingNode()) {
            return new UnnamedKey(place, key, kid.asText(""), Optional.empty());
        }
        var x5c = leaf.asText();
        var certified =
                DerKeys.read(
                        "x5c of " + place,
                        LenientBase64.decode("x5c of " + place, x5c, 0, x5c.length()));
        if (!certified.publicKey().getModulus().equals(key.getModulus())
                || !certified.publicKey().getPublicExponent().equals(key.getPublicExponent())) {
            throw refuse("has an x5c certificate of another key");
        }
        return new UnnamedKey(place, key, kid.asText(""), certified.certificate());
    }

    /** RFC 7518 §2: base64url. Text in other alphabets can be base64url of another number. */
    private BigInteger number(String member) throws EncryptionRefusal {
        var text = text(member);
        if (HEXADECIMAL.matcher(text).matches()) {
            throw refuse("has its number " + member + " in hexadecimal or decimal, not base64url");
        }
        var octets = octets(member, text);
        if (octets.length > LONGEST_EXPONENT && isText(octets)) {
            throw refuse("has its number " + member + " encoded twice");
        }
        return new BigInteger(1, octets);
    }

    private byte[] octets(String member, String text) throws EncryptionRefusal {
        try {
            var octets = Base64.getUrlDecoder().decode(text);
            if (octets.length > 0) {
                return octets;
            }
        } catch (IllegalArgumentException e) {
            // reported below, without the text itself
        }
        throw refuse("has no base64url number " + member);
    }

    private static boolean isText(byte[] octets) {
        return PRINTABLE.matcher(new String(octets, StandardCharsets.ISO_8859_1)).matches();
    }

    private String text(String member) {
        return json.path(member).asText("");
    }

    private EncryptionRefusal refuse(String why) {
        return EncryptionRefusal.wrongKey(place, why);
    }

    @Override
    public String toString() {
        return "Jwk[" + place + "]";
    }
}
