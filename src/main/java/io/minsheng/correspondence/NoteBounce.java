package io.minsheng.correspondence;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Timeline;

/** A mail that came back is noted on its case, for whoever writes to the author next. */
@Singleton
class NoteBounce {

    private final Proposals proposals;
    private final Timeline timeline;

    NoteBounce(Proposals proposals, Timeline timeline) {
        this.proposals = proposals;
        this.timeline = timeline;
    }

    void note(@Observes Outbox.Bounced mail) {
        if (mail.caseNumber() == null) {
            return;
        }
        timeline.add(proposals.byNumber(mail.caseNumber()),
                Note.internal("发给建议人的" + mail.kind().label() + "被退回：" + mail.error() + "。电子邮箱可能无效。"), Actor.SYSTEM);
    }
}
