package org.dragoman.nmt.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts the native library, once a process and on first use, with settings that hold on a shared machine.
 *
 * <p>The number of threads of one operation comes from the system property {@code dragoman.threads}; without it, from {@code
 * OMP_NUM_THREADS} in the environment; without that, all processors are used. The settings that the native libraries read from
 * the environment are made from here before they are loaded, so that nobody needs a launcher script; what the user has set
 * there stays.
 */
public final class Torch {

    private static final Logger LOG = LoggerFactory.getLogger(Torch.class);

    /** How long an idle OpenMP thread spins; the default, forever, makes training 7 times slower beside another load. */
    private static final String SPIN_COUNT = "20000";

    private static final String THREADS = "[1-9][0-9]{0,3}";

    /** Names of devices. */
    public static final String DEVICE = "cpu|cuda:[0-9]{1,2}";

    private static volatile Device device = Device.cpu();

    private Torch() {}

    private interface CLibrary extends com.sun.jna.Library {
        int setenv(String name, String value, int overwrite);

        int mallopt(int parameter, int value);
    }

    /** Holds the engine: a class is initialised once, however many threads ask. */
    private static final class Holder {
        static final Engine ENGINE = startEngine();
    }

    /** Starts the library if it isn't running yet; everything else in this package does so by itself. */
    public static void start() {
        engine();
    }

    static Engine engine() {
        try {
            return Holder.ENGINE;
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** A manager of memory on the chosen device, which the caller must close. */
    static PtNDManager newManager() {
        return (PtNDManager) engine().newBaseManager(device);
    }

    /**
     * Chooses where tensors are that are made from now on; the CPU unless this is called. Anything but the CPU is untested.
     *
     * @param name {@code cpu}, or {@code cuda:N} for the GPU of number N, from 0
     * @throws IllegalArgumentException if the name is another one, or if the library or the machine has no such GPU
     */
    public static void device(String name) {
        if (!name.matches(DEVICE)) {
            throw new IllegalArgumentException(
                    "the device must be cpu or cuda:0, cuda:1 and so on, got '" + name + "'");
        }
        if (name.equals("cpu")) {
            device = Device.cpu();
            return;
        }
        var number = Integer.parseInt(name.substring(name.indexOf(':') + 1));
        var count = engine().getGpuCount();
        if (number >= count) {
            throw new IllegalArgumentException("there is no device " + name + ": PyTorch finds " + count
                    + " GPUs; use cpu, or put PyTorch's library for CUDA on the class path");
        }
        device = Device.gpu(number);
    }

    /**
     * Seeds the library's random numbers (dropout), which all threads share.
     *
     * @param seed any number; the same seed, operations and number of threads repeat every bit
     */
    public static void seed(long seed) {
        engine().setRandomSeed((int) (seed ^ (seed >>> 32)));
    }

    /**
     * Sets how many threads one operation uses when called from this thread or from threads that start later.
     *
     * @param threads at least 1
     */
    public static void threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        engine();
        JniUtils.setNumThreads(threads);
    }

    /** Returns how many threads one operation uses when called from this thread. */
    public static int threads() {
        engine();
        return JniUtils.getNumThreads();
    }

    /** Whether an error of an operation says that there was too little memory for a tensor. */
    public static boolean isOutOfMemory(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.contains("can't allocate memory") || message.contains("out of memory")) {
                return true;
            }
        }
        return false;
    }

    /** Does something with one thread an operation, and sets the number back. */
    public static <T> T singleThreaded(Supplier<T> work) {
        var before = threads();
        if (before == 1) {
            return work.get();
        }
        threads(1);
        try {
            return work.get();
        } finally {
            threads(before);
        }
    }

    private static Engine startEngine() {
        var threads = configuredThreads();
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.default_engine", "PyTorch");
        setIfAbsent("ai.djl.pytorch.num_threads", Integer.toString(threads));
        setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
        prepareEnvironment(threads);
        announceUnpacking();
        LOG.debug("starting PyTorch with {} threads an operation", threads);
        var engine = Engine.getEngine("PyTorch");
        JniUtils.setGradMode(false);
        return engine;
    }

    /** The library is unpacked into the user's cache on the first start; nobody likes 450 MB to appear without a word. */
    private static void announceUnpacking() {
        var cache = Utils.getEngineCacheDir("pytorch");
        var unpacked = cache.toFile().list((folder, name) -> name.contains("-cpu-"));
        if (unpacked == null || unpacked.length == 0) {
            LOG.warn("unpacking PyTorch into {}: about 450 MB, this once", cache);
        }
    }

    private static int configuredThreads() {
        var property = System.getProperty("dragoman.threads");
        if (property != null) {
            if (!property.matches(THREADS)) {
                throw new IllegalArgumentException(
                        "the system property dragoman.threads must be a whole number from 1, got '" + property + "'");
            }
            return Integer.parseInt(property);
        }
        var ofOpenMp = Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("");
        return ofOpenMp.matches(THREADS)
                ? Integer.parseInt(ofOpenMp)
                : Runtime.getRuntime().availableProcessors();
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Bounds the spinning of OpenMP's threads and keeps freed memory in the process (glibc only). */
    private static void prepareEnvironment(int threads) {
        if (Platform.isWindows()) {
            return;
        }
        try {
            var c = Native.load("c", CLibrary.class);
            if (isUnset("OMP_WAIT_POLICY")) { // which says how long to spin as well, less exactly
                c.setenv("GOMP_SPINCOUNT", SPIN_COUNT, 0);
            }
            c.setenv("OMP_NUM_THREADS", Integer.toString(threads), 0);
            if (Platform.isLinux()) {
                keepFreedMemory(c);
            }
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("could not prepare OpenMP: {}; training may be slow on a busy machine", e.getMessage());
        }
    }

    private static void keepFreedMemory(CLibrary c) {
        if (isUnset("MALLOC_MMAP_MAX_")) {
            c.mallopt(-4, 0); // M_MMAP_MAX: large arrays from the heap, so that their pages are reused
        }
        if (isUnset("MALLOC_TRIM_THRESHOLD_")) {
            c.mallopt(-1, 1 << 29); // M_TRIM_THRESHOLD, bytes of free heap before it is given back
        }
    }

    private static boolean isUnset(String variable) {
        return System.getenv(variable) == null;
    }
}
