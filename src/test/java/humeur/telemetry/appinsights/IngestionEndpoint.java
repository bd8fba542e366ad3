package humeur.telemetry.appinsights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Application Insights' ingestion endpoint, version 2.1: takes gzipped lines of JSON at {@code /v2.1/track} and answers as it has
 * been told, or that it took everything.
 */
public final class IngestionEndpoint implements AutoCloseable {
    public static final String KEY = "00000000-1111-2222-3333-444444444444";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> taken = new ArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();

    /**
     * What is said of the next batch.
     *
     * @param refused for some positions the status of the envelope there; the others are taken if the whole is
     */
    record Answer(int status, Map<String, String> headers, Map<Integer, Integer> refused, Duration after) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), Map.of(), Duration.ZERO);
        }

        static Answer of(int status, String header, String value) {
            return new Answer(status, Map.of(header, value), Map.of(), Duration.ZERO);
        }

        static Answer partial(Map<Integer, Integer> refused) {
            return new Answer(206, Map.of(), refused, Duration.ZERO);
        }
    }

    private IngestionEndpoint(HttpServer server) {
        this.server = server;
    }

    public static IngestionEndpoint start() {
        return start(0);
    }

    static IngestionEndpoint start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            IngestionEndpoint endpoint = new IngestionEndpoint(server);
            server.createContext("/v2.1/track", endpoint::track);
            server.setExecutor(endpoint.threads);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String connectionString() {
        return "InstrumentationKey=%s;IngestionEndpoint=http://127.0.0.1:%d/".formatted(KEY, port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    IngestionEndpoint will(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** The envelopes that were taken. */
    public List<JsonNode> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** Those of one base type. */
    public List<JsonNode> taken(String baseType) {
        return taken().stream()
                .filter(envelope -> envelope.at("/data/baseType").asText().equals(baseType))
                .toList();
    }

    /** The sizes of the batches that were sent, taken or not. */
    List<Integer> batches() {
        return List.copyOf(batches);
    }

    public void forget() {
        synchronized (taken) {
            taken.clear();
        }
        batches.clear();
    }

    /** Waits until what was taken is as expected. */
    public void await(Predicate<IngestionEndpoint> expected) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!expected.test(this)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Batches %s, taken %s".formatted(batches, taken()));
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void track(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<JsonNode> batch = batch(exchange);
            batches.add(batch.size());
            Answer answer = answers.isEmpty() ? Answer.of(200) : answers.remove();
            pause(answer.after());
            if (answer.status() / 100 == 2) {
                List<JsonNode> accepted = IntStream.range(0, batch.size())
                        .filter(i -> !answer.refused().containsKey(i))
                        .mapToObj(batch::get)
                        .toList();
                synchronized (taken) {
                    taken.addAll(accepted);
                }
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = body(answer, batch.size()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static List<JsonNode> batch(HttpExchange exchange) throws IOException {
        List<JsonNode> batch = new ArrayList<>();
        boolean asAgreed = exchange.getRequestMethod().equals("POST")
                && "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                && "application/x-json-stream"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (!asAgreed) {
            throw new IOException("Not what the endpoint takes");
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(exchange.getRequestBody()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(JSON.readTree(line));
            }
        }
        return batch;
    }

    private static String body(Answer answer, int received) {
        String errors = String.join(
                ",",
                answer.refused().entrySet().stream()
                        .map(entry -> "{\"index\":%d,\"statusCode\":%d,\"message\":\"no\"}"
                                .formatted(entry.getKey(), entry.getValue()))
                        .toList());
        int accepted = answer.status() / 100 == 2 ? received - answer.refused().size() : 0;
        return "{\"itemsReceived\":%d,\"itemsAccepted\":%d,\"errors\":[%s]}".formatted(received, accepted, errors);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
