package humeur.telemetry.appinsights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import humeur.telemetry.appinsights.Reply.Accepted;
import humeur.telemetry.appinsights.Reply.Later;
import humeur.telemetry.appinsights.Reply.Partial;
import humeur.telemetry.appinsights.Reply.QuotaSpent;
import humeur.telemetry.appinsights.Reply.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * The ingestion endpoint: one {@code POST} a batch, gzipped lines of JSON. A redirect is followed and remembered.
 *
 * <p>The JDK's oldest client does it, since a native image has most of it anyway; bodies are of a known length, so that it
 * never repeats a request by itself. For the statuses see Azure's {@code ApplicationInsights-Java},
 * {@code agent/agent-tooling/…/ResponseCode} and {@code StatusCode}.
 */
final class Track {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> TRANSIENT = Set.of(401, 403, 408, 429, 500, 502, 503, 504);
    private static final Set<Integer> QUOTA = Set.of(402, 439);
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_ANSWER = 1 << 20;

    private final Pace pace;
    private URI uri;

    Track(URI uri, Pace pace) {
        this.uri = uri;
        this.pace = pace;
    }

    /** Sends a batch and waits for the answer; whatever fails becomes a reply. */
    Reply post(List<byte[]> envelopes) {
        try {
            byte[] body = gzip(envelopes);
            for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
                Optional<Reply> reply = post(body, envelopes.size());
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
            return new Later("it redirects without end", Optional.empty());
        } catch (IOException | RuntimeException e) { // A URL that the JDK cannot open is a RuntimeException.
            return new Later(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    /** Empty after a redirect. */
    private Optional<Reply> post(byte[] body, int envelopes) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout((int) pace.connect().toMillis());
        connection.setReadTimeout((int) pace.read().toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-json-stream");
        connection.setRequestProperty("Content-Encoding", "gzip");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        byte[] answer = answer(connection, status);
        if (status == 307 || status == 308) {
            return follow(connection.getHeaderField("Location")) ? Optional.empty() : Optional.of(new Refused(status));
        }
        return Optional.of(reply(status, answer, connection, envelopes));
    }

    /** Never from https to http. */
    private boolean follow(String location) {
        try {
            URI target = uri.resolve(location);
            boolean safe = "https".equalsIgnoreCase(target.getScheme())
                    || "http".equalsIgnoreCase(target.getScheme()) && "http".equalsIgnoreCase(uri.getScheme());
            if (safe && target.getHost() != null) {
                uri = target;
                return true;
            }
        } catch (RuntimeException e) { // No location, or none that is a URI.
        }
        return false;
    }

    private static Reply reply(int status, byte[] answer, HttpURLConnection connection, int envelopes) {
        if (status == 206) {
            return partial(answer, envelopes);
        }
        if (status / 100 == 2) {
            return new Accepted();
        }
        if (QUOTA.contains(status)) {
            return new QuotaSpent(status, RetryAfter.parse(connection.getHeaderField("Retry-After")));
        }
        if (TRANSIENT.contains(status)) {
            return new Later("status " + status, RetryAfter.parse(connection.getHeaderField("Retry-After")));
        }
        // Something that is no HTTP has the status -1.
        return status < 0 ? new Later("no HTTP", Optional.empty()) : new Refused(status);
    }

    private static Reply partial(byte[] answer, int envelopes) {
        List<Integer> again = new ArrayList<>();
        int refused = 0;
        try {
            for (JsonNode error : JSON.readTree(answer).path("errors")) {
                int index = error.path("index").asInt(-1);
                int status = error.path("statusCode").asInt();
                if (index >= 0 && index < envelopes && TRANSIENT.contains(status)) {
                    again.add(index);
                } else {
                    refused++;
                }
            }
            return new Partial(again, refused);
        } catch (IOException e) {
            return new Partial(List.of(), 0); // Part of it was taken: to send all again would double that.
        }
    }

    private static byte[] answer(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readNBytes(MAX_ANSWER);
        }
    }

    private static byte[] gzip(List<byte[]> envelopes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try (OutputStream gzip = new GZIPOutputStream(bytes, 8_192)) {
            for (byte[] envelope : envelopes) {
                gzip.write(envelope);
                gzip.write('\n');
            }
        }
        return bytes.toByteArray();
    }
}
