package humeur.telemetry.appinsights;

/** The connection string cannot be used. */
public final class InvalidConnectionStringException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidConnectionStringException(String reason) {
        super("The connection string of Application Insights cannot be used: " + reason
                + ". Copy it from the resource's overview in the Azure portal"
                + " (InstrumentationKey=...;IngestionEndpoint=https://...)");
    }
}
