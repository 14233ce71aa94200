package org.dragoman.corpora.filter;

/**
 * A set of 64-bit hashes in one array, by open addressing with linear probing: 8 bytes a place, between a quarter and half of the places
 * taken. So it needs 16 to 32 bytes a hash, and half as much again while it grows.
 */
final class HashSet64 {
    private static final int FIRST_PLACES = 1 << 10;
    private static final int MOST_PLACES = 1 << 30;

    private long[] places = new long[FIRST_PLACES]; // 0 where nothing is
    private boolean hasZero;
    private int size; // of what is in the places

    /** Adds a hash; false if it was there. Hashes must be spread evenly in their low bits. */
    boolean add(long hash) {
        if (hash == 0) {
            var isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        var place = placeOf(hash, places);
        if (places[place] == hash) {
            return false;
        }
        places[place] = hash;
        size++;
        if (size > places.length / 2) {
            grow();
        }
        return true;
    }

    private static int placeOf(long hash, long... places) {
        var place = (int) hash & places.length - 1;
        while (places[place] != 0 && places[place] != hash) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        if (places.length == MOST_PLACES) {
            throw new IllegalStateException("duplicates can be found among " + MOST_PLACES / 2
                    + " different lines at most; divide the corpus and filter the parts");
        }
        var larger = new long[2 * places.length];
        for (var hash : places) {
            if (hash != 0) {
                larger[placeOf(hash, larger)] = hash;
            }
        }
        places = larger;
    }
}
