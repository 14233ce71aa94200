package org.dragoman.annotators.lemmas;

import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.linear.LinearModel;
import org.dragoman.annotators.models.BinaryFormat;
import org.dragoman.pipeline.PosTag;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lemmas as learned from a treebank: scripts, a linear model that chooses one by form and tags, and a table of forms for which it chooses
 * wrongly.
 *
 * @param scripts what can be done to a form; the first does nothing
 * @param byTag for each universal tag the scripts that were seen with it, as indices
 * @param chooser its classes are the scripts
 * @param table lemmas by {@link #key}
 */
record LemmaModel(
        List<LemmaScript> scripts, Map<String, short[]> byTag, LinearModel chooser, Map<String, String> table) {
    static final BinaryFormat FORMAT = new BinaryFormat("lemmas", 1);

    private static final String NAME = "PROPN";
    private static final short[] ONLY_KEEP = {0};

    /**
     * The lemma: from the table by form and both tags, by form and universal tag, or by form; then the same in lower case, except for
     * names; or else by the best script.
     */
    String lemma(String form, PosTag tag) {
        var known = fromTable(form, tag);
        if (known == null && !tag.universal().equals(NAME)) {
            known = fromTable(form.toLowerCase(Locale.ROOT), tag);
        }
        return known == null ? chosen(form, tag) : known;
    }

    private String fromTable(String form, PosTag tag) {
        var lemma = table.get(key(form, tag.universal(), tag.treebank()));
        if (lemma == null) {
            lemma = table.get(key(form, tag.universal(), PosTag.NONE));
        }
        return lemma == null ? table.get(key(form, PosTag.NONE, PosTag.NONE)) : lemma;
    }

    private String chosen(String form, PosTag tag) {
        var candidates = candidates(form, tag.universal());
        var features = new Features();
        LemmaFeatures.fill(features, form, tag);
        var scores = new float[chooser.classes()];
        chooser.score(features, scores);
        var best = candidates[0];
        for (var candidate : candidates) {
            best = scores[candidate] > scores[best] ? candidate : best;
        }
        return scripts.get(best).apply(form);
    }

    /** The scripts that could be applied to a form; never none. */
    short[] candidates(String form, String universal) {
        var all = byTag.getOrDefault(universal, ONLY_KEEP);
        var fitting = new short[all.length];
        var count = 0;
        for (var script : all) {
            if (scripts.get(script).fits(form)) {
                fitting[count++] = script;
            }
        }
        return count == 0 ? ONLY_KEEP : Arrays.copyOf(fitting, count);
    }

    static String key(String form, String universal, String treebank) {
        return form + '\t' + universal + '\t' + treebank;
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(scripts.size());
        for (var script : scripts) {
            script.write(out);
        }
        out.writeShort(byTag.size());
        for (var entry : new TreeMap<>(byTag).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeShort(entry.getValue().length);
            for (var script : entry.getValue()) {
                out.writeShort(script);
            }
        }
        chooser.write(out);
        out.writeInt(table.size());
        for (var entry : new TreeMap<>(table).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    static LemmaModel read(DataInput in) throws IOException {
        var scripts = new LemmaScript[in.readUnsignedShort()];
        for (var i = 0; i < scripts.length; i++) {
            scripts[i] = LemmaScript.read(in);
        }
        var byTag = new TreeMap<String, short[]>();
        for (var tags = in.readUnsignedShort(); tags > 0; tags--) {
            byTag.put(in.readUTF(), scriptsOfTag(in, scripts.length));
        }
        var chooser = LinearModel.read(in);
        if (chooser.classes() != scripts.length) {
            throw new IOException("there are " + scripts.length + " scripts, but weights for " + chooser.classes());
        }
        var table = new HashMap<String, String>();
        for (var entries = in.readInt(); entries > 0; entries--) {
            table.put(in.readUTF(), in.readUTF());
        }
        return new LemmaModel(List.of(scripts), byTag, chooser, Map.copyOf(table));
    }

    private static short[] scriptsOfTag(DataInput in, int scripts) throws IOException {
        var ofTag = new short[in.readUnsignedShort()];
        for (var i = 0; i < ofTag.length; i++) {
            ofTag[i] = in.readShort();
            if (ofTag[i] < 0 || ofTag[i] >= scripts) {
                throw new IOException("there is no script with number " + ofTag[i]);
            }
        }
        return ofTag;
    }
}
