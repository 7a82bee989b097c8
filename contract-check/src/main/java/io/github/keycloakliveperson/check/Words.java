package io.github.keycloakliveperson.check;

import java.util.Arrays;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words of the command line. */
final class Words {
    private Words() {}

    /**
     * The value written as this word.
     *
     * @throws TypeConversionException with the known words
     */
    static <T> T find(T[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equalsIgnoreCase(word.trim()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "expected one of " + Arrays.toString(values)));
    }
}
