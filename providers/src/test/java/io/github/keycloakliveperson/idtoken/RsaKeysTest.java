package io.github.keycloakliveperson.idtoken;

import static java.math.BigInteger.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @DisplayName("has no other numbers")
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

    private static BigInteger odd(int bits) {
        return ONE.shiftLeft(bits - 1).add(ONE);
    }
}
