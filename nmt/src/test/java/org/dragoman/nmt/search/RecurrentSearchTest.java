package org.dragoman.nmt.search;

import java.util.stream.LongStream;

class RecurrentSearchTest extends ModelSearchContract {

    @Override
    TinyModel model(long seed) {
        return TinyModel.recurrent(seed);
    }

    @Override
    LongStream seeds() {
        return LongStream.of(3, 7, 8, 11);
    }
}
