package org.dragoman.annotators.sequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class IntTableTest {
    private static DataInputStream written(IntTable table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        table.writeTo(new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void givesBackWhatWasPutIn() throws IOException {
        var random = new Random(1);
        var map = new TreeMap<Integer, Integer>(Map.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE, 7, 0, 3));
        for (var i = 0; i < 5000; i++) {
            map.put(random.nextInt(), random.nextInt(1 << 20));
        }
        var table = IntTable.of(map);
        var again = IntTable.read(written(table));
        map.forEach((key, value) -> {
            assertThat(table.get(key)).isEqualTo(value);
            assertThat(again.get(key)).isEqualTo(value);
        });
        assertThat(again.size()).isEqualTo(map.size());
        assertThat(again.get(12345)).isEqualTo(map.getOrDefault(12345, IntTable.NONE));
    }

    @Test
    void anEmptyTableHasNothing() throws IOException {
        assertThat(IntTable.read(written(IntTable.of(Map.of()))).get(0)).isEqualTo(IntTable.NONE);
    }

    @Test
    void refusesASizeThatCannotBe() {
        var in = new DataInputStream(new ByteArrayInputStream(new byte[] {-1, -1, -1, -1}));
        assertThatThrownBy(() -> IntTable.read(in)).hasMessage("it is damaged: the size of a table can't be -1");
    }
}
