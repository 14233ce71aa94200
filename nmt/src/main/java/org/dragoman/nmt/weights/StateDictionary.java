package org.dragoman.nmt.weights;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a pickled dictionary by name, and the storages that they are views of by key.
 *
 * @param origin the file's name, for messages
 */
record StateDictionary(
        String origin, Map<String, PickledTensors.View> views, Map<String, PickledTensors.Storage> storages) {

    /** Opens the numbers of a storage. */
    @FunctionalInterface
    interface Numbers {

        /** @param from the first byte */
        ReadableByteChannel open(long from) throws IOException;
    }

    static StateDictionary of(Object pickled, String origin) {
        if (!(pickled instanceof Map<?, ?> dictionary)) {
            throw new IllegalArgumentException(origin + " should hold a dictionary of tensors, holds something else");
        }
        var views = new LinkedHashMap<String, PickledTensors.View>();
        var storages = new LinkedHashMap<String, PickledTensors.Storage>();
        dictionary.forEach((name, value) -> {
            if (!(value instanceof PickledTensors.View view)) {
                throw new IllegalArgumentException(
                        origin + ": '" + name + "' should be a tensor; only flat dictionaries of tensors are read");
            }
            requireInside(view, tensor(origin, name));
            views.put((String) name, view);
            var other = storages.putIfAbsent(view.storage().key(), view.storage());
            if (other != null && !other.equals(view.storage())) {
                throw new IllegalArgumentException(origin + ": storage '" + other.key() + "' is described as "
                        + other.places()
                        + " numbers of type " + other.type() + " and as "
                        + view.storage().places() + " of type " + view.storage().type());
            }
        });
        return new StateDictionary(origin, views, storages);
    }

    private static String tensor(String origin, Object name) {
        return origin + ": tensor '" + name + "'";
    }

    private static void requireInside(PickledTensors.View view, String where) {
        RawTensor.bytes(view.storage().type(), view.shape(), where);
        try {
            var span = StridedTensor.span(view.shape(), view.strides());
            if (Math.addExact(view.offset(), span) <= view.storage().places()) {
                return;
            }
        } catch (ArithmeticException e) {
            // further than any storage reaches
        }
        throw new IllegalArgumentException(where + " with shape " + Arrays.toString(view.shape()) + " and steps "
                + Arrays.toString(view.strides()) + " from number " + view.offset() + " reaches beyond its storage of "
                + view.storage().places() + " numbers");
    }

    /** @param numbers for the key of each storage */
    Map<String, StoredTensor> tensors(ByteOrder order, Map<String, Numbers> numbers) {
        var tensors = new LinkedHashMap<String, StoredTensor>();
        views.forEach((name, view) -> tensors.put(
                name, tensor(name, view, order, numbers.get(view.storage().key()))));
        return tensors;
    }

    private StoredTensor tensor(String name, PickledTensors.View view, ByteOrder order, Numbers numbers) {
        var type = view.storage().type();
        var where = tensor(origin, name);
        RawTensor.Content content = () -> numbers.open(view.offset() * type.bytes());
        if (StridedTensor.isDense(view.shape(), view.strides())) {
            return new RawTensor(name, where, type, order, view.shape(), content);
        }
        var span = new long[] {StridedTensor.span(view.shape(), view.strides())};
        return new StridedTensor(
                name, view.shape(), view.strides(), new RawTensor(name, where, type, order, span, content));
    }
}
