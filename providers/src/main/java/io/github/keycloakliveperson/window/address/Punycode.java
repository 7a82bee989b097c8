package io.github.keycloakliveperson.window.address;

import java.util.Arrays;

/** Letters beyond ASCII in a host's label (RFC 3492). The JDK has it within its IDNA 2003 only. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int FIRST_NON_ASCII = 0x80;

    private Punycode() {}

    /**
     * Encodes a label (RFC 3492 §6.3), without {@code xn--}. It is mapped already, and at most as
     * long as a label may be, so that no number overflows.
     */
    static String encode(String label) {
        int[] letters = label.codePoints().toArray();
        var out = new StringBuilder();
        label.codePoints().filter(c -> c < FIRST_NON_ASCII).forEach(out::appendCodePoint);
        var basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        var bias = INITIAL_BIAS;
        var delta = 0;
        var last = FIRST_NON_ASCII;
        for (int done = basic; done < letters.length; ) {
            var next = nextLetter(letters, last);
            delta += (next - last) * (done + 1);
            for (var letter : letters) {
                if (letter < next) {
                    delta++;
                } else if (letter == next) {
                    appendNumber(out, delta, bias);
                    bias = adapted(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            last = next + 1;
        }
        return out.toString();
    }

    private static int nextLetter(int[] letters, int least) {
        return Arrays.stream(letters).filter(c -> c >= least).min().orElseThrow();
    }

    private static void appendNumber(StringBuilder out, int number, int bias) {
        var rest = number;
        for (int k = BASE; ; k += BASE) {
            var threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int adapted(int delta, int points, boolean first) {
        var rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        var k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < T_MAX ? 'a' + value : '0' + value - T_MAX);
    }
}
