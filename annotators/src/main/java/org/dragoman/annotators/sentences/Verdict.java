package org.dragoman.annotators.sentences;

/** What rules say about a gap. */
enum Verdict {
    /** The sentence certainly ends. */
    ENDS,
    /** The sentence certainly goes on. */
    GOES_ON,
    /** There is no full stop or other mark; without one, a sentence ends in headings, signatures and hasty writing only. */
    UNMARKED,
    /** The rules say nothing. */
    OPEN
}
