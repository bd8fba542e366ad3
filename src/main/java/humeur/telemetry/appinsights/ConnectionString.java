package humeur.telemetry.appinsights;

import static java.util.Objects.requireNonNull;

import humeur.telemetry.UuidForm;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where telemetry goes, as Azure's portal shows it: {@code InstrumentationKey=…;IngestionEndpoint=https://…}.
 *
 * @param instrumentationKey names the resource
 * @param track takes the envelopes
 */
public record ConnectionString(String instrumentationKey, URI track) {
    private static final String GLOBAL_SUFFIX = "services.visualstudio.com";
    private static final String PATH = "/v2.1/track";

    public ConnectionString {
        requireNonNull(instrumentationKey, "instrumentationKey is null");
        requireNonNull(track, "track is null");
    }

    /**
     * Reads a connection string; the names' case does not matter, and names that are not known are passed over.
     *
     * @throws InvalidConnectionStringException if there is no instrumentation key or no endpoint in it
     */
    public static ConnectionString parse(String value) throws InvalidConnectionStringException {
        Map<String, String> fields = new HashMap<>();
        for (String field : value.split(";")) {
            if (field.isBlank()) {
                continue;
            }
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new InvalidConnectionStringException("a part of it is not of the form Name=value");
            }
            fields.put(
                    field.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    field.substring(equals + 1).strip());
        }
        String key = fields.getOrDefault("instrumentationkey", "");
        if (!UuidForm.matches(key)) {
            throw new InvalidConnectionStringException(
                    key.isEmpty() ? "it has no InstrumentationKey" : "its InstrumentationKey is not a UUID");
        }
        return new ConnectionString(key, track(endpoint(fields)));
    }

    private static String endpoint(Map<String, String> fields) {
        String location = Optional.ofNullable(fields.get("location"))
                .filter(name -> !name.isEmpty())
                .map(name -> name + ".")
                .orElse("");
        return fields.getOrDefault(
                "ingestionendpoint",
                "https://%sdc.%s".formatted(location, fields.getOrDefault("endpointsuffix", GLOBAL_SUFFIX)));
    }

    private static URI track(String endpoint) throws InvalidConnectionStringException {
        try {
            URI uri = URI.create(endpoint.replaceAll("/+$", "") + PATH);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) { // No URI either.
        }
        throw new InvalidConnectionStringException("its IngestionEndpoint is not an http(s) URL");
    }

    /** The key is no secret, but need not stand in logs. */
    @Override
    public String toString() {
        return "ConnectionString[" + track + "]";
    }
}
