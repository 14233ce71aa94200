/**
 * The {@code dragoman} command.
 *
 * <p>Start with {@link org.dragoman.cli.Dragoman}. Each subcommand is a class that reads its options and hands the work to the
 * other modules; all of them write to a {@link org.dragoman.cli.Console}, so that tests run them in this process.
 */
package org.dragoman.cli;
