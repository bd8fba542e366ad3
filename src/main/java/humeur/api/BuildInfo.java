package humeur.api;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which Humeur this is; both values are set by the build. */
@Singleton
class BuildInfo {
    private final String version;
    private final String commit;

    BuildInfo(
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "humeur.build.commit") String commit) {
        this.version = version;
        this.commit = commit;
    }

    /** The semantic version. */
    String version() {
        return version;
    }

    /** The Git commit, or {@code unknown} when it was built outside a checkout. */
    String commit() {
        return commit;
    }
}
