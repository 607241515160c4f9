package io.minsheng.proposal;

import java.util.List;
import java.util.Optional;

/**
 * Owned here, implemented by the mail intake: what a machine read for a case, so that triage can check it against the original.
 */
public interface MachineReadings {

    /**
     * A field that was read.
     *
     * @param label as on the form
     * @param value as read, personal data masked
     * @param percent how sure the machine is
     * @param doubtful whether a person should look twice
     */
    record MachineReading(String label, String value, int percent, boolean doubtful) {
    }

    /**
     * All that was read for a case.
     *
     * @param where in words: 邮件正文, 附件“…”
     * @param message id of the mail
     */
    record Readings(String where, String message, List<MachineReading> fields) {
    }

    /** What was read for this case; nothing for one that a person entered. */
    Optional<Readings> of(Proposal proposal);
}
