package io.minsheng.intake.mail.form;

/** A document asks for a password. */
public final class Locked extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
