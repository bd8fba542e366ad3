package humeur.telemetry;

import java.util.function.DoubleSupplier;

/**
 * A quantity of this instance that goes up and down, read whenever somebody reports it. A bean of this type is all that it
 * takes to have it reported.
 */
public interface Gauge {
    static Gauge of(String name, String description, DoubleSupplier value) {
        return new Gauge() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return description;
            }

            @Override
            public double value() {
                return value.getAsDouble();
            }
        };
    }

    /** In OpenTelemetry's form, such as {@code humeur.queue.depth}. */
    String name();

    /** What it is and in which unit, in one sentence. */
    String description();

    /** Now; cheap, and safe to call from any thread. */
    double value();
}
