package org.dragoman.cli;

import org.dragoman.eval.alignment.SoftAlignment;
import org.dragoman.eval.alignment.WordAlignment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.OptionalDouble;

/**
 * How weights become links.
 *
 * @param threshold that a link must reach, above 0; empty if each target word is linked to its strongest source word
 */
record LinkRule(OptionalDouble threshold) {
    static final String STRONGEST = "strongest";
    private static final String THRESHOLD = "threshold:";

    WordAlignment links(SoftAlignment alignment) {
        return threshold.isPresent()
                ? WordAlignment.above(alignment, threshold.getAsDouble())
                : WordAlignment.strongest(alignment);
    }

    /** Reads {@code strongest} or {@code threshold:0.2}. */
    static final class Converter implements ITypeConverter<LinkRule> {
        @Override
        public LinkRule convert(String text) {
            if (text.equals(STRONGEST)) {
                return new LinkRule(OptionalDouble.empty());
            }
            try {
                var threshold = text.startsWith(THRESHOLD) ? Double.parseDouble(text.substring(THRESHOLD.length())) : 0;
                if (threshold > 0 && threshold < Double.POSITIVE_INFINITY) {
                    return new LinkRule(OptionalDouble.of(threshold));
                }
            } catch (NumberFormatException e) {
                throw expected(text);
            }
            throw expected(text);
        }

        private static TypeConversionException expected(String text) {
            return new TypeConversionException(
                    "expected strongest, or threshold:X with a number above 0, got \"" + text + "\"");
        }
    }
}
