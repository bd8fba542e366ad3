package humeur.benchmark.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One HTTP/1.1 connection to this machine, one request at a time.
 *
 * <p>The JDK's own client spends more CPU time on an exchange than a fast service does, and would share the
 * machine with it: this one writes bytes made beforehand and reads no more than it must.
 */
public final class HttpConnection implements Closeable {
    private final Socket socket;
    private final MessageReader reader;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new MessageReader(socket.getInputStream());
    }

    /** @param timeout for the connection itself and for each read after it */
    public static HttpConnection open(int port, Duration timeout) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            int millis = Math.toIntExact(Math.max(1, timeout.toMillis()));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.setSoTimeout(millis);
            return new HttpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** @throws MalformedAnswerException if what comes back is not HTTP/1.x */
    public HttpAnswer exchange(HttpRequest request) throws IOException {
        socket.getOutputStream().write(request.bytes());
        return reader.answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
