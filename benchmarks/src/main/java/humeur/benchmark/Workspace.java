package humeur.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are: the project that is measured, the Python peer's source, and what is kept between runs. */
public record Workspace(Path project) {
    private static final String HOME_PROPERTY = "humeur.benchmarks.home";

    public Workspace {
        project = project.toAbsolutePath().normalize();
    }

    /** The project that holds the {@code benchmarks} folder from which the program was started. */
    public static Workspace ofThisProgram() {
        return new Workspace(Path.of(System.getProperty(HOME_PROPERTY, "benchmarks"))
                .toAbsolutePath()
                .getParent());
    }

    public Path target() {
        return project.resolve("target");
    }

    /** Drives a model without the service around it. */
    public Path directProgram() {
        return project.resolve("benchmarks").resolve("direct").resolve("Direct.java");
    }

    public Path pythonSource() {
        return project.resolve("benchmarks").resolve("python");
    }

    /** By the XDG Base Directory Specification: in {@code $XDG_CACHE_HOME}, or {@code ~/.cache}. */
    public Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("humeur")
                .resolve("benchmarks");
    }

    /** A folder that a file server may show to anyone. */
    public Path emptyFolder() {
        try {
            return Files.createDirectories(cache().resolve("empty"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a folder in " + cache(), e);
        }
    }
}
