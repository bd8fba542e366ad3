package humeur.benchmark.python;

import static java.util.Objects.requireNonNull;

import humeur.benchmark.candidate.Availability;
import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.KnownCandidate;
import humeur.benchmark.candidate.Probe;
import humeur.benchmark.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usual Python stack: FastAPI on uvicorn and a pickled scikit-learn pipeline, installed into a virtual environment and
 * trained once; both are kept in the cache folder until what they are made from changes.
 */
public final class PythonPeer {
    private final Python python;
    private final Commands commands;
    private final Path source;
    private final Path cache;

    /**
     * @param source the folder of the service, its training and its requirements
     * @param cache  where the virtual environment and the models are kept
     */
    public PythonPeer(Python python, ChildProcesses children, Path source, Path cache) {
        this.python = requireNonNull(python, "python is null");
        this.commands = new Commands(children);
        this.source = source;
        this.cache = cache;
    }

    /**
     * The peer, trained on the first rows of the data, or on all.
     *
     * @throws PeerSetupFailedException if installing or training fails
     */
    public Availability trainedOn(Optional<Path> data, Optional<Integer> rows) {
        if (data.isEmpty()) {
            return new Unavailable("it has nothing to be trained on; give it a CSV file of label,text with --data");
        }
        if (!python.isAtLeast(3, 11)) {
            return new Unavailable(
                    "its pinned requirements need Python 3.11 or newer; name such an interpreter with --python");
        }
        Path interpreter = environment();
        Path model = model(interpreter, data.get(), rows);
        var command = List.of(
                interpreter.toString(), "-m", "uvicorn", "app:app",
                "--host", "127.0.0.1", "--port", "{port}", "--log-level", "warning");
        var variables = Map.of("SENTIMENT_MODEL", model.toString());
        return new Available(
                new Candidate(KnownCandidate.PYTHON, command, source, variables, Probe.PREDICTION),
                "trained on " + read(description(model)).strip());
    }

    private Path environment() {
        Path requirements = source.resolve("requirements.txt");
        Path folder = cache.resolve("python-"
                + new Fingerprint().text(python.program()).text(python.version()).file(requirements).hex());
        Path interpreter = folder.resolve("bin").resolve("python");
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            System.err.println("installing the Python peer into " + folder);
            create(cache);
            commands.run(cache, List.of(python.program(), "-m", "venv", "--clear", folder.toString()));
            commands.run(cache, List.of(
                    interpreter.toString(), "-m", "pip", "install", "--quiet",
                    "--disable-pip-version-check", "--requirement", requirements.toString()));
            write(complete, "");
        }
        return interpreter;
    }

    private Path model(Path interpreter, Path data, Optional<Integer> rows) {
        Path training = source.resolve("train.py");
        String read = rows.map(Object::toString).orElse("all");
        Path model = cache.resolve("model-"
                + new Fingerprint().file(training).file(source.resolve("requirements.txt")).file(data).text(read).hex()
                + ".pickle");
        if (!Files.exists(model)) {
            System.err.println("training the Python peer on " + data + " (minutes on all of Sentiment140; kept for later runs)");
            var command = new ArrayList<>(List.of(
                    interpreter.toString(), training.toString(), data.toAbsolutePath().toString(), model.toString()));
            rows.ifPresent(limit -> command.addAll(List.of("--rows", limit.toString())));
            commands.run(cache, command);
        }
        return model;
    }

    private static Path description(Path model) {
        return model.resolveSibling(model.getFileName().toString().replace(".pickle", ".txt"));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
