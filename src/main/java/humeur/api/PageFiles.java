package humeur.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that the page consists of, each of them text.
 *
 * @param fingerprint changes whenever a file does
 */
record PageFiles(String fingerprint, Map<String, String> contents) {
    static final List<String> NAMES = List.of(
            "api.js",
            "batch.js",
            "card.js",
            "chunks.js",
            "csv.js",
            "explanation.js",
            "face.js",
            "failures.js",
            "icon.svg",
            "index.html",
            "language.js",
            "live.js",
            "main.js",
            "messages.js",
            "nodes.js",
            "page.css",
            "single.js");

    private static final String FOLDER = "humeur/page/";
    /** Stands in {@code index.html} where the path of the other files goes. */
    private static final String PLACEHOLDER = "{{files}}";

    private static final int FINGERPRINT_BYTES = 8;

    PageFiles {
        contents = Map.copyOf(contents);
    }

    static PageFiles read() {
        Map<String, String> contents = new TreeMap<>();
        MessageDigest digest = sha256();
        for (String name : NAMES) {
            byte[] content = read(name);
            digest.update(content);
            contents.put(name, new String(content, UTF_8));
        }
        String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        contents.replaceAll((name, content) -> content.replace(PLACEHOLDER, Page.PREFIX + fingerprint));
        return new PageFiles(fingerprint, contents);
    }

    boolean contains(String name) {
        return contents.containsKey(name);
    }

    String content(String name) {
        return contents.get(name);
    }

    static String contentType(String name) {
        String type =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "html" -> "text/html";
                    case "css" -> "text/css";
                    case "js" -> "text/javascript";
                    case "svg" -> "image/svg+xml";
                    default -> throw new IllegalArgumentException("The page has no files such as " + name);
                };
        return type + "; charset=utf-8";
    }

    private static byte[] read(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The build left out the page's file " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
