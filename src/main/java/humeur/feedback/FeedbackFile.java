package humeur.feedback;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A file that only grows, and that one process at a time writes. What {@link #append} has returned from is on the disk;
 * what a crash left behind the last whole line is cut off when the file is opened.
 *
 * <p>Not safe for use by several threads at once.
 */
final class FeedbackFile implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedbackFile.class);
    private static final int BUFFER = 1 << 16;
    private static final int MARGIN = 1 << 12;

    private final Path path;
    private final FileChannel channel;
    private final long maxSize;
    private long end;

    private FeedbackFile(Path path, FileChannel channel, long maxSize, long end) {
        this.path = path;
        this.channel = channel;
        this.maxSize = maxSize;
        this.end = end;
    }

    /** Empty if another process writes the file, or this one does already. */
    static Optional<FeedbackFile> open(Path path, long maxSize) throws IOException {
        FileChannel channel = OwnerOnly.open(path);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            long end = endOfLastWholeLine(channel);
            if (end < channel.size()) {
                LOG.warnf("%s: the last %d bytes are of no whole line, and are cut off", path, channel.size() - end);
                channel.truncate(end);
                channel.force(true);
            }
            OwnerOnly.sync(path.toAbsolutePath().getParent());
            return Optional.of(new FeedbackFile(path, channel, maxSize, end));
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Writes a line and waits until it is on the disk. When it throws, nothing of the line is left, or the file is closed.
     *
     * @throws StorageFullException if the file would become too large, or the disk is full
     */
    void append(byte[] line) throws IOException, StorageFullException {
        if (line.length > maxSize - end) {
            throw new StorageFullException("%s has reached its largest size of %d bytes".formatted(path, maxSize));
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest, end + rest.position());
            }
            channel.force(false);
            end += line.length;
        } catch (IOException e) {
            boolean full = isFull(e, line.length);
            undo();
            if (full) {
                throw new StorageFullException("There is no room on the disk of " + path, e);
            }
            throw e;
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debugf(e, "%s could not be closed", path);
        }
    }

    private void undo() {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            close();
        }
    }

    /** Java knows the reason only by a message, which may be in another language. */
    private boolean isFull(IOException failure, int bytes) {
        String message = String.valueOf(failure.getMessage());
        try {
            return message.contains("No space left")
                    || message.contains("quota exceeded")
                    || path.toAbsolutePath().getParent().toFile().getUsableSpace() < bytes + MARGIN;
        } catch (SecurityException e) {
            return false;
        }
    }

    /** A line that is not whole, with whole ones after it, is none of a crash; it is left alone. */
    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        byte[] line = new byte[BUFFER];
        int length = 0;
        long position = 0;
        long end = 0;
        // Not closed, which would close the channel.
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER);
        long size = channel.size();
        for (int next = in.read(); next >= 0 && position < size; next = in.read()) {
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
            position++;
            if (next == '\n') {
                if (FeedbackLine.isWhole(line, length)) {
                    end = position;
                }
                length = 0;
            }
        }
        return end;
    }
}
