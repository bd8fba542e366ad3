package humeur.benchmark.http;

import java.io.IOException;
import java.io.InputStream;

/** Buffers a stream for one thread: {@link java.io.BufferedInputStream} takes a lock for every byte. */
final class SingleThreadBuffer extends InputStream {
    private final InputStream source;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;

    SingleThreadBuffer(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return filled() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean filled() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, source.read(buffer));
        }
        return position < limit;
    }
}
