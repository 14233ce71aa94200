package org.dragoman.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    // Right-hand sides: f"{value:.{digits}f}" of Python 3.11.7.
    @ParameterizedTest
    @CsvSource({
        "0.35, 1, 0.3",
        "0.45, 1, 0.5",
        "2.675, 2, 2.67",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "99.995, 2, 100.00",
        "0, 2, 0.00",
        "1e-9, 2, 0.00",
        "123456789.5, 1, 123456789.5"
    })
    void theyAreRoundedAsInPython(double value, int digits, String expected) {
        assertThat(Decimals.fixed(value, digits)).isEqualTo(expected);
    }

    @Test
    void shortestHasNoMoreDigitsThanItsTypeNeeds() {
        assertThat(Decimals.shortest(0.1f)).isEqualTo("0.1");
        assertThat(Decimals.shortest(0.1)).isEqualTo("0.1");
        assertThat(Decimals.shortest(1.0 / 3)).isEqualTo("0.3333333333333333");
        assertThat(Decimals.shortest(1)).isEqualTo("1");
        assertThat(Decimals.shortest(1e-9)).isEqualTo("1.0E-9");
    }
}
