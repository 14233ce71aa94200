package org.dragoman.corpora.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class CorpusDownloadTest {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger breaks = new AtomicInteger(); // how many answers still break off
    private final AtomicInteger faults = new AtomicInteger(); // how many answers are still "try later"
    private final AtomicInteger stalls = new AtomicInteger(); // how many answers still begin and then say nothing
    private final CountDownLatch end = new CountDownLatch(1); // of the test, until which a server stays silent
    private boolean knowsRanges = true;
    private byte[] served = CONTENT;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", this::answer);
        server.createContext("/silent", exchange -> {
            ranges.add("silent");
            await();
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/file");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.setExecutor(threads); // so that a silent answer holds up no other
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers as a file server does; a broken answer ends after a third of what it promised. */
    private void answer(HttpExchange exchange) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        if (faults.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        var from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= served.length) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (served.length - 1) + "/" + served.length);
        }
        var rest = Arrays.copyOfRange(served, from, served.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
        var out = exchange.getResponseBody();
        if (stalls.getAndDecrement() > 0) {
            out.write(rest, 0, rest.length / 3);
            out.flush();
            await();
        }
        if (breaks.getAndDecrement() > 0) {
            out.write(rest, 0, rest.length / 3);
            out.flush();
            exchange.close();
        } else {
            out.write(rest);
            out.close();
        }
    }

    private CatalogueEntry corpus(String path, String checksum, RemoteFile.Unpack unpack) {
        var url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return new CatalogueEntry(
                "sample",
                "A sample",
                "translation",
                List.of("en"),
                "CC0",
                "https://example.org",
                List.of(new RemoteFile("data.bin", url, Checksum.parse(checksum), unpack)));
    }

    private CatalogueEntry corpus() {
        return corpus("/file", sha256(CONTENT), RemoteFile.Unpack.NONE);
    }

    private Path fetch(CatalogueEntry corpus) throws InterruptedException {
        return fetch(corpus, Duration.ofSeconds(30));
    }

    private Path fetch(CatalogueEntry corpus, Duration patience) throws InterruptedException {
        return new CorpusDownload((file, bytes, total) -> {}, patience, Duration.ofMillis(1)).fetch(corpus, folder);
    }

    @Test
    void aFileComesInWholeAndIsNotFetchedTwice() throws Exception {
        var sizes = new ArrayList<Long>();
        new CorpusDownload((file, bytes, total) -> sizes.add(total)).fetch(corpus(), folder);
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
        assertThat(sizes).isNotEmpty().containsOnly((long) CONTENT.length);
        fetch(corpus());
        assertThat(ranges).containsExactly("null");
    }

    @Test
    void redirectionsAreFollowed() throws Exception {
        fetch(corpus("/moved", sha256(CONTENT), RemoteFile.Unpack.NONE));
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws Exception {
        breaks.set(2);
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
        assertThat(ranges).hasSize(3).first().isEqualTo("null");
        assertThat(from(ranges.get(1))).isPositive(); // what the client had buffered is lost, so less than was sent
        assertThat(from(ranges.get(2))).isGreaterThan(from(ranges.get(1)));
    }

    @Test
    void aServerThatIsAtFaultIsAskedAgain() throws Exception {
        faults.set(3);
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
        assertThat(ranges).hasSize(4);
    }

    @Test
    void aServerThatStaysAtFaultIsNamed() {
        faults.set(4);
        assertThatThrownBy(() -> fetch(corpus()))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageEndingWith(
                        "/file: java.io.IOException: the server answered with status 503, 4 times; run it again to go on"
                                + " where it stopped");
        assertThat(ranges).hasSize(4);
    }

    @Test
    @Timeout(60)
    void aBodyThatStopsComingIsTakenUpWhereItStopped() throws Exception {
        stalls.set(1);
        fetch(corpus(), Duration.ofSeconds(1));
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
        assertThat(ranges).hasSize(2);
        assertThat(from(ranges.get(1))).isPositive();
    }

    @Test
    @Timeout(60)
    void aServerThatNeverAnswersIsGivenUp() {
        var silent = corpus("/silent", sha256(CONTENT), RemoteFile.Unpack.NONE);
        assertThatThrownBy(() -> fetch(silent, Duration.ofMillis(200)))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageContaining("/silent: java.io.IOException: no answer came for 200 ms, 4 times");
        assertThat(ranges).hasSize(4);
    }

    /** Pauses of 100, 200 and 400 ms lie between four attempts. */
    @Test
    void pausesGrow() {
        faults.set(4);
        var download = new CorpusDownload((file, bytes, total) -> {}, Duration.ofSeconds(30), Duration.ofMillis(100));
        var before = System.nanoTime();
        assertThatThrownBy(() -> download.fetch(corpus(), folder)).isInstanceOf(CorpusDownloadException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    private static int from(String range) {
        return Integer.parseInt(range.replaceAll("\\D", ""));
    }

    @Test
    void whatAnEarlierRunHasFetchedIsNotFetchedAgain() throws Exception {
        breaks.set(4);
        assertThatThrownBy(() -> fetch(corpus()))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageContaining("4 times; run it again to go on where it stopped");
        assertThat(folder.resolve("sample/data.bin")).doesNotExist();
        var have = Files.size(folder.resolve("sample/data.bin.part"));
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
        assertThat(ranges.get(4)).isEqualTo("bytes=" + have + "-");
        assertThat(folder.resolve("sample/data.bin.part")).doesNotExist();
    }

    @Test
    void aServerWithoutRangesSendsItAllAgain() throws Exception {
        knowsRanges = false;
        breaks.set(1);
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void aWholePartFromBeforeIsRecognised() throws Exception {
        Files.createDirectories(folder.resolve("sample"));
        Files.write(folder.resolve("sample/data.bin.part"), CONTENT);
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void aPartThatIsLongerThanTheFileIsFetchedAnew() throws Exception {
        Files.createDirectories(folder.resolve("sample"));
        Files.write(folder.resolve("sample/data.bin.part"), new byte[CONTENT.length + 7]);
        fetch(corpus());
        assertThat(folder.resolve("sample/data.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsKept() {
        var wrong = "sha256:" + "0".repeat(64);
        assertThatThrownBy(() -> fetch(corpus("/file", wrong, RemoteFile.Unpack.NONE)))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageMatching(
                        "what came from http://localhost:\\d+/file is not the file of the catalogue: it has "
                                + sha256(CONTENT) + ", expected " + wrong + "; it was deleted");
        assertThat(folder.resolve("sample")).isEmptyDirectory();
    }

    @Test
    void anotherFileOfThatNameIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("sample"));
        Files.writeString(folder.resolve("sample/data.bin"), "mine");
        assertThatThrownBy(() -> fetch(corpus()))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageContaining("is there already, but is not the file of the catalogue")
                .hasMessageEndingWith("; move it away and try again");
        assertThat(folder.resolve("sample/data.bin")).hasContent("mine");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> fetch(corpus("/nothing", sha256(CONTENT), RemoteFile.Unpack.NONE)))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageMatching("cannot fetch http://localhost:\\d+/nothing: the server answered with status 404");
    }

    @Test
    void zipArchivesAreUnpacked() throws Exception {
        served = zip("deu/deu.txt", "Hallo.");
        fetch(corpus("/file", sha256(served), RemoteFile.Unpack.ZIP));
        assertThat(folder.resolve("sample/deu/deu.txt")).hasContent("Hallo.");
    }

    @Test
    void tarArchivesAreUnpackedWithoutTheirLinks() throws Exception {
        served = tar();
        fetch(corpus("/file", sha256(served), RemoteFile.Unpack.TAR_GZ));
        assertThat(folder.resolve("sample/test/a.txt")).hasContent("Hallo.");
        assertThat(folder.resolve("sample/link")).doesNotExist();
    }

    @Test
    void anArchiveCannotWriteOutsideItsFolder() throws IOException {
        served = zip("../../evil.txt", "x");
        assertThatThrownBy(() -> fetch(corpus("/file", sha256(served), RemoteFile.Unpack.ZIP)))
                .isInstanceOf(CorpusDownloadException.class)
                .hasMessageEndingWith("has an entry outside its folder: \"../../evil.txt\"");
        assertThat(folder.resolveSibling("evil.txt")).doesNotExist();
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            var link = new TarArchiveEntry("link", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            var file = new TarArchiveEntry("test/a.txt");
            file.setSize(6);
            tar.putArchiveEntry(file);
            tar.write("Hallo.".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
