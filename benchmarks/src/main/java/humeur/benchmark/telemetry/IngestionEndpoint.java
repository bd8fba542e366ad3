package humeur.benchmark.telemetry;

/** A stand-in for Application Insights on this machine that behaves in one way. */
interface IngestionEndpoint extends AutoCloseable {
    int port();

    /** How often it has been asked so far. */
    int asked();

    @Override
    void close();
}
