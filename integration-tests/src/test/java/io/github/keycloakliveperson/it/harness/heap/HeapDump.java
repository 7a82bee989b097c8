package io.github.keycloakliveperson.it.harness.heap;

import io.github.keycloakliveperson.it.harness.KeycloakProcess;
import io.github.keycloakliveperson.it.harness.heap.ClassLayout.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/** The live objects of a server's JVM. */
public final class HeapDump {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;

    private final ByteBuffer dump;
    private final Map<Long, ClassLayout> classes;
    private final ObjectIndex objects;

    private HeapDump(ByteBuffer dump) {
        HprofReader reader = new HprofReader(dump);
        reader.read();
        this.dump = dump;
        this.classes = reader.classes;
        this.objects = reader.objects;
        objects.sort();
    }

    /** Collects the server's garbage and takes what is left, which halts it for some seconds. */
    public static HeapDump of(KeycloakProcess keycloak) {
        try {
            Path directory = Files.createTempDirectory("heap");
            Path file = directory.resolve("dump.hprof");
            write(keycloak.server().javaProcess().pid(), file);
            try (FileChannel channel = FileChannel.open(file)) {
                return new HeapDump(channel.map(MapMode.READ_ONLY, 0, channel.size()));
            } finally {
                // what is mapped stays readable
                Files.delete(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(long pid, Path file) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(
                                jcmd.toString(),
                                Long.toString(pid),
                                "GC.heap_dump",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(file)) {
            throw new IllegalStateException(output);
        }
    }

    /** The objects of exactly this class. */
    public LongStream instances(String className) {
        long type =
                classes.entrySet().stream()
                        .filter(entry -> className.equals(entry.getValue().name()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No class " + className))
                        .getKey();
        return Arrays.stream(objects.ids())
                .filter(
                        id -> {
                            int at = objects.position(id);
                            return dump.get(at) == HprofReader.INSTANCE
                                    && dump.getLong(at + 13) == type;
                        });
    }

    /** The object that a field of an object refers to, 0 for null. */
    public long get(long object, String field) {
        return dump.getLong(position(object, field));
    }

    /** The value of a field of type {@code long}. */
    public long number(long object, String field) {
        return dump.getLong(position(object, field));
    }

    /** The name of an object's class; null for arrays. */
    public String className(long object) {
        int at = objects.position(object);
        return dump.get(at) == HprofReader.INSTANCE
                ? classes.get(dump.getLong(at + 13)).name()
                : null;
    }

    /** The text of a string whose characters are all in Latin-1. */
    public String text(long string) {
        int at = objects.position(get(string, "value"));
        byte[] text = new byte[dump.getInt(at + 13)];
        dump.get(at + 18, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of all objects that can be reached from these, each counted once. */
    public long bytes(LongStream from) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        from.forEach(open::add);
        long bytes = 0;
        while (!open.isEmpty()) {
            long object = open.poll();
            if (objects.position(object) >= 0 && seen.add(object)) {
                bytes += size(object);
                references(object, (field, target) -> open.add(target));
            }
        }
        return bytes;
    }

    private long size(long object) {
        int at = objects.position(object);
        if (dump.get(at) == HprofReader.INSTANCE) {
            long fields = 0;
            for (ClassLayout type = type(at); type != null; type = classes.get(type.parent())) {
                fields += type.fields().stream().mapToInt(f -> ClassLayout.real(f.type())).sum();
            }
            return aligned(HEADER + fields);
        }
        int element =
                dump.get(at) == HprofReader.REFERENCES ? ClassLayout.REFERENCE : dump.get(at + 17);
        return aligned(ARRAY_HEADER + (long) dump.getInt(at + 13) * ClassLayout.real(element));
    }

    private static long aligned(long bytes) {
        return (bytes + 7) / 8 * 8;
    }

    private int position(long object, String name) {
        int at = objects.position(object);
        int position = at + 25;
        for (ClassLayout type = type(at); type != null; type = classes.get(type.parent())) {
            for (Field field : type.fields()) {
                if (field.name().equals(name)) {
                    return position;
                }
                position += ClassLayout.dumped(field.type());
            }
        }
        throw new IllegalStateException(className(object) + " has no field " + name);
    }

    private void references(long object, BiConsumer<String, Long> visitor) {
        int at = objects.position(object);
        if (dump.get(at) == HprofReader.INSTANCE) {
            int position = at + 25;
            for (ClassLayout type = type(at); type != null; type = classes.get(type.parent())) {
                for (Field field : type.fields()) {
                    if (field.isReference()) {
                        visitor.accept(field.name(), dump.getLong(position));
                    }
                    position += ClassLayout.dumped(field.type());
                }
            }
        } else if (dump.get(at) == HprofReader.REFERENCES) {
            for (int i = 0; i < dump.getInt(at + 13); i++) {
                visitor.accept("", dump.getLong(at + 25 + 8 * i));
            }
        }
    }

    private ClassLayout type(int at) {
        return classes.get(dump.getLong(at + 13));
    }
}
