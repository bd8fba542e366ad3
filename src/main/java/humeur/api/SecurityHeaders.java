package humeur.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells a browser to refrain from. An answer that names one of these headers itself has the last word.
 *
 * <p>Whether a service demands TLS is for its operator to say: Strict-Transport-Security is not among them.
 */
final class SecurityHeaders {
    static final String POLICY = "Content-Security-Policy";

    private static final String SWAGGER_UI = "/q/swagger-ui";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Swagger UI's start page holds its script, and it sets styles as it goes. */
    private static final String SWAGGER_UI_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> OF_DATA = with(NOTHING);
    private static final Map<String, String> OF_SWAGGER_UI = with(SWAGGER_UI_POLICY);

    private SecurityHeaders() {}

    static Map<String, String> of(String path) {
        return path.startsWith(SWAGGER_UI) ? OF_SWAGGER_UI : OF_DATA;
    }

    private static Map<String, String> with(String policy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(POLICY, policy);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        return headers;
    }
}
