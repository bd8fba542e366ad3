package humeur.api;

import java.util.Locale;
import java.util.Optional;

/** What a request's {@code Accept} says (RFC 9110, section 12.5.1), as far as a choice of two types needs it. */
final class MediaRanges {
    private MediaRanges() {}

    /** Whether a page is wanted rather than JSON; programs, which name neither or any type, want JSON. */
    static boolean preferHtml(Optional<String> accept) {
        String ranges = accept.orElse("").toLowerCase(Locale.ROOT);
        return ranges.contains("text/")
                && quality(ranges, "text/html", "text/*") > quality(ranges, "application/json", "application/*");
    }

    /** That of the most specific range that covers the type. */
    private static double quality(String ranges, String type, String family) {
        double quality = 0;
        int specificity = 0;
        for (String range : ranges.split(",")) {
            String[] parts = range.split(";");
            String name = parts[0].strip();
            int specific = name.equals(type) ? 3 : name.equals(family) ? 2 : name.equals("*/*") ? 1 : 0;
            if (specific > specificity) {
                specificity = specific;
                quality = weight(parts);
            }
        }
        return quality;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
