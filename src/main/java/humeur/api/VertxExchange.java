package humeur.api;

import humeur.telemetry.Exchange;
import humeur.telemetry.Outcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Optional;

/** A request that Vert.x received, in the contract's terms. */
record VertxExchange(RoutingContext context) {
    private static final String BODY = VertxExchange.class.getName() + ".body";
    private static final String BEGUN = VertxExchange.class.getName() + ".begun";
    private static final String OBSERVED = VertxExchange.class.getName() + ".observed";
    private static final String ANSWER = VertxExchange.class.getName() + ".answer";
    private static final byte[] NO_BODY = {};

    /** Notes when the request came, and gives every answer the headers that tell of it; once, however often it is called. */
    Begun begin() {
        Begun begun = context.get(BEGUN);
        if (begun != null) {
            return begun;
        }
        Begun now = Begun.now(Optional.ofNullable(context.request().getHeader(RequestIds.HEADER)));
        context.put(BEGUN, now);
        context.addHeadersEndHandler(ignored -> now.headers(outcome()).forEach(context.response()::putHeader));
        return now;
    }

    /** Has the observers told once the answer has gone, or the caller; once, however often it is called. */
    void observe(Observers observers) {
        if (context.get(OBSERVED) != null) {
            return;
        }
        context.put(OBSERVED, true);
        Begun begun = begin();
        context.addEndHandler(ended -> {
            Answer answer = context.get(ANSWER);
            int status = ended.failed() && answer == null
                    ? Exchange.CALLER_GONE
                    : context.response().getStatusCode();
            // Observers are told nothing of the body, and it is not copied for them.
            observers.answered(begun, request(NO_BODY), status, outcome());
        });
    }

    /**
     * Keeps the body from Funqy, which would parse it with types laxer than the contract's; a function without input gets
     * none.
     */
    void claimBody() {
        Buffer body = context.body().buffer();
        if (body != null) {
            context.put(BODY, body);
            ((RoutingContextInternal) context).setBody(null);
        }
    }

    Request request() {
        Buffer body = context.get(BODY);
        return request(body == null ? NO_BODY : body.getBytes());
    }

    private Request request(byte[] body) {
        return new Request(
                context.request().method().name(),
                context.request().path(),
                name -> Optional.ofNullable(context.request().getHeader(name)),
                context.response()::closed,
                body);
    }

    /** Lets Funqy send the body, and sets what it knows nothing of in the last moment before the head goes out. */
    void announce(Answer answer) {
        context.put(ANSWER, answer);
        context.addHeadersEndHandler(ignored -> head(answer));
    }

    void send(Answer answer) {
        context.put(ANSWER, answer);
        head(answer);
        context.response().end(answer.body());
    }

    private Outcome outcome() {
        Answer answer = context.get(ANSWER);
        return answer == null ? Outcome.NONE : answer.outcome();
    }

    private void head(Answer answer) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach(response::putHeader);
    }
}
