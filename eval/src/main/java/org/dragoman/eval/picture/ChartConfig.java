package org.dragoman.eval.picture;

/**
 * What a chart says and how large it is.
 *
 * @param title above it; none if empty
 * @param xName what is along the horizontal axis, with its unit; none if empty
 * @param yName what is along the vertical axis, with its unit; none if empty
 * @param hasLogX whether the horizontal axis is logarithmic; bars have none
 * @param hasLogY whether the vertical axis is logarithmic
 * @param width in CSS pixels, 200 or more
 * @param height in CSS pixels, 150 or more
 */
public record ChartConfig(
        String title, String xName, String yName, boolean hasLogX, boolean hasLogY, int width, int height) {
    private static final int SMALLEST_WIDTH = 200;
    private static final int SMALLEST_HEIGHT = 150;

    public ChartConfig {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
            throw new IllegalArgumentException("a chart must be at least " + SMALLEST_WIDTH + " x " + SMALLEST_HEIGHT
                    + " large, got " + width + " x " + height);
        }
    }

    /** A chart as wide as a column of a report, without a title, its axes linear. */
    public static ChartConfig of(String xName, String yName) {
        return new ChartConfig("", xName, yName, false, false, 640, 380);
    }

    public ChartConfig withTitle(String newTitle) {
        return new ChartConfig(newTitle, xName, yName, hasLogX, hasLogY, width, height);
    }

    /** The same with both axes logarithmic. */
    public ChartConfig withLogAxes() {
        return new ChartConfig(title, xName, yName, true, true, width, height);
    }

    public ChartConfig withSize(int newWidth, int newHeight) {
        return new ChartConfig(title, xName, yName, hasLogX, hasLogY, newWidth, newHeight);
    }
}
