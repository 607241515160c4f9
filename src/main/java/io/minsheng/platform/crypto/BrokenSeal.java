package io.minsheng.platform.crypto;

/** Sealed bytes could not be opened: another key made them, or somebody changed them. A fault, never a user's mistake. */
public class BrokenSeal extends RuntimeException {

    public BrokenSeal(String message, Throwable cause) {
        super(message, cause);
    }
}
