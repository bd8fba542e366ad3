package humeur.benchmark.options;

import static java.util.Objects.requireNonNull;

/**
 * One option of a command line.
 *
 * @param name  with its dashes, as in {@code --rounds}
 * @param value what its value stands for, as in {@code N}; empty for a flag
 * @param help  what it does, with its default
 */
public record Option(String name, String value, String help) {
    public Option {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
        requireNonNull(help, "help is null");
    }

    public static Option flag(String name, String help) {
        return new Option(name, "", help);
    }

    public boolean isFlag() {
        return value.isEmpty();
    }

    String synopsis() {
        return isFlag() ? name : name + " " + value;
    }
}
