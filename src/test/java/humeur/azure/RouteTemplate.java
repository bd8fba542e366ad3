package humeur.azure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of {@code function.json}, in the part of ASP.NET Core's template syntax that Humeur uses: literals,
 * <code>{name}</code>, <code>{*rest}</code> and the root's <code>{ignored:maxlength(0)?}</code>.
 */
record RouteTemplate(String template) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /** Whether it takes any path that nothing else takes. */
    boolean isCatchAll() {
        return template.startsWith("{*");
    }

    /** A slash at the end does not count, as in ASP.NET Core. */
    boolean matches(String path) {
        return Pattern.matches(regex(), path.replaceFirst("^/", "").replaceFirst("/$", ""));
    }

    private String regex() {
        StringBuilder regex = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int end = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(template.substring(end, parameter.start())));
            regex.append(parameter(parameter.group(1)));
            end = parameter.end();
        }
        return regex.append(Pattern.quote(template.substring(end))).toString();
    }

    private static String parameter(String parameter) {
        if (parameter.startsWith("*")) {
            return ".*";
        }
        return parameter.endsWith(":maxlength(0)?") ? "" : "[^/]+";
    }
}
