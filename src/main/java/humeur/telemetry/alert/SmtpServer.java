package humeur.telemetry.alert;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The server that takes the mail.
 *
 * @param host name or address
 * @param tls when the connection is encrypted
 * @param login who we are to it, if it asks
 */
record SmtpServer(String host, int port, Tls tls, Optional<Login> login) {
    private static final String FORM = "smtp://[user:password@]host:port or smtps://[user:password@]host:port,"
            + " with %-escapes for special characters in the password";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    SmtpServer {
        requireNonNull(host, "host is null");
        requireNonNull(tls, "tls is null");
        requireNonNull(login, "login is null");
    }

    /** A password is never sent in clear to another machine. */
    enum Tls {
        /** From the first byte. */
        ALWAYS,
        /** By STARTTLS, or no mail is sent. */
        REQUIRED,
        /** By STARTTLS where the server offers it. */
        OFFERED,
        /** Never: the server is on this machine. */
        NONE
    }

    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /**
     * Reads {@code smtp://[user:password@]host:port} or {@code smtps://…}.
     *
     * @throws IllegalArgumentException if it has another form; the message does not repeat it, as it may hold a password
     */
    static SmtpServer parse(String value) {
        try {
            URI uri = new URI(value.strip()).parseServerAuthority();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean smtps = scheme.equals("smtps");
            boolean bare = (uri.getRawPath() == null
                            || uri.getRawPath().isEmpty()
                            || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!smtps && !scheme.equals("smtp")
                    || uri.getHost() == null
                    || uri.getPort() < 1
                    || uri.getPort() > 65_535
                    || !bare) {
                throw malformed();
            }
            String host = uri.getHost().replaceAll("[\\[\\]]", "");
            Optional<Login> login = Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::login);
            return new SmtpServer(host, uri.getPort(), smtps ? Tls.ALWAYS : startTls(host, login.isPresent()), login);
        } catch (URISyntaxException e) { // Not as the cause: it quotes the value.
            throw malformed();
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static Tls startTls(String host, boolean login) {
        if (THIS_MACHINE.contains(host)) {
            return Tls.NONE;
        }
        return login ? Tls.REQUIRED : Tls.OFFERED;
    }

    private static Login login(String userInfo) {
        int colon = userInfo.indexOf(':');
        if (colon < 1 || colon == userInfo.length() - 1) {
            throw malformed();
        }
        return new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("it has to be " + FORM);
    }
}
