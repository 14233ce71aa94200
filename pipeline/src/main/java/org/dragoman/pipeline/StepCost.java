package org.dragoman.pipeline;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a step of a {@link Pipeline} took.
 *
 * @param step name of the step
 * @param loading time in which it was made, with its model; zero if it was there before
 * @param time in which it annotated
 * @param allocatedBytes memory that the calling thread allocated while it annotated, of which most is free again at once;
 *     nothing where the virtual machine doesn't count it
 */
public record StepCost(String step, Duration loading, Duration time, OptionalLong allocatedBytes) {}
