package humeur.benchmark.options;

import humeur.benchmark.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** The answer to {@code --help}, made from the same list of options that the command line is read against. */
public final class HelpText {
    private static final int INDENT = 28;
    private static final int WIDTH = 110;

    private HelpText() {}

    public static String of(String name, String purpose, List<Option> options) {
        var text = new StringBuilder("Usage: benchmarks/%s [options]%n%n%s%n%nOptions:%n".formatted(name, purpose));
        for (Option option : options) {
            entry(text, option.synopsis(), option.help());
        }
        text.append("%nExit codes:%n".formatted());
        for (ExitCode exitCode : ExitCode.values()) {
            entry(text, Integer.toString(exitCode.code()), exitCode.meaning());
        }
        return text.toString();
    }

    private static void entry(StringBuilder text, String head, String body) {
        List<String> lines = wrapped(body);
        boolean ownLine = head.length() > INDENT - 4;
        text.append("  ").append(head);
        text.append(ownLine ? "\n" + " ".repeat(INDENT) : " ".repeat(INDENT - 2 - head.length()));
        text.append(String.join("\n" + " ".repeat(INDENT), lines)).append('\n');
    }

    private static List<String> wrapped(String body) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : body.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH - INDENT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
