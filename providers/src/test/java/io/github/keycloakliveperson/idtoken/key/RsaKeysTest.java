package io.github.keycloakliveperson.idtoken.key;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An RSA key")
class RsaKeysTest {

    @ParameterizedTest
    @CsvSource({"2048, 3", "2048, 65537", "4096, 65537", "16384, 3"})
    @DisplayName("has 2048 to 16384 bits and an odd exponent from 3 (L13)")
    void numbers(int bits, BigInteger exponent) throws EncryptionRefusal {
        assertThat(RsaKeys.of("the JWK", odd(bits), exponent).getModulus()).isEqualTo(odd(bits));
    }

    @ParameterizedTest
    @CsvSource({"2048, 1", "2048, 2", "2048, 4", "16385, 3"})
    @DisplayName("is refused with other numbers")
    void others(int bits, BigInteger exponent) {
        assertThatThrownBy(() -> RsaKeys.of("the JWK", odd(bits), exponent))
                .isInstanceOf(EncryptionRefusal.class)
                .hasMessageContaining("The numbers in the JWK are not those of an RSA key");
    }

    @ParameterizedTest
    @CsvSource({"2047, under 2048", "2048, not those of an RSA key"})
    @DisplayName("is neither short nor even")
    void evenOrShort(int bits, String problem) {
        BigInteger even = odd(bits).subtract(ONE);

        assertThatThrownBy(() -> RsaKeys.of("the JWK", even, BigInteger.valueOf(3)))
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 743, 751})
    @DisplayName("has no small factor (NIST SP 800-89 section 5.3.3)")
    void smallFactor(int prime) {
        BigInteger factor = BigInteger.valueOf(prime);
        BigInteger modulus = odd(2100).multiply(factor);

        assertThatThrownBy(() -> RsaKeys.of("the JWK", modulus, BigInteger.valueOf(3)))
                .hasMessageContaining("not those of an RSA key");
    }

    @Test
    @DisplayName("may have a factor from 757 on, because the test ends there")
    void largerFactor() throws EncryptionRefusal {
        BigInteger modulus = odd(2100).multiply(BigInteger.valueOf(757));

        assertThat(RsaKeys.of("the JWK", modulus, BigInteger.valueOf(3))).isNotNull();
    }

    /** The least number of so many bits that no prime below 752 divides. */
    private static BigInteger odd(int bits) {
        BigInteger number = ONE.shiftLeft(bits - 1).add(ONE);
        while (hasSmallFactor(number)) {
            number = number.add(TWO);
        }
        return number;
    }

    private static boolean hasSmallFactor(BigInteger number) {
        return IntStream.range(3, 752)
                .anyMatch(n -> number.mod(BigInteger.valueOf(n)).signum() == 0);
    }
}
