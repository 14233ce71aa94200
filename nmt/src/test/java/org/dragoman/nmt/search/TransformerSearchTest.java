package org.dragoman.nmt.search;

import java.util.stream.LongStream;

class TransformerSearchTest extends ModelSearchContract {

    @Override
    TinyModel model(long seed) {
        return TinyModel.transformer(seed);
    }

    @Override
    LongStream seeds() {
        return LongStream.of(8, 13, 18, 20);
    }
}
