package io.minsheng.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.platform.time.Shanghai;

/** A supervision as the API tells it, alone and within a case or project. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupervisionAnswer(String id, Cause cause, SupervisionState state, String caseNumber, String projectId,
        String organisation, OffsetDateTime openedAt, String number, String text, LocalDate dueOn, OffsetDateTime judgedAt,
        String dismissedReason, String reply, OffsetDateTime repliedAt, Interview interview, String interviewReason) {

    public static SupervisionAnswer of(SupervisionView view) {
        SupervisionView.Notice notice = view.notice();
        SupervisionView.Reply reply = view.reply();
        SupervisionView.Talk talk = view.interview();
        return new SupervisionAnswer(view.id(), view.cause(), view.state(), view.caseNumber(), view.projectId(),
                view.organisationCode(), Shanghai.iso(view.openedAt()), view.number(), notice == null ? null : notice.text(),
                notice == null ? null : notice.dueOn(), notice == null ? null : Shanghai.iso(notice.at()),
                notice == null ? null : notice.dismissedReason(), reply == null ? null : reply.text(),
                reply == null ? null : Shanghai.iso(reply.at()), talk == null ? null : talk.state(),
                talk == null ? null : talk.reason());
    }
}
