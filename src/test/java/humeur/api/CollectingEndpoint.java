package humeur.api;

import humeur.telemetry.appinsights.IngestionEndpoint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has the service under test send its telemetry to an endpoint of the test's own. */
public final class CollectingEndpoint implements QuarkusTestResourceLifecycleManager {
    private IngestionEndpoint endpoint;

    @Override
    public Map<String, String> start() {
        endpoint = IngestionEndpoint.start();
        return Map.of(
                "applicationinsights.connection.string",
                endpoint.connectionString(),
                "humeur.telemetry.consumer-header",
                "X-Consumer");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(endpoint, new TestInjector.MatchesType(IngestionEndpoint.class));
    }

    @Override
    public void stop() {
        endpoint.close();
    }
}
