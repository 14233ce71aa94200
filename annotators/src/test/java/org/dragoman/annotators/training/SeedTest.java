package org.dragoman.annotators.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void eachPurposeAndEachSeedHasNumbersOfItsOwn() {
        var order = new Seed(7).random("order").nextLong();
        assertThat(new Seed(7).random("order").nextLong()).isEqualTo(order);
        assertThat(new Seed(7).random("dropout").nextLong()).isNotEqualTo(order);
        assertThat(new Seed(8).random("order").nextLong()).isNotEqualTo(order);
    }
}
