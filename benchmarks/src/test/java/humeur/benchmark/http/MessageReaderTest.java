package humeur.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private static MessageReader reader(String stream) {
        return new MessageReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpAnswer answer(String stream) throws IOException {
        return reader(stream).answer();
    }

    @Nested
    class An_answer {
        @Test
        void of_known_length_leaves_the_next_one_unread() throws IOException {
            var reader = reader(
                    "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhiHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            assertThat(reader.answer().text()).isEqualTo("hi");
            assertThat(reader.answer().status()).isEqualTo(404);
        }

        @Test
        void in_chunks_is_put_together() throws IOException {
            HttpAnswer answer = answer(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n");
            assertThat(answer.text()).isEqualTo("abc0123456789");
            assertThat(answer.keepAlive()).isTrue();
        }

        @Test
        void without_length_ends_with_the_connection() throws IOException {
            HttpAnswer answer = answer("HTTP/1.0 200 OK\r\nServer: x\r\n\r\nall of this");
            assertThat(answer.text()).isEqualTo("all of this");
            assertThat(answer.keepAlive()).isFalse();
        }

        @Test
        void says_where_the_service_s_time_went() throws IOException {
            var reader = reader("HTTP/1.1 200 OK\r\nserver-timing: total;dur=1.5\r\nContent-Length: 0\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            assertThat(reader.answer().serverTiming()).isEqualTo("total;dur=1.5");
            assertThat(reader.answer().serverTiming()).isEmpty();
        }

        @Test
        void that_closes_the_connection_says_so() throws IOException {
            assertThat(answer("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")
                            .keepAlive())
                    .isFalse();
        }

        @Test
        void cut_short_is_an_error() {
            assertThatThrownBy(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("5 of 9 bytes");
        }

        @Test
        void that_is_not_HTTP_is_shown() {
            assertThatThrownBy(() -> answer("220 smtp ready\r\n"))
                    .isInstanceOf(MalformedAnswerException.class)
                    .hasMessageContaining("220 smtp ready");
        }
    }

    @Nested
    class A_request {
        @Test
        void is_read_to_its_end() throws IOException {
            String request = new String(HttpRequest.prediction("é").bytes(), StandardCharsets.UTF_8);
            var reader = reader(request + request);
            assertThat(reader.skipRequest()).isTrue();
            assertThat(reader.skipRequest()).isTrue();
            assertThat(reader.skipRequest()).isFalse();
        }

        @Test
        void carries_the_text_as_JSON() {
            assertThat(new String(
                            HttpRequest.prediction("say \"hi\"\n\uD83D\uDE00").bytes(), StandardCharsets.UTF_8))
                    .startsWith("POST /predict/ HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n{\"text\":\"say \\\"hi\\\"\\u000a\\ud83d\\ude00\"}");
        }
    }
}
