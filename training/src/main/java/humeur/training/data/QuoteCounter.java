package humeur.training.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes on their way to the CSV reader, which takes one that is never closed for one that ends with the file. */
final class QuoteCounter extends FilterReader {
    private boolean odd;

    QuoteCounter(Reader in) {
        super(in);
    }

    /** Whether a quote is still open. */
    boolean odd() {
        return odd;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        odd ^= c == '"';
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            odd ^= buffer[i] == '"';
        }
        return read;
    }
}
