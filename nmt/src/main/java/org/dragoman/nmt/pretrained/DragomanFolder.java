package org.dragoman.nmt.pretrained;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dragoman.corpora.AtomicFile;
import org.dragoman.nmt.files.ModelFiles;
import org.dragoman.nmt.model.ModelSettings;
import org.dragoman.nmt.model.SettingsJson;
import org.dragoman.nmt.model.TranslationModel;
import org.dragoman.nmt.pretrained.PretrainedModel.Habits;
import org.dragoman.nmt.text.CodedSubwords;
import org.dragoman.pipeline.settings.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Our own folder of a model that was trained here, or converted from another form. A converted one has a {@code pretrained.json} besides,
 * which keeps what the others don't: how its reference searches, where it comes from, and the reference's numbers.
 */
final class DragomanFolder implements PretrainedFormat {

    private static final String SETTINGS = "model.json";
    private static final String NOTES = "pretrained.json";

    @Override
    public String description() {
        return "a folder that Dragoman wrote";
    }

    @Override
    public String reference() {
        return "";
    }

    /** Taggers and other models of ours have a file of the same name, but no network in it. */
    @Override
    public Optional<String> mismatch(Path folder) {
        var file = folder.resolve(SETTINGS);
        if (!Files.isRegularFile(file)) {
            return PretrainedFormat.missing(SETTINGS);
        }
        var settings = Settings.parse(file.toString(), ModelFiles.text(file));
        if (settings.keys().contains("architecture")) {
            return Optional.empty();
        }
        return Optional.of(SETTINGS + " has no architecture, so it is that of no translation model");
    }

    @Override
    public ModelSummary summary(Path folder) {
        var settings = TranslationModel.loadSettings(folder);
        return new ModelSummary(origin(folder, notes(folder)), settings.source(), settings.target());
    }

    private Origin origin(Path folder, Optional<Notes> notes) {
        return notes.map(Notes::origin).orElseGet(() -> ModelCard.read(folder).origin(this));
    }

    @Override
    public PretrainedModel load(Path folder) {
        var notes = notes(folder);
        var model = TranslationModel.load(folder);
        return notes.map(found -> found.model(model))
                .orElseGet(() -> PretrainedModel.trainedHere(model, origin(folder, notes)));
    }

    private static Optional<Notes> notes(Path folder) {
        var file = folder.resolve(NOTES);
        return Files.isRegularFile(file) ? Optional.of(Settings.read(file).build(Notes::from)) : Optional.empty();
    }

    /** Writes beside a model's own files what those don't keep. */
    static void writeNotes(Path folder, PretrainedModel model) {
        var notes = new Notes(model.habits(), model.origin(), model.source(), model.target());
        AtomicFile.writeText(folder.resolve(NOTES), out -> out.write(SettingsJson.text(notes.toJson())));
    }

    private record Notes(Habits habits, Origin origin, Optional<ReferenceIds> source, Optional<ReferenceIds> target) {

        static Notes from(Settings settings) {
            return new Notes(
                    settings.object("habits", HabitsJson::from).required(),
                    settings.object("origin", Notes::origin).required(),
                    settings.object("sourceIds", Notes::ids).optional(),
                    settings.object("targetIds", Notes::ids).optional());
        }

        private static Origin origin(Settings settings) {
            return new Origin(
                    settings.text("form").required(),
                    settings.text("reference").required(),
                    settings.text("name").required(),
                    settings.text("licence").required(),
                    settings.text("attribution").required());
        }

        private static ReferenceIds ids(Settings settings) {
            return new ReferenceIds(
                    settings.integer("size").required(),
                    settings.integer("padding").required(),
                    settings.integer("unknown").required(),
                    settings.integer("start").required(),
                    settings.integer("end").required());
        }

        ObjectNode toJson() {
            var node = SettingsJson.object();
            node.set("origin", SettingsJson.of(origin));
            node.set("habits", HabitsJson.of(habits));
            source.ifPresent(ids -> node.set("sourceIds", SettingsJson.of(ids)));
            target.ifPresent(ids -> node.set("targetIds", SettingsJson.of(ids)));
            return node;
        }

        PretrainedModel model(TranslationModel stored) {
            ModelSettings settings = stored.settings();
            var codec = stored.codec();
            var cleaned = habits.cleansUp() ? new CleanedUpSubwords(codec.subwords()) : codec.subwords();
            var subwords = CodedSubwords.around(cleaned, codec.source());
            var whole = new TranslationModel(settings, codec.with(subwords), stored.network());
            return new PretrainedModel(whole, habits, origin, source, target);
        }
    }
}
