package org.dragoman.nmt.weights;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a Python pickle that describes tensors, and nothing else: the instructions are those that {@code torch.save} writes (protocols 2 to
 * 5), and what they may name is the list in {@link PickledTensors}. Nothing that a file names is ever looked up or called.
 *
 * <p>Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link #NONE}, lists (also for tuples), maps with texts as keys,
 * and what {@link PickledTensors} makes. A list or map may contain itself, so nobody walks through them without an end.
 */
final class Unpickler {

    /** Python's {@code None}. */
    static final Object NONE = new Object();

    /** Far more than any file of weights needs; bounds time and memory. */
    private static final int MOST_INSTRUCTIONS = 1_000_000;

    private final Cursor in;
    private final String origin;
    private final Deque<List<Object>> marked = new ArrayDeque<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private List<Object> stack = new ArrayList<>();

    Unpickler(Cursor in, String origin) {
        this.in = in;
        this.origin = origin;
    }

    /** Something of Python's that the pickle names. */
    record Global(String name) {}

    /** Returns the pickle's value; the cursor then stands behind it. */
    Object run() throws IOException {
        for (var count = 0; count < MOST_INSTRUCTIONS; count++) {
            var place = in.position();
            var instruction = in.u8();
            if (instruction == '.') {
                return pop();
            }
            step(instruction, place);
        }
        throw new IllegalArgumentException(origin + ": the pickle has more than " + MOST_INSTRUCTIONS
                + " instructions, which no file of weights needs");
    }

    private void step(int instruction, long place) throws IOException {
        switch (instruction) {
            case 0x80 -> requireProtocol(in.u8());
            case 0x95 -> in.i64(); // the length of a frame, which readers of streams need
            case 'N' -> push(NONE);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push((long) in.u8());
            case 'M' -> push((long) in.u16());
            case 'J' -> push((long) in.i32());
            case 0x8a -> push(longOf(in.u8()));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.i64())));
            case 'X' -> push(in.text(in.i32()));
            case 0x8c -> push(in.text(in.u8()));
            case 'c' -> push(PickledTensors.global(line() + "." + line(), origin));
            case 0x93 -> pushNamedGlobal();
            case 'q' -> memo.put((long) in.u8(), top());
            case 'r' -> memo.put(in.u32(), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'h' -> push(remembered(in.u8()));
            case 'j' -> push(remembered(in.u32()));
            default -> build(instruction, place);
        }
    }

    private void build(int instruction, long place) {
        switch (instruction) {
            case '(' -> mark();
            case ')', ']' -> push(new ArrayList<>());
            case '}' -> push(new LinkedHashMap<String, Object>());
            case 't' -> push(unmark());
            case 0x85 -> push(last(1));
            case 0x86 -> push(last(2));
            case 0x87 -> push(last(3));
            case 'a' -> append(last(1));
            case 'e' -> append(unmark());
            case 's' -> put(last(2));
            case 'u' -> put(unmark());
            case 'Q' -> push(PickledTensors.storage(pop(), origin));
            case 'R' -> call();
            case 'b' -> pop(); // the state of an ordered map, such as its versions
            default ->
                throw new IllegalArgumentException(origin + ": the pickle has the instruction 0x"
                        + Integer.toHexString(instruction) + " at byte " + place + ", which no file of weights needs");
        }
    }

    private void requireProtocol(int protocol) {
        if (protocol < 2 || protocol > 5) {
            throw new IllegalArgumentException(
                    origin + ": pickles of protocol 2 to 5 are read, this one has " + protocol);
        }
    }

    /** A signed number of some bytes, of which those beyond the eighth are cut off: only torch's magic number has more. */
    private long longOf(int bytes) throws IOException {
        var value = 0L;
        for (var i = 0; i < bytes; i++) {
            var next = (long) in.u8();
            value |= i < Long.BYTES ? next << 8 * i : 0;
        }
        var unused = Long.SIZE - 8 * Math.min(bytes, Long.BYTES);
        return unused == 0 || bytes == 0 ? value : value << unused >> unused;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var next = in.u8(); next != '\n'; next = in.u8()) {
            if (text.length() == 200) {
                throw new IllegalArgumentException(origin + ": the pickle names '" + text + "...', which is too long");
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private void pushNamedGlobal() {
        if (!(pop() instanceof String name) || !(pop() instanceof String module)) {
            throw damaged("names what is no text");
        }
        push(PickledTensors.global(module + "." + name, origin));
    }

    private Object remembered(long key) {
        var value = memo.get(key);
        if (value == null) {
            throw damaged("refers to value " + key + ", which it has not made");
        }
        return value;
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() {
        if (stack.isEmpty()) {
            throw damaged("takes a value where there is none");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        var value = top();
        stack.remove(stack.size() - 1);
        return value;
    }

    private List<Object> last(int count) {
        var values = new ArrayList<Object>();
        for (var i = 0; i < count; i++) {
            values.add(pop());
        }
        Collections.reverse(values);
        return values;
    }

    private void mark() {
        marked.push(stack);
        stack = new ArrayList<>();
    }

    private List<Object> unmark() {
        if (marked.isEmpty()) {
            throw damaged("takes values from a mark that it has not set");
        }
        var values = stack;
        stack = marked.pop();
        return values;
    }

    private void append(List<Object> values) {
        if (!(top() instanceof List<?>)) {
            throw damaged("appends to what is no list");
        }
        @SuppressWarnings("unchecked")
        var list = (List<Object>) top();
        list.addAll(values);
    }

    private void put(List<Object> keysAndValues) {
        if (!(top() instanceof Map<?, ?>) || keysAndValues.size() % 2 != 0) {
            throw damaged("sets the entries of what is no map");
        }
        @SuppressWarnings("unchecked")
        var map = (Map<String, Object>) top();
        for (var i = 0; i < keysAndValues.size(); i += 2) {
            if (!(keysAndValues.get(i) instanceof String key)) {
                throw damaged("has a map with keys that are no texts");
            }
            map.put(key, keysAndValues.get(i + 1));
        }
    }

    private void call() {
        var arguments = pop();
        if (!(pop() instanceof Global global) || !(arguments instanceof List<?> list)) {
            throw damaged("calls what is no name");
        }
        push(PickledTensors.call(global, list, origin));
    }

    private IllegalArgumentException damaged(String what) {
        return new IllegalArgumentException(
                origin + ": the pickle is damaged: at byte " + in.position() + " it " + what);
    }
}
