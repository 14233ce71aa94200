package org.dragoman.annotators.sentences;

/** Follows rules, and asks another boundary where they are open. Without a mark a sentence goes on. */
record RuledBoundary(BoundaryRules rules, Boundary otherwise) implements Boundary {
    @Override
    public boolean isAt(Gap gap) {
        return switch (rules.verdict(gap)) {
            case ENDS -> true;
            case GOES_ON, UNMARKED -> false;
            case OPEN -> otherwise.isAt(gap);
        };
    }
}
