package io.minsheng.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.EnclosedForms;

/** Finds out all that a stored mail says by itself. */
@ApplicationScoped
class PrepareMail {

    private final OpenMessage open;

    PrepareMail(OpenMessage open) {
        this.open = open;
    }

    PreparedMail of(InboxMessage message) {
        return prepared(open.read(message), () -> open.raw(message));
    }

    /** The same for the bytes of a small mail. */
    PreparedMail of(byte[] raw) {
        return prepared(open.read(raw), () -> new ByteArrayInputStream(raw));
    }

    private static PreparedMail prepared(ReadMail mail, Supplier<InputStream> raw) {
        return new PreparedMail(mail, EnclosedForms.of(mail), BounceReport.in(mail, raw));
    }
}
