package humeur.training.bert;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Named buffers of floats in a file, with a line that says what they belong to. A file appears whole or not at all: it is
 * written beside its place, flushed to the disk and then moved there.
 */
final class CheckpointFile {
    private static final int MAGIC = 0x48554D31;
    private static final int BUFFER = 1 << 16;

    private final Path path;

    CheckpointFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** This file, which a command writes. */
    CheckpointFile writtenBy(String command) throws MissingCheckpointException {
        if (!exists()) {
            throw new MissingCheckpointException(path, command);
        }
        return this;
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    void write(String description, Map<String, FloatBuffer> buffers) throws IOException {
        Files.createDirectories(path.getParent());
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        CRC32 checksum = new CRC32();
        try (FileOutputStream file = new FileOutputStream(unfinished.toFile());
                DataOutputStream out = new DataOutputStream(
                        new CheckedOutputStream(new BufferedOutputStream(file, BUFFER), checksum))) {
            out.writeInt(MAGIC);
            out.writeUTF(description);
            out.writeInt(buffers.size());
            for (Map.Entry<String, FloatBuffer> buffer : buffers.entrySet()) {
                out.writeUTF(buffer.getKey());
                write(out, buffer.getValue());
            }
            out.writeLong(checksum.getValue());
            out.flush();
            file.getFD().sync();
        }
        Files.move(unfinished, path, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /**
     * Fills the buffers with those that were written, and returns their description.
     *
     * @throws CheckpointException if the file is damaged, or holds other buffers
     */
    String read(Map<String, FloatBuffer> buffers) throws IOException {
        CRC32 checksum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER), checksum))) {
            if (in.readInt() != MAGIC) {
                throw new CheckpointException(path, "it is no checkpoint of this version");
            }
            String description = in.readUTF();
            int count = in.readInt();
            if (count != buffers.size()) {
                throw new CheckpointException(path, "it holds %d tensors, not %d".formatted(count, buffers.size()));
            }
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                FloatBuffer buffer = buffers.get(name);
                if (buffer == null) {
                    throw new CheckpointException(path, "its tensor \"%s\" is none of this model's".formatted(name));
                }
                read(in, name, buffer);
            }
            long expected = checksum.getValue();
            if (in.readLong() != expected) {
                throw new CheckpointException(path, "its checksum is wrong");
            }
            return description;
        }
    }

    private static void write(DataOutputStream out, FloatBuffer floats) throws IOException {
        out.writeInt(floats.limit());
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        float[] chunk = new float[BUFFER / Float.BYTES];
        for (int from = 0; from < floats.limit(); from += chunk.length) {
            int length = Math.min(chunk.length, floats.limit() - from);
            floats.get(from, chunk, 0, length);
            bytes.asFloatBuffer().put(chunk, 0, length);
            out.write(bytes.array(), 0, length * Float.BYTES);
        }
    }

    private void read(DataInputStream in, String name, FloatBuffer floats) throws IOException {
        int size = in.readInt();
        if (size != floats.limit()) {
            throw new CheckpointException(
                    path, "its tensor \"%s\" has %d values, not %d".formatted(name, size, floats.limit()));
        }
        byte[] bytes = new byte[BUFFER];
        float[] chunk = new float[BUFFER / Float.BYTES];
        for (int from = 0; from < size; from += chunk.length) {
            int length = Math.min(chunk.length, size - from);
            in.readFully(bytes, 0, length * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(chunk, 0, length);
            floats.put(from, chunk, 0, length);
        }
    }
}
