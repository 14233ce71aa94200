package org.dragoman.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.dragoman.nmt.documents.Progress;

import java.util.Optional;
import java.util.function.Consumer;

/** Draws how far a translation is, if a person looks on. Not thread safe. */
final class TranslationBar implements Consumer<Progress>, AutoCloseable {
    private final Console console;
    private Optional<ProgressBar> bar = Optional.empty();

    TranslationBar(Console console) {
        this.console = console;
    }

    @Override
    public void accept(Progress progress) {
        if (console.isTerminal()) {
            var drawn = bar.orElseGet(() -> begin(progress.allBytes()));
            drawn.stepTo(progress.bytes());
            drawn.setExtraMessage(
                    progress.files() + "/" + progress.allFiles() + " files, " + progress.sentences() + " sentences");
        }
    }

    private ProgressBar begin(long bytes) {
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName("translate")
                .setInitialMax(bytes)
                .setUnit(" kB", 1000)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build());
        return bar.orElseThrow();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
