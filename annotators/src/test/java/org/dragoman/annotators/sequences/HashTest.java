package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;

class HashTest {
    /** Of n numbers out of 2^32, n^2 / 2^33 pairs are expected to be equal: 4.7 of 200,000. */
    @Test
    void differentFeaturesHardlyEverHaveTheSameNumber() {
        var seen = new HashSet<Integer>();
        for (var template = 0; template < 20; template++) {
            for (var word = 0; word < 10_000; word++) {
                seen.add(Hash.mix(template, Hash.of("word" + word)));
            }
        }
        assertThat(seen).hasSizeGreaterThan(199_970);
    }

    @Test
    void theOrderCounts() {
        assertThat(Hash.mix(1, 2)).isNotEqualTo(Hash.mix(2, 1));
        assertThat(Hash.mix(1, 2, 3)).isNotEqualTo(Hash.mix(1, 3, 2));
        assertThat(Hash.of("ab")).isNotEqualTo(Hash.of("ba"));
        assertThat(Hash.of("xab", 1, 3)).isEqualTo(Hash.of("ab"));
    }
}
