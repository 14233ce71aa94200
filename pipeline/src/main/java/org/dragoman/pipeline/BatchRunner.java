package org.dragoman.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/** Takes a batch of documents through the steps; a document that fails leaves the batch, and the others go on. */
record BatchRunner(List<Annotator> annotators, int maxTextLength) {
    /** Returns one result for each document, in order. */
    List<Result> run(List<Document> documents) {
        var results = documents.stream().map(this::checkLength).toList();
        for (var annotator : annotators) {
            results = step(annotator, results);
        }
        return results;
    }

    private Result checkLength(Document document) {
        var length = document.text().length();
        if (length <= maxTextLength) {
            return new Result.Done(document);
        }
        var cause = new IllegalArgumentException("the text has " + length + " characters, more than maxTextLength "
                + maxTextLength + "; split the document, or raise maxTextLength if there is memory for it");
        return new Result.Failed(document, "pipeline", cause);
    }

    private static List<Result> step(Annotator annotator, List<Result> results) {
        var documents =
                results.stream().filter(Result::isDone).map(Result::document).toList();
        if (documents.isEmpty()) {
            return results;
        }
        var annotated = annotateAll(annotator, documents).iterator();
        return results.stream()
                .map(result -> result.isDone() ? annotated.next() : result)
                .toList();
    }

    private static List<Result> annotateAll(Annotator annotator, List<Document> documents) {
        try {
            return checkBatch(annotator, documents, annotator.annotateAll(documents));
        } catch (Exception | StackOverflowError e) {
            return documents.size() == 1
                    ? List.of(failed(annotator, documents.get(0), e))
                    : documents.stream()
                            .map(document -> annotate(annotator, document))
                            .toList();
        }
    }

    private static Result annotate(Annotator annotator, Document document) {
        try {
            return checkDocument(annotator, document, annotator.annotate(document));
        } catch (Exception
                | StackOverflowError e) { // a text can make a recursive matcher overflow; other errors end the run
            return failed(annotator, document, e);
        }
    }

    /** Which document is missing can't be told, so all fail; trying one by one would hide the fault of the annotator. */
    private static List<Result> checkBatch(Annotator annotator, List<Document> before, List<Document> after) {
        if (after.size() != before.size()) {
            var message = "returned " + after.size() + " documents for " + before.size();
            return before.stream()
                    .map(document -> failed(annotator, document, new IllegalStateException(message)))
                    .toList();
        }
        var results = new ArrayList<Result>(before.size());
        Iterator<Document> annotated = after.iterator();
        before.forEach(document -> results.add(checkDocument(annotator, document, annotated.next())));
        return List.copyOf(results);
    }

    private static Result checkDocument(Annotator annotator, Document before, Document after) {
        if (after == null || !after.id().equals(before.id()) || !after.text().equals(before.text())) {
            var what = after == null ? "null" : after.toString();
            return failed(annotator, before, new IllegalStateException("returned " + what + " for " + before));
        }
        var missing = new LinkedHashSet<>(annotator.provides());
        missing.addAll(before.layers());
        missing.removeAll(after.layers());
        if (!missing.isEmpty()) {
            var message = "returned a document without " + StepOrder.names(missing);
            return failed(annotator, before, new IllegalStateException(message));
        }
        return new Result.Done(after);
    }

    /** A pipeline inside a pipeline names its own step. */
    private static Result failed(Annotator annotator, Document document, Throwable cause) {
        return cause instanceof AnnotationException inner
                ? new Result.Failed(document, inner.annotator(), inner.getCause())
                : new Result.Failed(document, annotator.name(), cause);
    }
}
