package humeur.benchmark.candidate;

import humeur.benchmark.options.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command as a POSIX shell does: words, single and double quotes, backslash. No shell runs it, so that
 * the shell's own start is not part of a cold start, and variables, pipes and the like mean nothing.
 */
final class CommandWords {
    private static final char NO_QUOTE = ' ';

    private final String command;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NO_QUOTE;

    private CommandWords(String command) {
        this.command = command;
    }

    /** @throws UsageException if a quote is not closed or there is no word at all */
    static List<String> of(String command) {
        return new CommandWords(command).split();
    }

    private List<String> split() {
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
                append(command.charAt(++i));
            } else if (c == quote && quote != NO_QUOTE) {
                quote = NO_QUOTE;
            } else if (quote == NO_QUOTE && (c == '\'' || c == '"')) {
                quote = c;
                inWord = true;
            } else if (quote == NO_QUOTE && Character.isWhitespace(c)) {
                endWord();
            } else {
                append(c);
            }
        }
        endWord();
        if (quote != NO_QUOTE) {
            throw new UsageException("a " + quote + " is not closed in: " + command);
        }
        if (words.isEmpty()) {
            throw new UsageException("an empty command");
        }
        return List.copyOf(words);
    }

    private void append(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
