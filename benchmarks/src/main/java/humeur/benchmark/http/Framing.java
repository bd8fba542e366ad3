package humeur.benchmark.http;

/**
 * What a message's header fields say about where it ends.
 *
 * @param length    bytes of the body, 0 if not given
 * @param keepAlive whether another message may follow on the connection
 */
record Framing(int length, boolean chunked, boolean keepAlive) {
    static Framing initial(boolean keepAlive) {
        return new Framing(0, false, keepAlive);
    }

    Framing withLength(int bytes) {
        return new Framing(bytes, chunked, keepAlive);
    }

    Framing withChunks() {
        return new Framing(length, true, keepAlive);
    }

    Framing withKeepAlive(boolean kept) {
        return new Framing(length, chunked, kept);
    }
}
