package io.minsheng.publication.guard;

/** A file cannot be looked at, so nobody knows what it holds; the message says why, for people. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String why, Throwable cause) {
        super(why, cause);
    }
}
