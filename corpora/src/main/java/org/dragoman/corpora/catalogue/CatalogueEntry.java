package org.dragoman.corpora.catalogue;

import org.dragoman.pipeline.settings.Settings;

import java.util.HashSet;
import java.util.List;

/**
 * A corpus that can be fetched.
 *
 * @param name lower-case letters, digits and hyphens; also the name of its folder
 * @param title what it is, for people
 * @param task what it serves, such as {@code translation}, {@code treebank}, {@code entities} or {@code language-model}
 * @param languages codes such as {@code en}
 * @param licence what its makers allow, for people
 * @param source page that tells more
 * @param files what is fetched, at least one
 */
public record CatalogueEntry(
        String name,
        String title,
        String task,
        List<String> languages,
        String licence,
        String source,
        List<RemoteFile> files) {

    public CatalogueEntry {
        languages = List.copyOf(languages);
        files = List.copyOf(files);
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a corpus needs a name of lower-case letters, digits and hyphens, got \"" + name + "\"");
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("the corpus " + name + " needs at least one file, got none");
        }
        var names = new HashSet<String>();
        for (var file : files) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("the corpus " + name + " has two files named " + file.name());
            }
        }
    }

    static CatalogueEntry from(Settings settings) {
        return new CatalogueEntry(
                settings.text("name").required(),
                settings.text("title").required(),
                settings.text("task").required(),
                settings.texts("languages").required(),
                settings.text("licence").required(),
                settings.text("source").required(),
                settings.objects("files", RemoteFile::from).required());
    }
}
