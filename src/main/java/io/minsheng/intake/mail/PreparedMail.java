package io.minsheng.intake.mail;

import java.util.Optional;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.EnclosedForms;

/**
 * All that a mail says by itself. To find it out takes long and needs nothing of the database, so it is done before the
 * transaction.
 *
 * @param report what it says of a mail that came back, if it is a delivery report
 */
record PreparedMail(ReadMail mail, EnclosedForms enclosed, Optional<BounceReport> report) {

    /** It answers nothing and reports nothing: whatever becomes of it concerns no earlier case. */
    boolean isFresh() {
        return report.isEmpty() && !mail.hasHeader("In-Reply-To") && !mail.hasHeader("References");
    }
}
