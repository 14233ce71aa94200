package org.dragoman.corpora.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches corpora into folders.
 *
 * <p>A file that is there and right is not fetched again. What is fetched goes to {@code NAME.part} first; when the connection breaks or the
 * process ends, the next attempt asks for the rest only. A file gets its name, and an archive is unpacked, only after its checksum has
 * proved right; what has another checksum is deleted and refused.
 *
 * <p>A connection that breaks, a server that says nothing for 30 seconds, and an answer with a status from 500 on are tried again, four
 * times in all, after pauses of 1, 2 and 4 seconds.
 *
 * <p>Immutable; two downloads into one folder at a time get in each other's way.
 */
public final class CorpusDownload {
    private static final int ATTEMPTS = 4;
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int SERVER_FAULT = 500; // and all above
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Is told how a download goes on. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Some bytes of a file have come in.
         *
         * @param file which is being fetched
         * @param bytes of it that are there
         * @param total its size, or -1 if the server doesn't tell
         */
        void received(RemoteFile file, long bytes, long total);
    }

    private final HttpClient client;
    private final Progress progress;
    private final Duration patience;
    private final Duration firstPause;

    /** Fetches with Java's client, which follows redirections, though not from https to http. */
    public CorpusDownload(Progress progress) {
        this(progress, PATIENCE, FIRST_PAUSE);
    }

    /**
     * Fetches with times of one's own.
     *
     * @param patience how long a server may say nothing
     * @param firstPause before the second attempt; each later one is twice as long
     */
    CorpusDownload(Progress progress, Duration patience, Duration firstPause) {
        this.progress = progress;
        this.patience = patience;
        this.firstPause = firstPause;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Fetches a corpus into the folder of its name.
     *
     * @param parent where the folder is made
     * @return the folder
     * @throws CorpusDownloadException if a file can't be fetched or isn't what the catalogue says; what came in right stays for the next
     *     attempt
     * @throws InterruptedException if the thread is interrupted
     */
    public Path fetch(CatalogueEntry corpus, Path parent) throws InterruptedException {
        var folder = parent.resolve(corpus.name());
        try {
            Files.createDirectories(folder);
            for (var file : corpus.files()) {
                fetch(file, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the corpus " + corpus.name() + " to " + folder + ": " + e, e);
        }
    }

    private void fetch(RemoteFile file, Path folder) throws IOException, InterruptedException {
        var target = folder.resolve(file.name());
        if (Files.exists(target)) {
            requireRight(file, target);
        } else {
            var part = folder.resolve(file.name() + ".part");
            fetchAll(file, part);
            verify(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Archive.unpack(target, file.unpack(), folder);
    }

    private static void requireRight(RemoteFile file, Path target) {
        if (!file.checksum().matches(target)) {
            throw new CorpusDownloadException(
                    target + " is there already, but is not the file of the catalogue: it has "
                            + Checksum.of(target, file.checksum().algorithm()) + ", expected " + file.checksum()
                            + "; move it away and try again");
        }
    }

    private static void verify(RemoteFile file, Path part) throws IOException {
        var found = Checksum.of(part, file.checksum().algorithm());
        if (!found.equals(file.checksum())) {
            Files.delete(part);
            throw new CorpusDownloadException(
                    "what came from " + file.url() + " is not the file of the catalogue: it has " + found
                            + ", expected " + file.checksum() + "; it was deleted");
        }
    }

    /** Fetches what is missing of a file, trying again where the connection breaks or the server is at fault. */
    private void fetchAll(RemoteFile file, Path part) throws InterruptedException {
        for (var attempt = 1; !isReceived(file, part, attempt); attempt++) {
            Thread.sleep(firstPause.toMillis() << (attempt - 1));
        }
    }

    /** Whether an attempt was successful; the last one must be. */
    private boolean isReceived(RemoteFile file, Path part, int attempt) throws InterruptedException {
        try {
            receive(file, part);
            return true;
        } catch (IOException e) {
            if (attempt < ATTEMPTS) {
                return false;
            }
            throw new CorpusDownloadException(
                    "cannot fetch " + file.url() + ": " + e + ", " + ATTEMPTS
                            + " times; run it again to go on where it stopped",
                    e);
        }
    }

    private void receive(RemoteFile file, Path part) throws IOException, InterruptedException {
        var have = Files.exists(part) ? Files.size(part) : 0;
        var request = HttpRequest.newBuilder(file.url()).header("Accept-Encoding", "identity");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        var response = send(request.build());
        if (response.statusCode() >= SERVER_FAULT) {
            response.body().close();
            throw new IOException("the server answered with status " + response.statusCode());
        }
        try (var body = new ImpatientStream(response.body(), patience)) {
            switch (response.statusCode()) {
                case OK -> save(file, body, part, 0, length(response));
                case PARTIAL_CONTENT -> append(file, response, body, part, have);
                case RANGE_NOT_SATISFIABLE -> restartUnlessWhole(file, part);
                default ->
                    throw new CorpusDownloadException("cannot fetch " + file.url()
                            + ": the server answered with status " + response.statusCode());
            }
        }
    }

    /** The answer, as soon as it begins. (A timeout of the request itself includes the body in some versions of Java.) */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer came for " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // which does nothing to one that came
        }
    }

    private void append(RemoteFile file, HttpResponse<?> response, InputStream body, Path part, long have)
            throws IOException {
        var range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + have + "-")) {
            Files.delete(part);
            throw new IOException("asked for the bytes from " + have + " on, the server sent \"" + range + "\"");
        }
        save(file, body, part, have, have + length(response));
    }

    /** The server has nothing behind what is there: that is the whole file, or something else. */
    private static void restartUnlessWhole(RemoteFile file, Path part) throws IOException {
        if (!file.checksum().matches(part)) {
            Files.delete(part);
            throw new IOException("what was there before didn't fit the file of the server");
        }
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(Long.MIN_VALUE);
    }

    /** Writes a body behind the first {@code from} bytes. */
    private void save(RemoteFile file, InputStream body, Path part, long from, long total) throws IOException {
        var options = from == 0
                ? new StandardOpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new StandardOpenOption[] {StandardOpenOption.APPEND};
        var have = from;
        try (var out = Files.newOutputStream(part, options)) {
            var buffer = new byte[BUFFER];
            for (var got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                out.write(buffer, 0, got);
                have += got;
                progress.received(file, have, Math.max(-1, total));
            }
        }
        if (total >= 0 && have < total) {
            throw new IOException("the connection ended after " + have + " of " + total + " bytes");
        }
    }
}
