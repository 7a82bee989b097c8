package io.github.keycloakliveperson.idtoken.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads PEM blocks (RFC 7468), also when a form has squeezed them onto one line. */
final class PemKeys {

    static final String MARK = "-----BEGIN";

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final Set<String> PUBLIC_LABELS =
            Set.of("PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "X509 CERTIFICATE");

    private PemKeys() {}

    /** The keys in their order. */
    static List<UnnamedKey> read(String text) throws EncryptionRefusal {
        List<UnnamedKey> keys = new ArrayList<>();
        var begin = BEGIN.matcher(text);
        var mark = text.indexOf(MARK);
        while (mark >= 0) {
            var number = "block " + (keys.size() + 1);
            if (!begin.find(mark) || begin.start() != mark) {
                throw broken(number, "its BEGIN line is damaged");
            }
            var label = begin.group(1);
            var place = number + " (" + label + ")";
            if (label.endsWith("PRIVATE KEY")) {
                throw EncryptionRefusal.secret(place);
            }
            if (!PUBLIC_LABELS.contains(label)) {
                throw broken(place, "it has neither a public key nor a certificate");
            }
            var endLine = "-----END " + label + "-----";
            var end = text.indexOf(endLine, begin.end());
            mark = text.indexOf(MARK, begin.end());
            if (end < 0 || (mark >= 0 && mark < end)) {
                throw broken(place, "its END line is missing");
            }
            keys.add(DerKeys.read(place, LenientBase64.decode(place, text, begin.end(), end)));
        }
        return keys;
    }

    private static EncryptionRefusal broken(String place, String why) {
        return new EncryptionRefusal(
                "The PEM text cannot be read at " + place + ": " + why + ".",
                "Paste whole blocks, from BEGIN to END, of a public key or of certificates.");
    }
}
