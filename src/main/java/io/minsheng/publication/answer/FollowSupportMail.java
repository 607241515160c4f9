package io.minsheng.publication.answer;

import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;

/** What became of an answer sent to somebody who supports a case. */
@Singleton
class FollowSupportMail {

    private final SupportNotices notices;
    private final InstantSource clock;

    FollowSupportMail(SupportNotices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void sent(@Observes Outbox.Sent mail) {
        if (mail.kind() == MailKind.SUPPORT_ANSWER) {
            notices.findById(mail.reference()).told(Shanghai.date(clock.instant()), Actor.SYSTEM.username(), null);
        }
    }

    void failed(@Observes Outbox.Failed mail) {
        if (mail.kind() == MailKind.SUPPORT_ANSWER) {
            notices.findById(mail.reference()).undeliverable("未送达：" + mail.error());
        }
    }

    /** A server may take a mail and give it back days later. */
    void bounced(@Observes Outbox.Bounced mail) {
        if (mail.kind() == MailKind.SUPPORT_ANSWER) {
            notices.findById(mail.reference()).undeliverable("邮件被退回：" + mail.error());
        }
    }
}
