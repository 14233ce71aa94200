package org.dragoman.annotators.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits German prepositions that have swallowed an article, as Universal Dependencies does: <em>zum</em> is <em>zu|dem</em>. */
public final class GermanWords implements WordSplitter {
    private static final Map<String, List<String>> FUSED = Map.ofEntries(
            fused("im", "in", "dem"),
            fused("am", "an", "dem"),
            fused("zum", "zu", "dem"),
            fused("zur", "zu", "der"),
            fused("vom", "von", "dem"),
            fused("beim", "bei", "dem"),
            fused("ins", "in", "das"),
            fused("ans", "an", "das"),
            fused("aufs", "auf", "das"),
            fused("fürs", "für", "das"),
            fused("durchs", "durch", "das"),
            fused("ums", "um", "das"),
            fused("übers", "über", "das"),
            fused("unters", "unter", "das"),
            fused("vors", "vor", "das"),
            fused("hinters", "hinter", "das"),
            fused("überm", "über", "dem"),
            fused("unterm", "unter", "dem"),
            fused("vorm", "vor", "dem"),
            fused("hinterm", "hinter", "dem"));

    private static Map.Entry<String, List<String>> fused(String token, String preposition, String article) {
        return Map.entry(token, List.of(preposition, article));
    }

    @Override
    public List<String> split(String token) {
        var words = FUSED.get(token.toLowerCase(Locale.ROOT));
        return words == null ? List.of(token) : Casing.like(token, words);
    }
}
