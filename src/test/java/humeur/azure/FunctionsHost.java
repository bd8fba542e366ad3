package humeur.azure;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Does to a custom handler what the Azure Functions host does: starts it in the function app's folder with the port in its
 * environment, polls {@code GET /} until any HTTP answer comes, forwards requests with its own headers, and ends it.
 *
 * <p>Source: github.com/Azure/azure-functions-host, {@code src/WebJobs.Script/Workers/Http}.
 */
final class FunctionsHost implements AutoCloseable {
    private static final Duration POLLING_INTERVAL = Duration.ofMillis(25);
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORT = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private final Process process;
    private final int port;
    private final Path log;

    private FunctionsHost(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a handler on a free port and waits until it answers. */
    static FunctionsHost start(FunctionApp app, Map<String, String> settings) {
        FunctionsHost host = launch(app, settings, freePort());
        try {
            host.awaitAnswer();
            return host;
        } catch (RuntimeException | Error e) {
            host.close();
            throw e;
        }
    }

    /** Starts a handler without waiting for it. */
    static FunctionsHost launch(FunctionApp app, Map<String, String> settings, int port) {
        try {
            Path log = Files.createTempFile("custom-handler", ".log");
            ProcessBuilder builder = new ProcessBuilder(app.command())
                    .directory(app.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            builder.environment()
                    .putAll(Map.of(
                            PORT,
                            Integer.toString(port),
                            "FUNCTIONS_HTTPWORKER_PORT",
                            Integer.toString(port),
                            "FUNCTIONS_APP_ROOT_PATH",
                            app.folder().toString(),
                            "FUNCTIONS_CUSTOMHANDLER_WORKER_ID",
                            UUID.randomUUID().toString(),
                            "FUNCTIONS_WORKER_RUNTIME",
                            "custom"));
            return new FunctionsHost(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request as the host forwards it: the original path and headers, and the host's own. */
    RequestSpecification forwarded() {
        return given().baseUri("http://" + LOOPBACK)
                .port(port)
                .header("Host", "humeur.azurewebsites.net")
                .header("User-Agent", "Azure-Functions-Host/4.1042.100")
                .header("X-Azure-Functions-HostVersion", "4.1042.100")
                .header("X-Azure-Functions-InvocationId", UUID.randomUUID().toString())
                .header("X-Forwarded-For", "203.0.113.7:51234")
                .header("X-Forwarded-Host", "humeur.azurewebsites.net")
                .header("X-Forwarded-Proto", "https")
                .header("X-Original-URL", "/predict/")
                .header("X-ARR-LOG-ID", UUID.randomUUID().toString())
                .header("X-WAWS-Unencoded-URL", "/predict/")
                .header("DISGUISED-HOST", "humeur.azurewebsites.net")
                .header("x-ms-request-id", UUID.randomUUID().toString())
                .header("x-ms-client-request-id", UUID.randomUUID().toString());
    }

    Response predict(String text) {
        return forwarded()
                .contentType("application/json")
                .body(Map.of("text", text))
                .post("/predict/");
    }

    /** A connection to the handler, for requests that come in pieces. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(LOOPBACK, port));
        return socket;
    }

    /** Sends SIGTERM and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** The exit status; fails if the handler takes longer than the host allows. */
    int awaitEnd() {
        return awaitEnd(ENDS_WITHIN);
    }

    int awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Still running after %s:%n%s".formatted(limit, log()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** What the handler has written to its standard output and error. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills what a test left running. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new AssertionError("Ended with %d:%n%s".formatted(process.exitValue(), log()));
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("No answer within %s:%n%s".formatted(READY_WITHIN, log()));
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: %s:%d\r\n\r\n"
                            .formatted(LOOPBACK, port)
                            .getBytes());
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLLING_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
