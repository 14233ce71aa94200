/**
 * Metrics of translated text, equal to sacreBLEU's.
 *
 * <p>Start with {@link org.dragoman.eval.text.Bleu} or {@link org.dragoman.eval.text.Ter}. Nothing here depends on the default locale, and of the Unicode data of the Java
 * machine only lower casing does: what is punctuation, symbol, number and white space is set down in this package.
 */
package org.dragoman.eval.text;
