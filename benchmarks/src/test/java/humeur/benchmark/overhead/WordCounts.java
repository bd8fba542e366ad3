package humeur.benchmark.overhead;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.JavaProgram;
import humeur.benchmark.candidate.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Both sides with a model whose tokens are words: a service that keeps connections, and the model alone. */
public final class WordCounts {
    private static final String TIMING = "tokenise;dur=0.010, infer;dur=0.020, total;dur=0.050";

    private WordCounts() {}

    static Candidate service() {
        return service(TIMING);
    }

    static Candidate service(String timing) {
        return candidate("http", timing);
    }

    /** @param wrong how many tokens it counts too many */
    static Candidate direct(int wrong) {
        return candidate("direct", Integer.toString(wrong));
    }

    private static Candidate candidate(String... arguments) {
        return new Candidate(
                arguments[0],
                JavaProgram.command(WordCounts.class, arguments),
                Path.of("").toAbsolutePath(),
                Map.of(),
                Probe.PREDICTION);
    }

    public static void main(String... arguments) throws IOException {
        if (arguments[0].equals("direct")) {
            int wrong = Integer.parseInt(arguments[1]);
            DirectLoop.serve(text -> text.split(" ").length + wrong);
            return;
        }
        int port = Integer.parseInt(System.getenv("FUNCTIONS_CUSTOMHANDLER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, arguments[1]));
        server.start();
    }

    private static void answer(HttpExchange exchange, String timing) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int words = body.split(" ").length;
        byte[] answer = "{\"prediction\":1,\"sentiment\":\"Positive\",\"tokens_total\":%d,\"tokens_used\":%d}"
                .formatted(words, words)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Server-Timing", timing);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
