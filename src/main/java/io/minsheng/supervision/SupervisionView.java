package io.minsheng.supervision;

import java.time.Instant;
import java.time.LocalDate;

import io.quarkus.qute.TemplateData;

/**
 * A supervision as its reader may see it; made by {@link ViewSupervision}.
 *
 * @param subject title of the case or project
 * @param caseNumber null when it is about a project; {@code projectId} null when it is about a case
 * @param organisation name of the department
 * @param number 督办〔2025〕1号; null until issued
 */
@TemplateData
public record SupervisionView(String id, Cause cause, SupervisionState state, String subject, String caseNumber,
        String projectId, String organisationCode, String organisation, Instant openedAt, String number, Notice notice,
        Reply reply, Talk interview) {

    /**
     * What the chief decided; null before.
     *
     * @param text of the notice; null when dismissed
     * @param dismissedReason null when issued
     */
    @TemplateData
    public record Notice(String text, LocalDate dueOn, String dismissedReason, String by, Instant at) {
    }

    /** The department's answer; null before. */
    @TemplateData
    public record Reply(String text, String by, Instant at) {
    }

    /** 约谈; null unless proposed. */
    @TemplateData
    public record Talk(Interview state, String reason, String by, Instant at) {
    }

    public boolean isIssued() {
        return number != null;
    }
}
