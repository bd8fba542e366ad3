package humeur.api;

import humeur.telemetry.Outcome;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Everything about HTTP that Funqy cannot say. A {@code POST} with a document goes on to Funqy; Quarkus's own pages under
 * {@code /q/} are left alone; the contract answers the rest at once, on the event loop.
 */
@ApplicationScoped
class VertxRoutes {
    private static final String DOCS = "/docs";
    /** A redirect would not do: the Functions host follows it by itself, and the page's files would not be found. */
    private static final Answer TO_SWAGGER_UI =
            new Answer(200, Map.of(), "text/html; charset=utf-8", """
            <!doctype html>
            <html lang="en">
            <title>Humeur</title>
            <meta http-equiv="refresh" content="0; url=/q/swagger-ui/">
            <a href="/q/swagger-ui/">The API's documentation</a>
            """, Outcome.NONE);

    private static final String QUARKUS = "/q/";
    /** Behind Quarkus's CORS filter (300), so that it hears of every request, and before all routes. */
    private static final int BEFORE_ROUTES = 250;

    private static final int AFTER_BODY_HANDLER = 0;

    private final Contract contract;
    private final ClosedPaths closed;
    private final Observers observers;

    VertxRoutes(Contract contract, ClosedPaths closed, Observers observers) {
        this.contract = contract;
        this.closed = closed;
        this.observers = observers;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::dispatch, BEFORE_ROUTES);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::secure).failureHandler(this::failed);
        router.post().order(AFTER_BODY_HANDLER).handler(this::claimBody);
    }

    private void secure(RoutingContext context) {
        SecurityHeaders.of(context.request().path()).forEach(context.response()::putHeader);
        context.next();
    }

    private void dispatch(RoutingContext context) {
        String path = context.request().path();
        VertxExchange exchange = new VertxExchange(context);
        exchange.begin();
        if (!path.startsWith(QUARKUS)) {
            exchange.observe(observers);
        }
        if (closed.contains(context.normalizedPath())) {
            exchange.send(contract.notFound());
        } else if (path.equals(DOCS)) {
            exchange.send(contract.readOnly(exchange.request(), TO_SWAGGER_UI));
        } else if (path.startsWith(QUARKUS)
                || Contract.takesBody(path) && context.request().method() == HttpMethod.POST) {
            context.next();
        } else {
            exchange.send(contract.answer(exchange.request()));
        }
    }

    private void claimBody(RoutingContext context) {
        if (Contract.takesBody(context.request().path())) {
            new VertxExchange(context).claimBody();
        }
        context.next();
    }

    private void failed(RoutingContext context) {
        VertxExchange exchange = new VertxExchange(context);
        // A body whose announced length is too large is refused before any filter.
        exchange.observe(observers);
        switch (context.statusCode()) {
            case 404 -> exchange.send(contract.notFound());
            case 413 -> exchange.send(contract.bodyTooLarge());
            case 500 -> exchange.send(contract.failed(context.failure()));
            default -> context.next();
        }
    }
}
