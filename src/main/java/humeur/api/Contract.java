package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import humeur.api.ItemResult.Refused;
import humeur.sentiment.AbandonedException;
import humeur.sentiment.DeadlineException;
import humeur.sentiment.ModelException;
import humeur.sentiment.OverloadException;
import humeur.sentiment.UnknownModelException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The whole contract of Humeur's own paths: from a request, whoever received it, to its answer. Answers every request and
 * never throws.
 */
@Singleton
class Contract {
    static final String PREDICT = "/predict";
    static final String PREDICT_SLASH = "/predict/";
    static final String BATCH = "/predict/batch";
    static final String FEEDBACK = "/feedback";

    private static final Logger LOG = Logger.getLogger(Contract.class);
    private static final String ROOT = "/";
    private static final String MODELS = "/models";
    private static final String OPENAPI = "/openapi.json";
    private static final String STATS = "/stats";
    private static final Set<String> PAGES = Set.of(ROOT, MODELS, OPENAPI, STATS);
    private static final String READ = "GET, HEAD";
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String WRITE = "POST";

    private final Predictions predictions;
    private final FeedbackEndpoint feedback;
    private final Catalogue catalogue;
    private final ApiDocument document;
    private final Answer welcome;
    private final Page page;
    private final Stats stats;
    private final ClosedPaths closed;
    private final long maxBodySize;

    Contract(
            Predictions predictions,
            FeedbackEndpoint feedback,
            Catalogue catalogue,
            ApiDocument document,
            Welcome welcome,
            Page page,
            Stats stats,
            ClosedPaths closed,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.predictions = predictions;
        this.feedback = feedback;
        this.catalogue = catalogue;
        this.document = document;
        this.welcome = welcome.answer();
        this.page = page;
        this.stats = stats;
        this.closed = closed;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    /** Whether a path predicts, and so may take a model's time. */
    static boolean predicts(String path) {
        return path.equals(PREDICT) || path.equals(PREDICT_SLASH) || path.equals(BATCH);
    }

    /** Whether a path takes a document, and so blocks. */
    static boolean takesBody(String path) {
        return predicts(path) || path.equals(FEEDBACK);
    }

    /** The template of a path, for those who count requests. */
    static String route(String path) {
        if (path.equals(PREDICT_SLASH)) {
            return PREDICT;
        }
        if (path.startsWith(MODELS + "/")) {
            return MODELS + "/{name}";
        }
        if (path.startsWith(Page.PREFIX)) {
            return Page.ROUTE;
        }
        return takesBody(path) || PAGES.contains(path) ? path : "other";
    }

    Answer answer(Request request) {
        String path = request.path();
        if (closed.contains(path)) {
            return notFound();
        }
        if (takesBody(path)) {
            return request.method().equals(WRITE) ? document(request) : methodNotAllowed(WRITE);
        }
        boolean model = path.startsWith(MODELS + "/") && path.length() > MODELS.length() + 1;
        if (!model && !PAGES.contains(path) && !path.startsWith(Page.PREFIX)) {
            return notFound();
        }
        if (!reads(request)) {
            return methodNotAllowed(READ);
        }
        if (path.equals(ROOT)) {
            return page.welcome(request).orElse(welcome);
        }
        if (path.startsWith(Page.PREFIX)) {
            return page.file(request).orElseGet(this::notFound);
        }
        if (path.equals(STATS)) {
            return stats.answer();
        }
        if (path.equals(OPENAPI)) {
            return document.answer().orElseGet(this::notFound);
        }
        return guarded(() -> model ? catalogue.one(decoded(path.substring(MODELS.length() + 1))) : catalogue.all());
    }

    /** A document that only one of the ways to reach the contract has, for those who read. */
    Answer readOnly(Request request, Answer document) {
        return reads(request) ? document : methodNotAllowed(READ);
    }

    Answer notFound() {
        return Problem.NOT_FOUND.answer("See /openapi.json for the paths that there are.");
    }

    Answer methodNotAllowed(String allowed) {
        return Problem.METHOD_NOT_ALLOWED.answer("Use " + allowed + " here.", Map.of("Allow", allowed));
    }

    Answer bodyTooLarge() {
        return Problem.BODY_TOO_LARGE.answer(
                "A body may have at most %d bytes.".formatted(maxBodySize),
                Map.of(),
                json -> json.writeNumberField("limit", maxBodySize));
    }

    Answer failed(Throwable cause) {
        LOG.error("A request failed", cause);
        return Problem.FAILED.answer("The log of the service says why.").because(cause);
    }

    private Answer document(Request request) {
        if (request.path().equals(FEEDBACK) && !feedback.on()) {
            return feedback.off();
        }
        if (!isJson(request.headers().first("Content-Type"))) {
            return Problem.NOT_JSON.answer("Send the header Content-Type: application/json.");
        }
        if (request.body().length > maxBodySize) {
            return bodyTooLarge();
        }
        return guarded(() -> {
            try {
                return switch (request.path()) {
                    case FEEDBACK -> feedback.answer(request.body());
                    case BATCH -> predictions.batch(request);
                    default -> predictions.single(request);
                };
            } catch (InvalidRequestException e) {
                return Refused.because(e.violations()).alone();
            }
        });
    }

    private Answer guarded(Endpoint endpoint) {
        try {
            return endpoint.answer();
        } catch (UnknownModelException e) {
            return Problem.UNKNOWN_MODEL.answer(
                    "The models that there are stand in \"models\".", Map.of(), json -> writeNames(json, e.known()));
        } catch (ModelException e) {
            return Problem.MODEL_UNAVAILABLE
                    .answer("The log of the service says why.")
                    .because(e);
        } catch (OverloadException e) {
            return Problem.OVERLOADED.answer(
                    "Others are served first; come again later.", Map.of("Retry-After", RETRY_AFTER_SECONDS));
        } catch (DeadlineException e) {
            return Problem.TOO_MUCH_WORK.answer("Send fewer texts at a time, or do without \"explain\".");
        } catch (AbandonedException e) {
            return Problem.ABANDONED.answer("The caller has gone.");
        } catch (RuntimeException e) { // A model's, or a fault of ours: neither message holds the text.
            return failed(e);
        }
    }

    private static boolean reads(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private static void writeNames(JsonGenerator json, List<String> names) throws IOException {
        json.writeArrayFieldStart("models");
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    /** A client may escape the {@code @} before a version; what is not escaped rightly names no model. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** {@code application/json} and {@code application/*+json}, as FastAPI takes them, with any parameters. */
    private static boolean isJson(Optional<String> contentType) {
        String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    private interface Endpoint {
        Answer answer();
    }
}
