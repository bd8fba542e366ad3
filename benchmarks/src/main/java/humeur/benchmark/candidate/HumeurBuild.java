package humeur.benchmark.candidate;

import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Maven has left in the project's build folder. */
public final class HumeurBuild {
    private final Path project;
    private final Path target;

    /** @param target the build folder, {@code target} within the project unless moved */
    public HumeurBuild(Path project, Path target) {
        this.project = project;
        this.target = target;
    }

    /** The executable of the assembled Functions package, started in that package as the Functions host does. */
    public Availability nativePackage() {
        Path folder = target.resolve("azure-functions-native");
        Path executable = folder.resolve("humeur");
        if (!Files.isExecutable(executable)) {
            return new Unavailable("no " + executable + "; build it: mvn package -Dnative");
        }
        return available(KnownCandidate.NATIVE, List.of(executable.toString()), folder);
    }

    /** The same with the logistic regression as its default model. */
    public Availability nativePackageWithWords() {
        return nativePackage() instanceof Available available
                ? new Available(available
                        .candidate()
                        .named(KnownCandidate.WORDS)
                        .with("HUMEUR_MODELS_DEFAULT", "logistic-regression"))
                : nativePackage();
    }

    /**
     * A program of one source file that has the native package's own classes, without the service, at hand; run where the
     * package lies, with its models and libraries.
     */
    public Availability nativeClasses(String name, Path program, List<String> arguments) {
        Optional<Path> sources = first("*-native-image-source-jar");
        if (!(nativePackage() instanceof Available packaged)) {
            return nativePackage();
        }
        if (sources.isEmpty()) {
            return new Unavailable(
                    "no classes of the native package in " + target + "; build it: mvn package -Dnative");
        }
        String classPath = String.join(
                File.pathSeparator,
                sources.get().resolve("*").toString(),
                sources.get().resolve("lib").resolve("*").toString());
        return new Available(new Candidate(
                name,
                JavaProgram.sourceCommand(program, classPath, arguments),
                packaged.candidate().directory(),
                Map.of(),
                Probe.PREDICTION));
    }

    /** The application on this very JVM. */
    public Availability onJvm() {
        return runnableJar()
                .<Availability>map(jar -> available(
                        KnownCandidate.JVM,
                        List.of(JavaProgram.launcher().toString(), "-jar", jar.toString()),
                        project))
                .orElseGet(() -> new Unavailable("no runnable jar in " + target + "; build it: mvn package"));
    }

    private static Availability available(String name, List<String> command, Path directory) {
        return new Available(new Candidate(name, command, directory, Map.of(), Probe.PREDICTION));
    }

    /** Quarkus' fast-jar, or the legacy jar that its Azure Functions extension asks for. */
    private Optional<Path> runnableJar() {
        Path fastJar = target.resolve("quarkus-app").resolve("quarkus-run.jar");
        if (Files.exists(fastJar)) {
            return Optional.of(fastJar);
        }
        return first("*-runner.jar");
    }

    private Optional<Path> first(String glob) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(target, glob)) {
            var iterator = matches.iterator();
            return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + target, e);
        }
    }
}
