package io.minsheng.evaluation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.ExtendDeadline;

/** Moves a department's deadline by the working days that the chief approved; a reminder may come anew after it. */
@ApplicationScoped
public class LengthenPart {

    private final Parts parts;
    private final DueExtensions extensions;
    private final ExtendDeadline extendDeadline;
    private final Proposals proposals;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final Event<DueExtension.Granted> granted;

    LengthenPart(Parts parts, DueExtensions extensions, ExtendDeadline extendDeadline, Proposals proposals,
            Organisations organisations, RecordOnCase record, Event<DueExtension.Granted> granted) {
        this.parts = parts;
        this.extensions = extensions;
        this.extendDeadline = extendDeadline;
        this.proposals = proposals;
        this.organisations = organisations;
        this.record = record;
        this.granted = granted;
    }

    /** Moves it, once; returns the deadline as it is then. */
    public Instant lengthen(String caseNumber, String roundId, String organisation) {
        Part part = parts.of(roundId, organisation).orElseThrow();
        DueExtension extension = extensions.of(part, ExtensionState.APPROVED).orElseThrow();
        if (extension.dueAfter() == null) {
            extension.movedTo(extendDeadline.extend(extension.workItem(), extension.workingDays()).at());
            part.forgetReminder();
            record.write(proposals.byNumber(caseNumber), "EXTENSION_DUE", organisation,
                    Note.internal(organisations.shortName(organisation) + "的评估期限由" + lastDay(extension.dueBefore()) + "延长到"
                            + lastDay(extension.dueAfter()) + "（" + extension.workingDays() + " 个工作日）。"),
                    Actor.SYSTEM);
            granted.fire(new DueExtension.Granted(caseNumber, organisation));
        }
        return extension.dueAfter();
    }

    private static String lastDay(Instant due) {
        return Shanghai.sayDate(due.minusNanos(1));
    }
}
