package humeur.telemetry.appinsights;

import static java.util.Objects.requireNonNull;

/**
 * Who tells.
 *
 * @param role the name of this part of the system; not that of the Functions host, which tells of the same requests
 * @param instance names this process's machine among those of the role
 * @param version of the service
 * @param commit of the build
 * @param behindHost whether the Functions host, which tells of each request itself, runs it
 */
public record Service(String role, String instance, String version, String commit, boolean behindHost) {
    public Service {
        requireNonNull(role, "role is null");
        requireNonNull(instance, "instance is null");
        requireNonNull(version, "version is null");
        requireNonNull(commit, "commit is null");
    }
}
