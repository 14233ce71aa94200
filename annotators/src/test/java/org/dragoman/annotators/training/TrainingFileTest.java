package org.dragoman.annotators.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dragoman.pipeline.settings.Settings;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

class TrainingFileTest {
    private static final SortedMap<String, TrainingProvider> COUNTING =
            new TreeMap<>(Map.of("counting", new TrainingProvider() {
                @Override
                public String task() {
                    return "counting";
                }

                @Override
                public Training create(Settings settings) {
                    return new Counting(
                            settings.json(),
                            settings.integer("rounds").atLeast(1).required(),
                            settings.path("output").or(Path.of("counted")));
                }
            }));

    private record Counting(String settings, int rounds, Path output) implements Training {
        @Override
        public ModelRecord run(TrainingListener listener) {
            return record(settings, rounds);
        }
    }

    private static ModelRecord record(String settings, int rounds) {
        var progress = List.of(new Progress(rounds, rounds, Map.of()));
        return new ModelRecord("counting", settings, new Seed(1), List.of(), progress, Map.of(), Map.of(), List.of());
    }

    private static Training read(String json) {
        return TrainingFile.read(Settings.parse("count.json", json), COUNTING);
    }

    @Test
    void theTaskChoosesTheProvider() {
        var json = "{\"task\":\"counting\",\"rounds\":3}";
        assertThat(read(json).run(TrainingListener.NONE)).isEqualTo(record(json, 3));
    }

    @Test
    void aFolderCanTakeThePlaceOfTheOneInTheFile() {
        var json = "{\"task\":\"counting\",\"rounds\":3,\"output\":\"a\"}";
        assertThat(read(json).output()).isEqualTo(Path.of("a"));
        var other = Settings.parse("count.json", json).with("output", "b");
        assertThat(TrainingFile.read(other, COUNTING).output()).isEqualTo(Path.of("b"));
    }

    @Test
    void refusesAnUnknownTask() {
        assertThatThrownBy(() -> read("{\"task\": \"countin\", \"rounds\": 3}"))
                .hasMessage("count.json: task must be one of counting, got \"countin\"");
        assertThatThrownBy(() -> read("{\"rounds\": 3}")).hasMessage("count.json: task is missing; expected a string");
    }

    @Test
    void refusesWhatTheProviderDoesNotKnow() {
        assertThatThrownBy(() -> read("{\"task\": \"counting\", \"rounds\": 0, \"round\": 1}"))
                .hasMessage("count.json has 2 problems:\n  rounds must be at least 1, got 0\n"
                        + "  unknown key 'round'; did you mean 'rounds'?");
    }
}
