package org.dragoman.nmt.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells several listeners what happens. */
final class Broadcast implements TrainingListener {

    private final List<TrainingListener> listeners;

    Broadcast(List<TrainingListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    void add(TrainingListener listener) {
        listeners.add(listener);
    }

    @Override
    public void started(Start start) {
        tell(listener -> listener.started(start));
    }

    @Override
    public void updated(Update update) {
        tell(listener -> listener.updated(update));
    }

    @Override
    public void validated(Validation validation) {
        tell(listener -> listener.validated(validation));
    }

    @Override
    public void troubled(Trouble trouble) {
        tell(listener -> listener.troubled(trouble));
    }

    @Override
    public void recovered(Recovery recovery) {
        tell(listener -> listener.recovered(recovery));
    }

    @Override
    public void saved(long step) {
        tell(listener -> listener.saved(step));
    }

    @Override
    public void finished(Finish finish) {
        tell(listener -> listener.finished(finish));
    }

    private void tell(Consumer<TrainingListener> event) {
        listeners.forEach(event);
    }
}
