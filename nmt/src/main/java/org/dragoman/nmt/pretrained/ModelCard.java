package org.dragoman.nmt.pretrained;

import org.dragoman.nmt.files.ModelFiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a folder says of its model for people: {@code README.md} with its front matter, and {@code LICENSE}. Nothing in them is needed to
 * translate, so whatever is missing stays empty.
 *
 * @param name of the model: its folder's
 * @param licence as the front matter has it, or the first line of the licence file
 * @param link the first address in the text, which in OPUS-MT's cards leads to the makers' page
 * @param source language of the sources, by the card or the folder's name
 * @param target language of the targets
 */
record ModelCard(String name, String licence, String link, Optional<String> source, Optional<String> target) {

    private static final Pattern LICENCE = Pattern.compile("(?m)^license:[ \\t]*['\"]?([^'\"\\r\\n]+)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s)>\\]\"']+");
    private static final Pattern NAMED_LANGUAGES =
            Pattern.compile("(?:^|.*[/_-])([a-z]{2,3})-([a-z]{2,3})(?:\\+[a-z+]+)?$");
    private static final List<String> LICENCE_FILES = List.of("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE");

    /** The languages of a model; empty where they aren't known. */
    record Languages(Optional<String> source, Optional<String> target) {
        static final Languages UNKNOWN = new Languages(Optional.empty(), Optional.empty());
    }

    /** Reads what is there. */
    static ModelCard read(Path folder) {
        var readme = folder.resolve("README.md");
        var text = Files.isRegularFile(readme) ? ModelFiles.text(readme) : "";
        var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        var languages = NAMED_LANGUAGES.matcher(name);
        var named = languages.matches();
        return new ModelCard(
                name,
                first(LICENCE, 1, text).orElseGet(() -> licenceFile(folder)),
                first(LINK, 0, text).orElse(""),
                named ? Optional.of(languages.group(1)) : Optional.empty(),
                named && !name.contains("+") ? Optional.of(languages.group(2)) : Optional.empty());
    }

    private static Optional<String> first(Pattern pattern, int group, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group).strip()) : Optional.empty();
    }

    private static String licenceFile(Path folder) {
        return LICENCE_FILES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> ModelFiles.text(file).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Where the model comes from, which has this form. */
    Origin origin(PretrainedFormat form) {
        return new Origin(form.description(), form.reference(), name, licence, link);
    }

    /** What the model is, which has this form, by languages that other files name or else by those of the card. */
    ModelSummary summary(PretrainedFormat form, Languages named) {
        return new ModelSummary(
                origin(form),
                named.source().or(this::source).orElse(ModelSummary.UNKNOWN_LANGUAGE),
                named.target().or(this::target).orElse(ModelSummary.UNKNOWN_LANGUAGE));
    }
}
