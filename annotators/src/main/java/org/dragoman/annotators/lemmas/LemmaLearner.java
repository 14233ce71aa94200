package org.dragoman.annotators.lemmas;

import org.dragoman.annotators.lemmas.LemmaCounts.Seen;
import org.dragoman.annotators.linear.Features;
import org.dragoman.annotators.linear.LinearModel;
import org.dragoman.annotators.linear.LinearSettings;
import org.dragoman.annotators.linear.LinearTrainer;
import org.dragoman.annotators.training.Seed;
import org.dragoman.annotators.training.TreebankLearner;
import org.dragoman.pipeline.Document;
import org.dragoman.pipeline.Layers;
import org.dragoman.pipeline.PosTag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns a {@link LemmaModel} from documents that have tags and lemmas. Each different word counts once, since rare words are like those
 * never seen; and each is learned with and without the treebank's tag, so that the model can do without it.
 */
final class LemmaLearner implements TreebankLearner<LemmaModel> {
    private static final LemmaScript KEEP = LemmaScript.between("x", "x");
    private static final double MAJORITY = 0.9;

    private final LinearSettings settings;
    private final int scriptCutoff;
    private final Seed seed;

    /**
     * Says how to learn.
     *
     * @param scriptCutoff scripts that fewer different words need are left to the table
     */
    LemmaLearner(LinearSettings settings, int scriptCutoff, Seed seed) {
        this.settings = settings;
        this.scriptCutoff = scriptCutoff;
        this.seed = seed;
    }

    @Override
    public LemmaModel learn(List<Document> documents) {
        var counts = new LemmaCounts();
        documents.forEach(counts::add);
        var lemmas = counts.lemmas();
        var scripts = scripts(lemmas);
        var byTag = byTag(lemmas, scripts);
        var untrained = new LemmaModel(scripts, byTag, null, Map.of());
        var model = new LemmaModel(scripts, byTag, chooser(lemmas, untrained), new HashMap<>());
        counts.majorities(Seen::withoutTags, MAJORITY).forEach((word, lemma) -> addWhereWrong(model, word, lemma));
        counts.majorities(Seen::withoutTreebank, MAJORITY).forEach((word, lemma) -> addWhereWrong(model, word, lemma));
        lemmas.forEach((word, lemma) -> addWhereWrong(model, word, lemma));
        return model;
    }

    private List<LemmaScript> scripts(Map<Seen, String> lemmas) {
        var counts = new HashMap<LemmaScript, Integer>();
        lemmas.forEach((word, lemma) -> counts.merge(LemmaScript.between(word.form(), lemma), 1, Integer::sum));
        var scripts = new ArrayList<LemmaScript>();
        scripts.add(KEEP);
        counts.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= scriptCutoff && !entry.getKey().equals(KEEP))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(LemmaScript::toString))
                .forEach(scripts::add);
        return List.copyOf(scripts);
    }

    private static Map<String, short[]> byTag(Map<Seen, String> lemmas, List<LemmaScript> scripts) {
        var used = new TreeMap<String, TreeSet<Integer>>();
        lemmas.forEach((word, lemma) -> {
            var ofTag = used.computeIfAbsent(word.universal(), tag -> new TreeSet<>(List.of(0)));
            var script = scripts.indexOf(LemmaScript.between(word.form(), lemma));
            ofTag.add(Math.max(0, script));
        });
        var byTag = new TreeMap<String, short[]>();
        used.forEach((tag, ofTag) -> byTag.put(tag, shorts(ofTag)));
        return byTag;
    }

    private static short[] shorts(TreeSet<Integer> numbers) {
        var shorts = new short[numbers.size()];
        var i = 0;
        for (var number : numbers) {
            shorts[i++] = number.shortValue();
        }
        return shorts;
    }

    private LinearModel chooser(Map<Seen, String> lemmas, LemmaModel untrained) {
        var trainer = new LinearTrainer(untrained.scripts().size(), settings, seed);
        var features = new Features();
        lemmas.forEach((word, lemma) -> {
            var right = untrained.scripts().indexOf(LemmaScript.between(word.form(), lemma));
            if (right >= 0) {
                addCase(trainer, features, untrained, word, right);
                addCase(trainer, features, untrained, word.withoutTreebank(), right);
            }
        });
        return trainer.train();
    }

    private static void addCase(LinearTrainer trainer, Features features, LemmaModel untrained, Seen word, int right) {
        LemmaFeatures.fill(features, word.form(), word.tag());
        trainer.add(features, untrained.candidates(word.form(), word.universal()), right);
    }

    private static void addWhereWrong(LemmaModel model, Seen word, String lemma) {
        if (!model.lemma(word.form(), word.tag()).equals(lemma)) {
            model.table().put(LemmaModel.key(word.form(), word.universal(), word.treebank()), lemma);
        }
    }

    /** Shares of the words that get their lemma, given the treebank's tags. */
    @Override
    public Map<String, Double> score(LemmaModel model, List<Document> documents) {
        var words = 0;
        var right = 0;
        var rightWithoutTreebank = 0;
        for (var document : documents) {
            var forms = document.get(Layers.WORDS);
            var tags = document.get(Layers.POS);
            var lemmas = document.get(Layers.LEMMAS);
            for (var i = 0; i < forms.size(); i++) {
                if (LemmaCounts.hasLemma(forms.get(i).form(), lemmas.get(i))) {
                    var form = forms.get(i).form();
                    words++;
                    right += model.lemma(form, tags.get(i)).equals(lemmas.get(i)) ? 1 : 0;
                    var universal = PosTag.of(tags.get(i).universal());
                    rightWithoutTreebank += model.lemma(form, universal).equals(lemmas.get(i)) ? 1 : 0;
                }
            }
        }
        var scores = new LinkedHashMap<String, Double>();
        scores.put("accuracy with the treebank's tags", (double) right / Math.max(1, words));
        scores.put("accuracy with universal tags only", (double) rightWithoutTreebank / Math.max(1, words));
        return scores;
    }

    @Override
    public Map<String, String> facts(LemmaModel model) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("scripts", Integer.toString(model.scripts().size()));
        facts.put("features", Integer.toString(model.chooser().features()));
        facts.put("forms in the table", Integer.toString(model.table().size()));
        return facts;
    }

    @Override
    public String fileName() {
        return "lemmas.bin";
    }

    @Override
    public void write(LemmaModel model, Path file) {
        LemmaModel.FORMAT.write(file, model::write);
    }
}
