package humeur.telemetry;

import java.util.regex.Pattern;

/** The written form of a UUID (RFC 9562, section 4); {@link java.util.UUID#fromString} takes others too. */
public final class UuidForm {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidForm() {}

    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }
}
