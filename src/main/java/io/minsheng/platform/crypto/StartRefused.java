package io.minsheng.platform.crypto;

/** The server must not start; the message is for the person who operates it and says what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        // the reader is an operator, to whom a stack trace says nothing
        super(message, null, false, false);
    }
}
