package humeur.telemetry.appinsights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import humeur.telemetry.appinsights.IngestionEndpoint.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender against an endpoint that speaks the protocol in each of its ways. */
class SenderTest {
    private static final Pace FAST = new Pace(
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofHours(1));

    private final IngestionEndpoint endpoint = IngestionEndpoint.start();
    private Sender sender = sender(endpoint.port());

    @AfterEach
    void end() {
        sender.end(Duration.ofSeconds(1));
        endpoint.close();
    }

    @Nested
    class A_healthy_endpoint {
        @Test
        void gets_what_comes_together_in_one_batch_within_two_seconds() throws Exception {
            sender.end(Duration.ZERO);
            sender = new Sender(
                    new Track(track(endpoint.port()), Pace.NORMAL), Pace.NORMAL, List::of, dropped -> List.of());
            long begin = System.nanoTime();
            send(0, 20);
            endpoint.await(taken(20));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            assertThat(endpoint.batches()).containsExactly(20);
        }

        @Test
        void gets_everything_once_and_in_order() throws Exception {
            send(0, 3_000);
            endpoint.await(taken(3_000));
            assertThat(numbers()).isEqualTo(IntStream.range(0, 3_000).boxed().toList());
        }
    }

    @Nested
    class An_endpoint_that_takes_a_part {
        @Test
        void gets_the_rest_again_but_what_it_refused_for_good() throws Exception {
            endpoint.will(Answer.partial(Map.of(1, 500, 3, 400, 4, 429)));
            send(0, 5);
            endpoint.await(taken(5)); // Four of five, and the report of the one that was dropped.
            assertThat(endpoint.batches()).startsWith(5, 2);
            assertThat(numbers()).containsExactlyInAnyOrder(0, 2, 1, 4, -1);
        }
    }

    @Nested
    class An_endpoint_that_cannot_now {
        @ParameterizedTest
        @ValueSource(ints = {408, 429, 500, 502, 503, 504})
        void gets_the_batch_again(int status) throws Exception {
            endpoint.will(Answer.of(status), Answer.of(status));
            send(0, 3);
            endpoint.await(taken(3));
            assertThat(endpoint.batches()).containsExactly(3, 3, 3);
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 503})
        void is_left_alone_for_as_long_as_it_asks(int status) throws Exception {
            endpoint.will(Answer.of(status, "Retry-After", "1"));
            long begin = System.nanoTime();
            send(0, 1);
            endpoint.await(taken(1));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Nested
    class An_endpoint_that_refuses_for_good {
        @Test
        void does_not_get_the_batch_again_and_later_hears_of_it() throws Exception {
            endpoint.will(Answer.of(400));
            send(0, 3);
            endpoint.await(sent -> sent.batches().size() == 1);
            send(3, 4);
            endpoint.await(taken(2));
            assertThat(numbers()).containsExactly(3, -3);
        }
    }

    @Nested
    class A_quota_that_is_spent {
        @ParameterizedTest
        @ValueSource(ints = {402, 439})
        void loses_the_batch_and_makes_a_pause(int status) throws Exception {
            endpoint.will(Answer.of(status));
            send(0, 2);
            endpoint.await(sent -> sent.batches().size() == 1);
            long begin = System.nanoTime();
            send(2, 3);
            endpoint.await(taken(2));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(200));
            assertThat(numbers()).containsExactly(2, -2);
        }
    }

    @Nested
    class A_redirect {
        @ParameterizedTest
        @ValueSource(ints = {307, 308})
        void is_followed_and_remembered(int status) throws Exception {
            try (IngestionEndpoint other = IngestionEndpoint.start()) {
                endpoint.will(Answer.of(status, "Location", track(other.port()).toString()));
                send(0, 2);
                other.await(taken(2));
                send(2, 3);
                other.await(taken(3));
                assertThat(endpoint.batches()).containsExactly(2);
            }
        }

        @Test
        void that_goes_in_circles_is_given_up() throws Exception {
            Answer circle = Answer.of(307, "Location", track(endpoint.port()).toString());
            endpoint.will(circle, circle, circle, circle, circle, circle, circle);
            send(0, 1);
            endpoint.await(taken(1));
            assertThat(numbers()).containsExactly(0);
        }
    }

    @Nested
    class An_endpoint_that_is_away {
        @Test
        void gets_everything_once_it_is_back() throws Exception {
            int port = endpoint.port();
            endpoint.close();
            send(0, 100);
            Thread.sleep(400);
            send(100, 200);
            try (IngestionEndpoint back = IngestionEndpoint.start(port)) {
                back.await(taken(200));
                assertThat(numbers(back))
                        .isEqualTo(IntStream.range(0, 200).boxed().toList());
            }
        }

