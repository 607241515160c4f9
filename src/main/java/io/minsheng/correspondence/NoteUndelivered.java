package io.minsheng.correspondence;

import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Timeline;

/**
 * A mail that came back is noted on its case, for whoever writes to the author next; so is what could not be sent, unless it
 * goes another way by itself as answers do.
 */
@Singleton
class NoteUndelivered {

    private static final Set<MailKind> GO_ANOTHER_WAY = Set.of(MailKind.ANSWER, MailKind.SUPPORT_ANSWER);

    private final Proposals proposals;
    private final Timeline timeline;

    NoteUndelivered(Proposals proposals, Timeline timeline) {
        this.proposals = proposals;
        this.timeline = timeline;
    }

    void bounced(@Observes Outbox.Bounced mail) {
        note(mail.caseNumber(), "发给建议人的" + mail.kind().label() + "被退回：" + mail.error() + "。电子邮箱可能无效。");
    }

    void failed(@Observes Outbox.Failed mail) {
        if (!GO_ANOTHER_WAY.contains(mail.kind())) {
            note(mail.caseNumber(), "发给建议人的" + mail.kind().label() + "没有送出：" + mail.error() + "。需要时请打电话或写信告知。");
        }
    }

    private void note(String caseNumber, String text) {
        if (caseNumber != null) {
            timeline.add(proposals.byNumber(caseNumber), Note.internal(text), Actor.SYSTEM);
        }
    }
}
