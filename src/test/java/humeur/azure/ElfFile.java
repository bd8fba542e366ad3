package humeur.azure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The versions of symbols that an executable or a library asks of the system's libraries, as the dynamic loader reads them:
 * from the 64-bit little-endian file's dynamic segment.
 *
 * <p>Sources: System V ABI, chapters 4 and 5; Linux Standard Base, "Symbol Versioning".
 */
final class ElfFile {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final long DT_STRTAB = 5;
    private static final long DT_VERNEED = 0x6ffffffeL;
    private static final long DT_VERNEEDNUM = 0x6fffffffL;

    private final ByteBuffer file;

    private ElfFile(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Names such as {@code GLIBC_2.34} and {@code GLIBCXX_3.4.21}. */
    static Set<String> requiredVersions(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return new ElfFile(channel.map(MapMode.READ_ONLY, 0, channel.size())).requiredVersions();
        }
    }

    private Set<String> requiredVersions() {
        if (file.getInt(0) != 0x464C457F || file.get(4) != 2 || file.get(5) != 1) {
            throw new AssertionError("Not a 64-bit little-endian ELF file");
        }
        Map<Long, Long> dynamic = dynamic();
        Set<String> versions = new TreeSet<>();
        int strings = offset(dynamic.get(DT_STRTAB));
        int need = dynamic.containsKey(DT_VERNEED) ? offset(dynamic.get(DT_VERNEED)) : 0;
        for (long i = 0; i < dynamic.getOrDefault(DT_VERNEEDNUM, 0L); i++) {
            int entry = need + file.getInt(need + 8);
            for (int j = 0; j < file.getShort(need + 2); j++) {
                versions.add(string(strings + file.getInt(entry + 8)));
                entry += file.getInt(entry + 12);
            }
            need += file.getInt(need + 12);
        }
        return versions;
    }

    private Map<Long, Long> dynamic() {
        Map<Long, Long> entries = new LinkedHashMap<>();
        for (int i = 0; i < segments(); i++) {
            int segment = segment(i);
            if (file.getInt(segment) == PT_DYNAMIC) {
                int at = (int) file.getLong(segment + 8);
                for (; file.getLong(at) != 0; at += 16) {
                    entries.put(file.getLong(at), file.getLong(at + 8));
                }
            }
        }
        return entries;
    }

    /** Where in the file the loader finds what lies at an address. */
    private int offset(long address) {
        for (int i = 0; i < segments(); i++) {
            int segment = segment(i);
            long start = file.getLong(segment + 16);
            if (file.getInt(segment) == PT_LOAD && address >= start && address < start + file.getLong(segment + 32)) {
                return Math.toIntExact(address - start + file.getLong(segment + 8));
            }
        }
        throw new AssertionError("No segment holds the address " + address);
    }

    private int segments() {
        return file.getShort(56);
    }

    private int segment(int index) {
        return Math.toIntExact(file.getLong(32)) + index * file.getShort(54);
    }

    private String string(int start) {
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        file.get(start, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