        @Test
        void costs_no_more_than_the_buffer_and_hears_how_much_it_missed() throws Exception {
            int port = endpoint.port();
            endpoint.close();
            send(0, 1);
            Thread.sleep(300); // The first is in hand now.
            send(1, Sender.CAPACITY + 501);
            assertThat(sender.waiting()).isEqualTo(Sender.CAPACITY);
            try (IngestionEndpoint back = IngestionEndpoint.start(port)) {
                back.await(taken(Sender.CAPACITY + 2));
                assertThat(numbers(back)).contains(-500).doesNotContain(Sender.CAPACITY + 1);
            }
        }
    }

    @Nested
    class A_connection_that_is_reset {
        @Test
        void is_tried_again() throws Exception {
            AtomicInteger connections = new AtomicInteger();
            try (ServerSocket server = raw(socket -> {
                if (connections.incrementAndGet() < 3) {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0); // Closes with RST.
                    socket.close();
                } else {
                    answer(socket);
                }
            })) {
                sender = sender(server.getLocalPort());
                send(0, 1);
                await(() -> connections.get() == 3);
            }
        }
    }

    @Nested
    class An_endpoint_that_hangs {
        @Test
        void never_makes_those_wait_who_hand_over() throws Exception {
            try (ServerSocket server = raw(socket -> {})) {
                sender = sender(server.getLocalPort());
                long longest = 0;
                for (int i = 0; i < 3 * Sender.CAPACITY; i++) {
                    long begin = System.nanoTime();
                    sender.send(item(i));
                    longest = Math.max(longest, System.nanoTime() - begin);
                }
                assertThat(sender.waiting()).isLessThanOrEqualTo(Sender.CAPACITY);
                // Far below the time-outs, and above what a busy machine may take from a thread.
                assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(400));
            }
        }

        @Test
        void is_given_up_and_tried_again() throws Exception {
            AtomicInteger connections = new AtomicInteger();
            try (ServerSocket server = raw(socket -> {
                if (connections.incrementAndGet() > 1) {
                    answer(socket);
                }
            })) {
                sender = sender(server.getLocalPort());
                send(0, 1);
                await(() -> connections.get() == 2);
            }
        }

        @Test
        void does_not_hold_up_the_end() throws Exception {
            try (ServerSocket server = raw(socket -> {})) {
                sender = sender(server.getLocalPort());
                send(0, 10);
                Thread.sleep(200);
                long begin = System.nanoTime();
                sender.end(Duration.ofMillis(300));
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    @Nested
    class The_end {
        @Test
        void sends_what_waits() {
            send(0, 700);
            sender.end(Duration.ofSeconds(5));
            assertThat(numbers()).hasSize(700);
        }

        @Test
        void does_not_wait_for_a_pause_to_pass() throws Exception {
            endpoint.will(Answer.of(503, "Retry-After", "60"));
            send(0, 1);
            endpoint.await(sent -> sent.batches().size() == 1);
            sender.end(Duration.ofSeconds(5));
            assertThat(numbers()).containsExactly(0);
        }

        @Test
        void is_nothing_where_nothing_was_sent() {
            long begin = System.nanoTime();
            sender.end(Duration.ofSeconds(5));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private void send(int from, int to) {
        IntStream.range(from, to).forEach(i -> sender.send(item(i)));
    }

    private static Item item(int number) {
        return new Item() {
            @Override
            public int weight() {
                return 1;
            }

            @Override
            public List<byte[]> envelopes() {
                return List.of(envelope(number));
            }
        };
    }

    private static byte[] envelope(long number) {
        return "{\"number\": %d}".formatted(number).getBytes(StandardCharsets.UTF_8);
    }

    private List<Integer> numbers() {
        return numbers(endpoint);
    }

    /** Of the envelopes that were taken; a report of drops is negative. */
    private static List<Integer> numbers(IngestionEndpoint from) {
        return from.taken().stream()
                .map((JsonNode envelope) -> envelope.get("number").intValue())
                .toList();
    }

    private static java.util.function.Predicate<IngestionEndpoint> taken(int envelopes) {
        return endpoint -> endpoint.taken().size() >= envelopes;
    }

    private static Sender sender(int port) {
        return new Sender(new Track(track(port), FAST), FAST, List::of, dropped -> List.of(envelope(-dropped)));
    }

    private static URI track(int port) {
        return URI.create("http://127.0.0.1:" + port + "/v2.1/track");
    }

    private static void await(java.util.function.BooleanSupplier expected) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!expected.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private interface Conversation {
        void with(Socket socket) throws IOException;
    }

    /** A server below HTTP; its connections stay open unless the conversation closes them. */
    private static ServerSocket raw(Conversation conversation) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (true) {
                try {
                    conversation.with(server.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void answer(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                        .getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
    }
}
