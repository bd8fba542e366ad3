package humeur.benchmark;

import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.JavaProgram;
import humeur.benchmark.candidate.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A service whose answers are its arguments, one a connection, the last one for ever; it listens as Humeur does. */
public final class FixtureService {
    public static final String RIGHT = answer("200 OK", "{\"prediction\": 1, \"sentiment\": \"Positive\"}");
    public static final String WRONG = answer("200 OK", "{\"prediction\": 0, \"sentiment\": \"Negative\"}");
    public static final String NOT_READY = answer("503 Service Unavailable", "{\"detail\": \"the model is loading\"}");

    private FixtureService() {}

    public static Candidate answering(String... answers) {
        var command = Stream.of(JavaProgram.command(FixtureService.class), List.of(answers))
                .flatMap(List::stream);
        return new Candidate("fixture", command.toList(), Path.of("").toAbsolutePath(), Map.of(), Probe.PREDICTION);
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    public static void main(String... answers) throws IOException {
        int port = Integer.parseInt(System.getenv("FUNCTIONS_CUSTOMHANDLER_PORT"));
        try (var server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            for (int next = 0; ; next = Math.min(next + 1, answers.length - 1)) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().readNBytes(1);
                    socket.getInputStream().readNBytes(socket.getInputStream().available());
                    socket.getOutputStream().write(answers[next].getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
