package humeur.api;

import humeur.telemetry.Outcome;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The page for people at {@code /}, and its files under {@code /page/}. The files' paths hold a fingerprint of all of them, so
 * that a browser asks for each once, and never mixes those of two versions.
 */
@Singleton
class Page {
    static final String FOLDER = "/page";
    static final String PREFIX = FOLDER + "/";
    static final String ROUTE = PREFIX + "{version}/{file}";

    private static final String INDEX = "index.html";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
    private static final String REVALIDATED = "no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final boolean closed;
    private volatile PageFiles files;

    Page(ClosedPaths closedPaths) {
        this.closed = closedPaths.contains(FOLDER);
    }

    /** The page itself, for a request that prefers it. */
    Optional<Answer> welcome(Request request) {
        return closed || !MediaRanges.preferHtml(request.headers().first("Accept"))
                ? Optional.empty()
                : Optional.of(answer(request, INDEX, REVALIDATED));
    }

    /** A file of the page; empty if there is none of that name. */
    Optional<Answer> file(Request request) {
        String path = request.path().substring(PREFIX.length());
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean current = path.equals(files().fingerprint() + "/" + name);
        return files().contains(name) && !name.equals(INDEX)
                ? Optional.of(answer(request, name, current ? FOR_EVER : REVALIDATED))
                : Optional.empty();
    }

    private Answer answer(Request request, String name, String caching) {
        String tag = "\"" + files().fingerprint() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", caching);
        headers.put("ETag", tag);
        if (name.equals(INDEX)) {
            headers.put("Vary", "Accept");
            headers.put(SecurityHeaders.POLICY, POLICY);
        }
        boolean known = request.headers()
                .first("If-None-Match")
                .filter(tags -> tags.contains(tag))
                .isPresent();
        String content = known ? "" : files().content(name);
        return new Answer(known ? 304 : 200, headers, PageFiles.contentType(name), content, Outcome.NONE);
    }

    /** Read when someone asks first: a start of the service does not wait for it. */
    private PageFiles files() {
        PageFiles read = files;
        if (read == null) {
            read = PageFiles.read();
            files = read;
        }
        return read;
    }
}
