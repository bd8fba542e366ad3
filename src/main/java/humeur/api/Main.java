package humeur.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Begins to open the default model, then starts Quarkus beside it. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Models.begin();
        Quarkus.run(arguments);
    }
}
