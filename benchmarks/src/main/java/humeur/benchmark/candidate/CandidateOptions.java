package humeur.benchmark.candidate;

import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.options.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that say what is measured, the same for every benchmark. */
public final class CandidateOptions {
    private static final Option ONLY = new Option(
            "--only",
            "NAMES",
            "Measure only these, separated by commas: floor, native, jvm, python or names of --candidate.");
    private static final Option CANDIDATE = new Option(
            "--candidate",
            "NAME=COMMAND",
            "One more candidate: a command (no shell; {port} and FUNCTIONS_CUSTOMHANDLER_PORT hold the port), or the name of a"
                    + " known candidate to run a second time. May be repeated.");
    private static final Option ENV =
            new Option("--env", "NAME:VARIABLE=VALUE", "An environment variable for one candidate. May be repeated.");
    private static final Option DIR = new Option(
            "--dir", "NAME:FOLDER", "The working directory of one candidate, such as a second build's package folder.");
    public static final Option TARGET =
            new Option("--target", "FOLDER", "Where the build is (default: the project's target).");
    private static final Option DATA = new Option(
            "--data",
            "FILE",
            "CSV of label,text (.csv or .csv.gz; 0 negative, 1 positive) to train the Python peer on.");
    private static final Option ROWS = new Option("--rows", "N", "Train it on the first N rows only.");
    private static final Option PYTHON =
            new Option("--python", "PROGRAM", "The Python interpreter (default: python3).");

    /** In the order in which help lists them. */
    public static final List<Option> ALL = List.of(ONLY, CANDIDATE, ENV, DIR, TARGET, DATA, ROWS, PYTHON);

    private static final Pattern ADDITIONAL = Pattern.compile("(?<name>[\\w.+-]+)=(?<rest>.+)", Pattern.DOTALL);
    private static final Pattern VARIABLE =
            Pattern.compile("(?<name>[\\w.+-]+):(?<rest>[^=]+)=(?<value>.*)", Pattern.DOTALL);
    private static final Pattern DIRECTORY = Pattern.compile("(?<name>[\\w.+-]+):(?<rest>.+)", Pattern.DOTALL);

    private final Options options;

    public CandidateOptions(Options options) {
        this.options = options;
    }

    record Additional(String name, String command) {}

    record Variable(String candidate, String name, String value) {}

    record Directory(String candidate, Path folder) {}

    Optional<List<String>> only() {
        return options.last(ONLY.name())
                .map(names ->
                        Arrays.stream(names.split(",", -1)).map(String::strip).toList());
    }

    List<Additional> additional() {
        return options.all(CANDIDATE.name()).stream()
                .map(value -> matched(CANDIDATE, ADDITIONAL, value))
                .map(match -> new Additional(match.group("name"), match.group("rest")))
                .toList();
    }

    List<Variable> variables() {
        return options.all(ENV.name()).stream()
                .map(value -> matched(ENV, VARIABLE, value))
                .map(match -> new Variable(match.group("name"), match.group("rest"), match.group("value")))
                .toList();
    }

    List<Directory> directories() {
        return options.all(DIR.name()).stream()
                .map(value -> matched(DIR, DIRECTORY, value))
                .map(match -> new Directory(match.group("name"), existing(DIR, Path.of(match.group("rest")))))
                .toList();
    }

    public Path target(Path otherwise) {
        return options.last(TARGET.name())
                .map(Path::of)
                .orElse(otherwise)
                .toAbsolutePath()
                .normalize();
    }

    public Optional<Path> data() {
        return options.last(DATA.name()).map(file -> existing(DATA, Path.of(file)));
    }

    public Optional<Integer> rows() {
        return options.has(ROWS.name()) ? Optional.of(options.positive(ROWS.name(), 1)) : Optional.empty();
    }

    public String python() {
        return options.last(PYTHON.name()).orElse("python3");
    }

    private static Path existing(Option option, Path path) {
        if (!Files.exists(path)) {
            throw new UsageException(option.name() + ": there is no " + path);
        }
        return path.toAbsolutePath().normalize();
    }

    private static Matcher matched(Option option, Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            throw new UsageException("%s: expected %s, not \"%s\"".formatted(option.name(), option.value(), value));
        }
        return matcher;
    }
}
