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
 * The usual Python stack: FastAPI on uvicorn and a pickled scikit-learn pipeline, trained once and kept in the cache
 * folder until what it is made from changes.
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
        this.source = requireNonNull(source, "source is null");
        this.cache = requireNonNull(cache, "cache is null");
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
        Path interpreter = new VirtualEnvironment(python, commands, requirements(), cache).interpreter();
        Path model = model(interpreter, data.get(), rows);
        return new Available(service(interpreter, model), "trained on " + description(model));
    }

    private Candidate service(Path interpreter, Path model) {
        var command = List.of(
                interpreter.toString(),
                "-m",
                "uvicorn",
                "app:app",
                "--host",
                "127.0.0.1",
                "--port",
                "{port}",
                "--log-level",
                "warning");
        var variables = Map.of("SENTIMENT_MODEL", model.toString());
        return new Candidate(KnownCandidate.PYTHON, command, source, variables, Probe.PREDICTION);
    }

    private Path model(Path interpreter, Path data, Optional<Integer> rows) {
        Path training = source.resolve("train.py");
        Fingerprint fingerprint = new Fingerprint()
                .file(training)
                .file(requirements())
                .file(data)
                .text(rows.map(Object::toString).orElse("all"));
        Path model = cache.resolve("model-" + fingerprint.hex() + ".pickle");
        if (!Files.exists(model)) {
            System.err.println("training the Python peer on " + data + " (some minutes for all of Sentiment140)");
            var command = new ArrayList<>(
                    List.of(interpreter.toString(), training.toString(), data.toString(), model.toString()));
            rows.ifPresent(limit -> command.addAll(List.of("--rows", limit.toString())));
            commands.run(source, command);
        }
        return model;
    }

    private Path requirements() {
        return source.resolve("requirements.txt");
    }

    /** What the training wrote beside its model. */
    private static String description(Path model) {
        Path file = model.resolveSibling(model.getFileName().toString().replace(".pickle", ".txt"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
