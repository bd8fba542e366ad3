package humeur.benchmark.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Python interpreter with pinned packages of its own, installed once and kept until the pins or Python change. */
final class VirtualEnvironment {
    private final Python python;
    private final Commands commands;
    private final Path requirements;
    private final Path folder;

    VirtualEnvironment(Python python, Commands commands, Path requirements, Path cache) {
        this.python = python;
        this.commands = commands;
        this.requirements = requirements;
        this.folder = cache.resolve("python-"
                + new Fingerprint()
                        .text(python.program())
                        .text(python.version())
                        .file(requirements)
                        .hex());
    }

    /** Its interpreter, installed now if it was not before. */
    Path interpreter() {
        Path interpreter = folder.resolve("bin").resolve("python");
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            System.err.println("installing the Python peer into " + folder);
            install(interpreter);
            write(complete);
        }
        return interpreter;
    }

    private void install(Path interpreter) {
        Path here = requirements.getParent();
        commands.run(here, List.of(python.program(), "-m", "venv", "--clear", folder.toString()));
        commands.run(
                here,
                List.of(
                        interpreter.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--requirement",
                        requirements.toString()));
    }

    private static void write(Path complete) {
        try {
            Files.writeString(complete, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + complete, e);
        }
    }
}
