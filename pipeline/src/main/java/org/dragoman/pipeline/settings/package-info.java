/**
 * Strict settings from JSON: every fault of a file is found and reported in one message, a key that nobody asked for included.
 *
 * <p>Start with {@link org.dragoman.pipeline.settings.Settings}.
 */
package org.dragoman.pipeline.settings;
