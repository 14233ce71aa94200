package org.dragoman.annotators.sequences;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes of words, several kinds of them: each kind is a table from the hash of a lower-case form to a number.
 *
 * @param tables one of each kind
 */
record Lexicon(List<IntTable> tables) {
    Lexicon {
        tables = List.copyOf(tables);
    }

    /** The class of a word in one kind, or {@link IntTable#NONE}. */
    int of(int kind, int lowerHash) {
        return tables.get(kind).get(lowerHash);
    }

    int kinds() {
        return tables.size();
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(tables.size());
        for (var table : tables) {
            table.writeTo(out);
        }
    }

    static Lexicon read(DataInputStream in) throws IOException {
        var count = Varint.checked(in.readInt(), "the number of lexicons");
        var tables = new ArrayList<IntTable>();
        for (var i = 0; i < count; i++) {
            tables.add(IntTable.read(in));
        }
        return new Lexicon(tables);
    }
}
