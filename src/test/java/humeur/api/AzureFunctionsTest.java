package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's table through the adapter that Azure's Java worker calls. */
@QuarkusTest
class AzureFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Contract contract;

    @Inject
    Observers observers;

    static Stream<ContractCase> cases() {
        return ContractCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSame(ContractCase expected) throws Exception {
        Response response = (Response) call(new AzureFunctions(contract, observers), new Message(expected));
        assertThat(response.getStatusCode()).as(response.body).isEqualTo(expected.status());
        assertThat(response.getHeader("Content-Type")).isEqualTo(expected.contentType());
        if (!expected.answer().isEmpty()) {
            assertThat(JSON.readTree(response.body)).isEqualTo(JSON.readTree(expected.answer()));
        }
    }

    /** Chooses the function as the host does by its routes. */
    private static HttpResponseMessage call(AzureFunctions functions, Message message) {
        return switch (message.getUri().getPath()) {
            case "/predict", "/predict/" -> functions.predict(message, null);
            case "/predict/batch", "/predict/batch/" -> functions.batch(message, null);
            default -> functions.other(message, null);
        };
    }

    private record Message(ContractCase exchange) implements HttpRequestMessage<Optional<String>> {
        @Override
        public URI getUri() {
            return URI.create("http://localhost" + exchange.path());
        }

        @Override
        public HttpMethod getHttpMethod() {
            return HttpMethod.valueOf(exchange.method());
        }

        /** The worker hands headers over in lower case. */
        @Override
        public Map<String, String> getHeaders() {
            Map<String, String> headers = new HashMap<>();
            exchange.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
            return headers;
        }

        @Override
        public Map<String, String> getQueryParameters() {
            return Map.of();
        }

        @Override
        public Optional<String> getBody() {
            return Optional.of(exchange.body()).filter(body -> !body.isEmpty());
        }

        @Override
        public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
            return new Response().status(status);
        }

        @Override
        public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
            return new Response().status(status);
        }
    }

    private static final class Response implements HttpResponseMessage, HttpResponseMessage.Builder {
        private final Map<String, String> headers = new HashMap<>();
        private HttpStatusType status;
        private String body = "";

        @Override
        public Builder status(HttpStatusType newStatus) {
            status = newStatus;
            return this;
        }

        @Override
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public Builder body(Object newBody) {
            body = (String) newBody;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return this;
        }

        @Override
        public HttpStatusType getStatus() {
            return status;
        }

        @Override
        public String getHeader(String name) {
            return headers.get(name);
        }

        @Override
        public Object getBody() {
            return body;
        }
    }
}
