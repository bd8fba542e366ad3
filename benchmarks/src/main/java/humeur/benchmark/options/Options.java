package humeur.benchmark.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A command line, read against the options that the program knows. An option may be repeated. */
public final class Options {
    private final Map<String, List<String>> given;

    private Options(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and flags.
     *
     * @throws UsageException for an unknown option, a missing value, or anything that is not an option
     */
    public static Options parse(List<Option> known, String... arguments) {
        Map<String, Option> byName = known.stream().collect(Collectors.toMap(Option::name, option -> option));
        Map<String, List<String>> given = new HashMap<>();
        var rest = new ArrayList<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String[] nameAndValue = rest.remove(0).split("=", 2);
            Option option = byName.get(nameAndValue[0]);
            if (option == null) {
                throw new UsageException("unknown option: " + nameAndValue[0]);
            }
            given.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value(option, nameAndValue, rest));
        }
        return new Options(given);
    }

    private static String value(Option option, String[] nameAndValue, List<String> rest) {
        if (nameAndValue.length == 2) {
            if (option.isFlag()) {
                throw new UsageException(option.name() + " takes no value");
            }
            return nameAndValue[1];
        }
        if (option.isFlag()) {
            return "";
        }
        if (rest.isEmpty()) {
            throw new UsageException(option.synopsis() + ": the value is missing");
        }
        return rest.remove(0);
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** Every value given for the option, in order. */
    public List<String> all(String name) {
        return List.copyOf(given.getOrDefault(name, List.of()));
    }

    /** The last value given for the option, which wins over earlier ones. */
    public Optional<String> last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** A whole number of at least 1. */
    public int positive(String name, int otherwise) {
        return last(name).map(value -> positiveNumber(name, value)).orElse(otherwise);
    }

    /** Whole numbers of at least 1, separated by commas. */
    public List<Integer> positives(String name, String otherwise) {
        return Arrays.stream(last(name).orElse(otherwise).split(",", -1))
                .map(value -> positiveNumber(name, value.strip()))
                .toList();
    }

    private static int positiveNumber(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(name + ": expected a whole number, not \"" + value + "\"");
        }
        throw new UsageException(name + ": expected at least 1, not " + value);
    }
}
