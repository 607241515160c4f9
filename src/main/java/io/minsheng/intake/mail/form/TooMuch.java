package io.minsheng.intake.mail.form;

/** A document passes a limit that no honest one does; the message says which, for people. */
public final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooMuch(String message) {
        super(message);
    }
}
