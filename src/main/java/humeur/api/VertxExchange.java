package humeur.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Optional;

/** A request that Vert.x received, in the contract's terms. */
record VertxExchange(RoutingContext context) {
    private static final String BODY = VertxExchange.class.getName();
    private static final byte[] NO_BODY = {};

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
        return new Request(
                context.request().method().name(),
                context.request().path(),
                Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE)),
                body == null ? NO_BODY : body.getBytes());
    }

    /** Lets Funqy send the body, and sets what it knows nothing of in the last moment before the head goes out. */
    void announce(Answer answer) {
        context.addHeadersEndHandler(ignored -> head(answer));
    }

    void send(Answer answer) {
        head(answer);
        context.response().end(answer.body());
    }

    private void head(Answer answer) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach(response::putHeader);
    }
}
