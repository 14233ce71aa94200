package org.dragoman.annotators.lemmas;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * How a form becomes its lemma: another case, and another ending. {@code LOWER, ies -> y} makes <em>Studies</em> into <em>study</em>.
 *
 * @param letters what becomes of the form before its ending is changed
 * @param ending what is taken off, in the case that {@code letters} leaves
 * @param replacement what is put there
 */
record LemmaScript(Letters letters, String ending, String replacement) {
    /** What becomes of the letters of a form. */
    enum Letters {
        /** They stay as they are. */
        KEEP,
        /** All become small. */
        LOWER,
        /** The first becomes a capital, the others small. */
        TITLE,
        /** All become capitals. */
        UPPER,
        /** Commas are left out, as in <em>1,000</em>. */
        WITHOUT_COMMAS;

        String of(String form) {
            return switch (this) {
                case KEEP -> form;
                case LOWER -> form.toLowerCase(Locale.ROOT);
                case TITLE -> title(form);
                case UPPER -> form.toUpperCase(Locale.ROOT);
                case WITHOUT_COMMAS -> form.replace(",", "");
            };
        }

        private static String title(String form) {
            var first = form.offsetByCodePoints(0, 1);
            return form.substring(0, first).toUpperCase(Locale.ROOT)
                    + form.substring(first).toLowerCase(Locale.ROOT);
        }
    }

    /** The script that keeps most of the form, of those that lead from it to its lemma. */
    static LemmaScript between(String form, String lemma) {
        var best = new LemmaScript(Letters.KEEP, form, lemma);
        for (var letters : Letters.values()) {
            var script = ofEndings(letters, letters.of(form), lemma);
            if (script.cost() < best.cost()) {
                best = script;
            }
        }
        return best;
    }

    private static LemmaScript ofEndings(Letters letters, String form, String lemma) {
        var common = 0;
        while (common < form.length() && common < lemma.length() && form.charAt(common) == lemma.charAt(common)) {
            common++;
        }
        return new LemmaScript(letters, form.substring(common), lemma.substring(common));
    }

    private int cost() {
        return ending.length() + replacement.length();
    }

    /** Whether the form has the ending and something before it, so that there is a lemma. */
    boolean fits(String form) {
        var changed = letters.of(form);
        return changed.endsWith(ending) && changed.length() - ending.length() + replacement.length() > 0;
    }

    /** The lemma of a form that the script fits. */
    String apply(String form) {
        var changed = letters.of(form);
        return changed.substring(0, changed.length() - ending.length()) + replacement;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(letters.ordinal());
        out.writeUTF(ending);
        out.writeUTF(replacement);
    }

    static LemmaScript read(DataInput in) throws IOException {
        var letters = in.readUnsignedByte();
        if (letters >= Letters.values().length) {
            throw new IOException("there is no change of letters with number " + letters);
        }
        return new LemmaScript(Letters.values()[letters], in.readUTF(), in.readUTF());
    }
}
