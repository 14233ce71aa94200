package org.dragoman.nmt.attention;

import org.dragoman.nmt.tensor.Parameters;

/** Which window an attention uses, with the settings of its own. Each kind builds itself. */
public sealed interface WindowConfig {

    /** The name in JSON, such as {@code local-p}. */
    String type();

    /** Makes the window for queries of size H. */
    Window build(Parameters parameters, String name, int querySize);

    /** {@link GlobalWindow}. */
    record Global() implements WindowConfig {
        @Override
        public String type() {
            return "global";
        }

        @Override
        public Window build(Parameters parameters, String name, int querySize) {
            return new GlobalWindow();
        }
    }

    /**
     * {@link MonotonicWindow}.
     *
     * @param reach D, positions that are seen on each side of the centre, 0 or more
     */
    record LocalM(int reach) implements WindowConfig {
        public LocalM {
            if (reach < 0) {
                throw new IllegalArgumentException("reach of the local-m window must be at least 0, got " + reach);
            }
        }

        @Override
        public String type() {
            return "local-m";
        }

        @Override
        public Window build(Parameters parameters, String name, int querySize) {
            return new MonotonicWindow(reach);
        }
    }

    /**
     * {@link PredictiveWindow}.
     *
     * @param reach D, positions that are seen on each side of the centre, at least 1; the Gaussian's deviation is half of it
     */
    record LocalP(int reach) implements WindowConfig {
        public LocalP {
            if (reach < 1) {
                throw new IllegalArgumentException("reach of the local-p window must be at least 1, got " + reach);
            }
        }

        @Override
        public String type() {
            return "local-p";
        }

        @Override
        public Window build(Parameters parameters, String name, int querySize) {
            return new PredictiveWindow(parameters, name, querySize, reach);
        }
    }
}
