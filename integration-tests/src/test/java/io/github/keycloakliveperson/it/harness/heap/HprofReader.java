package io.github.keycloakliveperson.it.harness.heap;

import io.github.keycloakliveperson.it.harness.heap.ClassLayout.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through a dump once, from its first to its last record. */
final class HprofReader {

    static final int INSTANCE = 0x21;
    static final int REFERENCES = 0x22;
    static final int PRIMITIVES = 0x23;

    private static final int TEXT = 0x01;
    private static final int LOADED_CLASS = 0x02;
    private static final int HEAP = 0x0C;
    private static final int HEAP_SEGMENT = 0x1C;
    private static final int CLASS = 0x20;

    private final ByteBuffer dump;
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, String> classNames = new HashMap<>();

    final Map<Long, ClassLayout> classes = new HashMap<>();
    final ObjectIndex objects = new ObjectIndex();

    HprofReader(ByteBuffer dump) {
        this.dump = dump;
    }

    void read() {
        while (dump.get() != 0) {
            // the format's name
        }
        if (dump.getInt() != 8) {
            throw new IllegalStateException("Addresses of eight bytes are expected.");
        }
        dump.getLong();
        while (dump.hasRemaining()) {
            int tag = dump.get();
            dump.getInt();
            int end = dump.getInt() + dump.position();
            record(tag, end);
            dump.position(end);
        }
    }

    private void record(int tag, int end) {
        if (tag == TEXT) {
            long id = dump.getLong();
            byte[] text = new byte[end - dump.position()];
            dump.get(text);
            texts.put(id, new String(text, StandardCharsets.UTF_8));
        } else if (tag == LOADED_CLASS) {
            dump.getInt();
            long id = dump.getLong();
            dump.getInt();
            classNames.put(id, texts.get(dump.getLong()).replace('/', '.'));
        } else if (tag == HEAP || tag == HEAP_SEGMENT) {
            while (dump.position() < end) {
                heapRecord();
            }
        }
    }

    private void heapRecord() {
        int start = dump.position();
        int tag = dump.get() & 0xff;
        switch (tag) {
            case 0xFF, 0x05, 0x07 -> skip(8);
            case 0x04, 0x06 -> skip(12);
            case 0x01, 0x02, 0x03, 0x08 -> skip(16);
            case CLASS -> classRecord();
            case INSTANCE -> {
                objects.add(dump.getLong(), start);
                skip(12);
                skip(dump.getInt());
            }
            case REFERENCES -> {
                objects.add(dump.getLong(), start);
                skip(4);
                int length = dump.getInt();
                skip(8 + 8 * length);
            }
            case PRIMITIVES -> {
                objects.add(dump.getLong(), start);
                skip(4);
                int length = dump.getInt();
                skip(length * ClassLayout.dumped(dump.get()));
            }
            default -> throw new IllegalStateException("HPROF has no heap record " + tag);
        }
    }

    private void classRecord() {
        long id = dump.getLong();
        skip(4);
        long parent = dump.getLong();
        skip(5 * 8 + 4);
        for (int constants = dump.getShort() & 0xffff; constants > 0; constants--) {
            skip(2);
            skip(ClassLayout.dumped(dump.get()));
        }
        for (int statics = dump.getShort() & 0xffff; statics > 0; statics--) {
            skip(8);
            skip(ClassLayout.dumped(dump.get()));
        }
        List<Field> fields = new ArrayList<>();
        for (int count = dump.getShort() & 0xffff; count > 0; count--) {
            fields.add(new Field(texts.get(dump.getLong()), dump.get()));
        }
        classes.put(id, new ClassLayout(classNames.get(id), parent, fields));
    }

    private void skip(int bytes) {
        dump.position(dump.position() + bytes);
    }
}
