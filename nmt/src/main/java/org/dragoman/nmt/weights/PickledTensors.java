package org.dragoman.nmt.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a pickle of {@code torch.save} may name, and what becomes of it: tensors over storages, and ordered maps of them. */
final class PickledTensors {

    private static final String ORDERED_MAP = "collections.OrderedDict";
    private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final Map<String, StoredType> STORAGES = Map.of(
            "torch.DoubleStorage", StoredType.F64,
            "torch.FloatStorage", StoredType.F32,
            "torch.HalfStorage", StoredType.F16,
            "torch.BFloat16Storage", StoredType.BF16,
            "torch.LongStorage", StoredType.I64,
            "torch.IntStorage", StoredType.I32,
            "torch.ShortStorage", StoredType.I16,
            "torch.CharStorage", StoredType.I8,
            "torch.ByteStorage", StoredType.U8,
            "torch.BoolStorage", StoredType.BOOL);
    private static final Set<String> CALLED = Set.of(ORDERED_MAP, TENSOR, PARAMETER);

    private PickledTensors() {}

    /**
     * Numbers that lie elsewhere in the file, and that several tensors may share.
     *
     * @param places how many
     */
    record Storage(StoredType type, String key, long places) {}

    /** A view of a storage: where its first number lies, its sizes, and the steps between neighbours, all in numbers. */
    record View(Storage storage, long offset, long[] shape, long[] strides) {}

    static Unpickler.Global global(String name, String origin) {
        if (!CALLED.contains(name) && !STORAGES.containsKey(name)) {
            throw new IllegalArgumentException(origin + ": the pickle names " + name
                    + ", which is refused: a file of weights needs only tensors, ordered maps and numbers");
        }
        return new Unpickler.Global(name);
    }

    /** The storage of a reference such as {@code ('storage', torch.FloatStorage, '0', 'cpu', 6)}. */
    static Storage storage(Object reference, String origin) {
        if (reference instanceof List<?> parts
                && parts.size() >= 5
                && "storage".equals(parts.get(0))
                && parts.get(1) instanceof Unpickler.Global type
                && STORAGES.containsKey(type.name())
                && parts.get(2) instanceof String key
                && parts.get(4) instanceof Long places
                && places >= 0) {
            if (parts.size() > 5 && parts.get(5) != Unpickler.NONE) {
                throw new IllegalArgumentException(
                        origin + ": storage '" + key + "' is a view of another storage, which is not read");
            }
            return new Storage(STORAGES.get(type.name()), key, places);
        }
        throw damaged("a reference to a storage", origin);
    }

    static Object call(Unpickler.Global global, List<?> arguments, String origin) {
        if (global.name().equals(ORDERED_MAP) && arguments.isEmpty()) {
            return new LinkedHashMap<String, Object>();
        }
        if (global.name().equals(PARAMETER) && !arguments.isEmpty() && arguments.get(0) instanceof View view) {
            return view;
        }
        if (global.name().equals(TENSOR)
                && arguments.size() >= 4
                && arguments.get(0) instanceof Storage storage
                && arguments.get(1) instanceof Long offset) {
            return view(storage, offset, arguments, origin);
        }
        throw damaged("the arguments of " + global.name(), origin);
    }

    private static View view(Storage storage, long offset, List<?> arguments, String origin) {
        var shape = numbers(arguments.get(2), origin);
        var strides = numbers(arguments.get(3), origin);
        if (shape.length != strides.length || offset < 0) {
            throw damaged("the sizes and steps of a tensor", origin);
        }
        return new View(storage, offset, shape, strides);
    }

    private static long[] numbers(Object value, String origin) {
        if (value instanceof List<?> list
                && list.size() <= 64
                && list.stream().allMatch(item -> item instanceof Long number && number >= 0)) {
            return list.stream().mapToLong(item -> (Long) item).toArray();
        }
        throw damaged("the sizes and steps of a tensor", origin);
    }

    private static IllegalArgumentException damaged(String what, String origin) {
        return new IllegalArgumentException(origin + ": the pickle is damaged: " + what + " cannot be understood");
    }
}
