/**
 * What the tests of all modules share: corpora by name, random texts from all of Unicode, and the contract that every
 * annotator keeps.
 */
package org.dragoman.testing;
