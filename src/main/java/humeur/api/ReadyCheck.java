package humeur.api;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the default model is open. The reason why it is not stands in the log, not in a public answer. */
@Readiness
class ReadyCheck implements HealthCheck {
    private final Models models;

    ReadyCheck(Models models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        var ready = models.ready();
        boolean open = ready.isDone() && !ready.isCompletedExceptionally();
        String state = open ? "open" : ready.isDone() ? "unavailable" : "opening";
        return HealthCheckResponse.named("default model")
                .status(open)
                .withData("state", state)
                .build();
    }
}
