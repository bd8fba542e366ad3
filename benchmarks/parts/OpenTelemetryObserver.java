package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Observer;
import humeur.telemetry.Predicted;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * What telemetry by OpenTelemetry's SDK alone would be: a log record for each prediction and a span for each request, sent
 * every second by an exporter of a few lines. Only {@code cold-start-parts opentelemetry} compiles it, to measure what the
 * SDK costs beside the service's own sender.
 */
@Singleton
class OpenTelemetryObserver implements Observer {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> EVENT = AttributeKey.stringKey("microsoft.custom_event.name");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("model.name");
    private static final AttributeKey<String> LABEL = AttributeKey.stringKey("sentiment.label");
    private static final AttributeKey<Double> PROBABILITY = AttributeKey.doubleKey("sentiment.probability");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final Logger logger;
    private final Tracer tracer;

    OpenTelemetryObserver() {
        Resource resource = Resource.create(Attributes.of(SERVICE, "humeur"));
        this.logger = SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(BatchLogRecordProcessor.builder(new Logs())
                        .setScheduleDelay(EVERY)
                        .build())
                .build()
                .get("humeur");
        this.tracer = SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(BatchSpanProcessor.builder(new Spans())
                        .setScheduleDelay(EVERY)
                        .build())
                .build()
                .get("humeur");
    }

    @Override
    public void answered(Exchange exchange) {
        Instant end = exchange.start().plus(exchange.duration());
        tracer.spanBuilder(exchange.route())
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(exchange.start())
                .setAttribute(STATUS, (long) exchange.status())
                .startSpan()
                .end(end);
        for (Predicted predicted : exchange.outcome().predictions()) {
            logger.logRecordBuilder()
                    .setTimestamp(end)
                    .setSeverity(Severity.INFO)
                    .setAttribute(EVENT, "SentimentPredicted")
                    .setAttribute(MODEL, predicted.model())
                    .setAttribute(LABEL, predicted.sentiment().label())
                    .setAttribute(PROBABILITY, (double) predicted.probability())
                    .emit();
        }
    }

    private static CompletableResultCode post(List<String> lines) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(System.getenv("OPENTELEMETRY_ENDPOINT"))
                    .toURL()
                    .openConnection();
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Encoding", "gzip");
            try (OutputStream out = new GZIPOutputStream(connection.getOutputStream())) {
                out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            }
            return connection.getResponseCode() == 200
                    ? CompletableResultCode.ofSuccess()
                    : CompletableResultCode.ofFailure();
        } catch (IOException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    private static final class Logs implements LogRecordExporter {
        @Override
        public CompletableResultCode export(Collection<LogRecordData> logs) {
            return post(logs.stream().map(Object::toString).collect(Collectors.toList()));
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private static final class Spans implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return post(spans.stream().map(Object::toString).collect(Collectors.toList()));
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
