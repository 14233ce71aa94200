/**
 * Suites of experiments: several training runs that differ in a few settings, each tested in the same way.
 *
 * <p>Start with {@link org.dragoman.nmt.experiment.ExperimentSuite}, which reads one JSON file, and {@link
 * org.dragoman.nmt.experiment.SuiteRunner}, which trains and tests its runs one after the other, resumable run by run.
 */
package org.dragoman.nmt.experiment;
