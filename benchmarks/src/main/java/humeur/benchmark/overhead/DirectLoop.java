package humeur.benchmark.overhead;

import humeur.benchmark.load.Latencies;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Drives a model from within its own process, as one caller at the other end orders: first the texts, answered with the tokens
 * of each; then as often as one likes so many threads for so long, answered with how long that took and each call's time.
 * Everything goes as {@link DataOutputStream} writes it, and nothing while it measures.
 */
public final class DirectLoop {
    private static final String PORT = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private final Model model;
    private final List<String> texts;

    private DirectLoop(Model model, List<String> texts) {
        this.model = model;
        this.texts = texts;
    }

    /** A model that is ready. */
    public interface Model {
        /** Predicts a text, and says how many tokens it has. */
        int predict(String text);
    }

    /** Serves one caller on the port that a candidate is told, until it hangs up. */
    public static void serve(Model model) throws IOException {
        int port = Integer.parseInt(System.getenv(PORT));
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Socket socket = server.accept();
                var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
            var loop = new DirectLoop(model, texts(in));
            for (String text : loop.texts) {
                out.writeInt(model.predict(text));
            }
            out.flush();
            while (loop.order(in, out)) {
                out.flush();
            }
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }

    private boolean order(DataInputStream in, DataOutputStream out) throws IOException {
        int threads;
        try {
            threads = in.readInt();
        } catch (EOFException e) {
            return false;
        }
        long duration = in.readLong();
        long start = System.nanoTime();
        List<Latencies> latencies = callers(threads, start + duration);
        long elapsed = System.nanoTime() - start;
        double[] milliseconds = Latencies.milliseconds(latencies);
        out.writeLong(elapsed);
        out.writeInt(milliseconds.length);
        for (double one : milliseconds) {
            out.writeDouble(one);
        }
        return true;
    }

    private List<Latencies> callers(int threads, long endNanos) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * texts.size() / threads;
                running.add(pool.submit(() -> call(first, endNanos)));
            }
            List<Latencies> latencies = new ArrayList<>();
            for (Future<Latencies> one : running) {
                latencies.add(one.get());
            }
            return latencies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while driving the model", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Latencies call(int first, long endNanos) {
        var latencies = new Latencies();
        long before = System.nanoTime();
        int next = first;
        do { // Once at least: a turn without a call has no median.
            model.predict(texts.get(next++ % texts.size()));
            long after = System.nanoTime();
            latencies.add(after - before);
            before = after;
        } while (before < endNanos);
        return latencies;
    }
}
