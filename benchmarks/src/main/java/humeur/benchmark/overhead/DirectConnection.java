package humeur.benchmark.overhead;

import humeur.benchmark.process.RunningCandidate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Gives orders to a {@link DirectLoop} in another process. */
final class DirectConnection implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(20);

    private final RunningCandidate direct;
    private final Duration timeout;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private DirectConnection(RunningCandidate direct, Duration timeout, Socket socket) throws IOException {
        this.direct = direct;
        this.timeout = timeout;
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /**
     * Waits until the model is open, and hands over the texts.
     *
     * @param tokens of each text; what the model says has to agree
     * @throws humeur.benchmark.process.CandidateFailedException if it dies, is not ready in time, or counts otherwise
     */
    static DirectConnection open(RunningCandidate direct, Duration timeout, List<String> texts, int tokens) {
        try {
            var connection =
                    new DirectConnection(direct, timeout, connect(direct, System.nanoTime() + timeout.toNanos()));
            connection.texts(texts, tokens);
            return connection;
        } catch (IOException e) {
            throw direct.failed("takes no texts: " + e.getMessage());
        }
    }

    /** Lets so many threads call the model again and again. */
    DirectTurn run(int threads, Duration duration) {
        Duration cpuBefore = direct.usage().cpu();
        try {
            allow(timeout.plus(duration));
            out.writeInt(threads);
            out.writeLong(duration.toNanos());
            out.flush();
            Duration elapsed = Duration.ofNanos(in.readLong());
            double[] milliseconds = new double[in.readInt()];
            for (int i = 0; i < milliseconds.length; i++) {
                milliseconds[i] = in.readDouble();
            }
            return new DirectTurn(elapsed, direct.usage().cpu().minus(cpuBefore), milliseconds);
        } catch (IOException e) {
            throw direct.failed("takes no orders: " + e.getMessage());
        }
    }

    private static Socket connect(RunningCandidate direct, long endNanos) {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), direct.port());
            } catch (IOException e) {
                if (!direct.isAlive() || System.nanoTime() > endNanos) {
                    throw direct.failed("does not open its port");
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    /** What hangs is not waited for without end. */
    private void allow(Duration longest) throws IOException {
        socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
    }

    private void texts(List<String> texts, int tokens) throws IOException {
        allow(timeout);
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
        out.flush();
        for (String text : texts) {
            int counted = in.readInt();
            if (counted != tokens) {
                throw direct.failed(
                        "counts %d tokens where the service counts %d: %s".formatted(counted, tokens, text));
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw direct.failed("does not let go: " + e.getMessage());
        }
    }
}
