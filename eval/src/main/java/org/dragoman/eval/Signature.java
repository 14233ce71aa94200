package org.dragoman.eval;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a score was made, in sacreBLEU's form: {@code nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:...}.
 *
 * @param fields in the order in which they are printed
 */
public record Signature(List<Field> fields) {

    /**
     * One choice behind a score.
     *
     * @param name as printed in the long form
     * @param shortName as printed in the short form
     * @param value what was chosen
     */
    public record Field(String name, String shortName, String value) {}

    /** The field that ends each signature and names this software, so that its scores are not taken for sacreBLEU's own. */
    public static final Field VERSION = new Field("version", "v", "dragoman-" + Version.current());

    public Signature {
        fields = List.copyOf(fields);
    }

    /** The long form, such as {@code nrefs:1|case:mixed}. */
    @Override
    public String toString() {
        return join(Field::name);
    }

    /** The short form, such as {@code #:1|c:mixed}. */
    public String brief() {
        return join(Field::shortName);
    }

    private String join(Function<Field, String> label) {
        return fields.stream()
                .map(field -> label.apply(field) + ":" + field.value())
                .collect(Collectors.joining("|"));
    }
}
