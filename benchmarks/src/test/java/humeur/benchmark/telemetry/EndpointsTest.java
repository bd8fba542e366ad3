package humeur.benchmark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.FixtureService;
import humeur.benchmark.candidate.Candidate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final String VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private final Endpoints endpoints = new Endpoints();
    private final List<Candidate> candidates = endpoints.candidates(FixtureService.answering());

    @AfterEach
    void close() {
        endpoints.close();
    }

    private int post(String candidate) throws IOException {
        String connection = candidates.stream()
                .filter(one -> one.name().equals(candidate))
                .findFirst()
                .orElseThrow()
                .environment()
                .get(VARIABLE);
        String url = connection.substring(connection.indexOf("http")) + "v2.1/track";
        var request = (HttpURLConnection) URI.create(url).toURL().openConnection();
        request.setReadTimeout(200 + (int) Endpoints.DELAY.toMillis());
        request.setDoOutput(true);
        request.getOutputStream().write(new byte[1_000]);
        return request.getResponseCode();
    }

    @Test
    void stand_beside_two_services_without_telemetry() {
        assertThat(candidates)
                .extracting(Candidate::name)
                .containsExactly("off", "healthy", "refusing", "off-again", "silent", "failing");
        assertThat(candidates)
                .filteredOn(candidate -> candidate.environment().get(VARIABLE).isEmpty())
                .extracting(Candidate::name)
                .containsExactly("off", "off-again");
    }

    @Test
    void may_be_well() throws IOException {
        assertThat(post("healthy")).isEqualTo(200);
        assertThat(endpoints.asked("healthy")).contains(1);
    }

    @Test
    void may_refuse_connections() {
        assertThatThrownBy(() -> post("refusing")).isInstanceOf(ConnectException.class);
        assertThat(endpoints.asked("refusing")).isEmpty();
    }

    @Test
    void may_accept_and_never_answer() {
        assertThatThrownBy(() -> post("silent")).isInstanceOf(SocketTimeoutException.class);
        assertThat(endpoints.asked("silent")).contains(1);
    }

    @Test
    void may_fail_slowly() throws IOException {
        long start = System.nanoTime();
        assertThat(post("failing")).isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Endpoints.DELAY);
    }

    @Test
    void say_nothing_when_nobody_has_asked_them() throws IOException {
        post("healthy");
        assertThatThrownBy(endpoints::requireTouched)
                .isInstanceOf(UntouchedEndpointException.class)
                .hasMessageContaining("no telemetry has come to the endpoint of silent, failing");
    }
}
