package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.weights.CTranslate2File;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a {@code model.bin} of CTranslate2 says of its network in variables that hold one whole number each, such as {@code
 * encoder/num_heads}; before revision 5 of the specification both sides had one, {@code num_heads}.
 */
final class CTranslate2Variables {

    private final CTranslate2File file;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();

    CTranslate2Variables(CTranslate2File file) {
        this.file = file;
        file.tensors().forEach((name, tensor) -> {
            if (!tensor.type().isFloating() && tensor.places() == 1) {
                numbers.put(name, (int) tensor.toFloats()[0]);
            }
        });
    }

    /** The number of one side; {@code otherwise} if the file has none. */
    int number(String side, String name, int otherwise) {
        var found = List.of(side + "/" + name, name).stream()
                .filter(numbers::containsKey)
                .findFirst();
        found.ifPresent(read::add);
        return found.map(numbers::get).orElse(otherwise);
    }

    /** The number of a name without a side; {@code otherwise} if the file has none. */
    int number(String name, int otherwise) {
        if (numbers.containsKey(name)) {
            read.add(name);
        }
        return numbers.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return file.tensors().containsKey(name);
    }

    /** Counts the layers of a side. */
    int layers(String side) {
        var count = 0;
        while (hasAny(side + "/layer_" + count + "/")) {
            count++;
        }
        return count;
    }

    private boolean hasAny(String prefix) {
        return file.tensors().keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** The names of all numbers that were asked for. */
    Set<String> read() {
        return read;
    }
}
