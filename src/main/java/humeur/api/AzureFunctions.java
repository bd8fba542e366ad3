package humeur.api;

import static com.microsoft.azure.functions.HttpMethod.DELETE;
import static com.microsoft.azure.functions.HttpMethod.GET;
import static com.microsoft.azure.functions.HttpMethod.HEAD;
import static com.microsoft.azure.functions.HttpMethod.OPTIONS;
import static com.microsoft.azure.functions.HttpMethod.PATCH;
import static com.microsoft.azure.functions.HttpMethod.POST;
import static com.microsoft.azure.functions.HttpMethod.PUT;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The same contract for Azure's Java worker, which runs the JVM package; the native package does not use it. */
public class AzureFunctions {
    private final Contract contract;
    private final Observers observers;

    AzureFunctions(Contract contract, Observers observers) {
        this.contract = contract;
        this.observers = observers;
    }

    /** {@code POST /predict} and {@code /predict/}. */
    @FunctionName("predict")
    public HttpResponseMessage predict(
            @HttpTrigger(
                            name = "request",
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            // Without a list the host would let no method through.
                            methods = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS},
                            route = "predict")
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return answer(request, context);
    }

    /** {@code POST /predict/batch}. */
    @FunctionName("predict-batch")
    public HttpResponseMessage batch(
            @HttpTrigger(
                            name = "request",
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            methods = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS},
                            route = "predict/batch")
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return answer(request, context);
    }

    /** Every other path; a catch-all has the lowest precedence among the host's routes. */
    @FunctionName("other")
    public HttpResponseMessage other(
            @HttpTrigger(
                            name = "request",
                            authLevel = AuthorizationLevel.ANONYMOUS,
                            methods = {GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS},
                            route = "{*path}")
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return answer(request, context);
    }

    private HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message, ExecutionContext context) {
        Map<String, String> headers = message.getHeaders();
        // The worker tells of the invocation otherwise than the host does a custom handler.
        Optional<String> invocation = Optional.ofNullable(context).map(ExecutionContext::getInvocationId);
        Begun begun = Begun.now(header(headers, RequestIds.HEADER));
        Request request = new Request(
                message.getHttpMethod().name(),
                message.getUri().getRawPath(),
                name -> name.equals(Observed.INVOCATION) && invocation.isPresent() ? invocation : header(headers, name),
                () -> false,
                message.getBody().orElse("").getBytes(StandardCharsets.UTF_8));
        Answer answer = contract.answer(request);
        observers.answered(begun, request, answer.status(), answer.outcome());
        HttpResponseMessage.Builder response = message.createResponseBuilder(HttpStatusType.custom(answer.status()))
                .header("Content-Type", answer.contentType());
        Map<String, String> sent = new HashMap<>(SecurityHeaders.of(request.path()));
        sent.putAll(answer.headers());
        sent.putAll(begun.headers(answer.outcome()));
        sent.forEach(response::header);
        return response.body(answer.body()).build();
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
