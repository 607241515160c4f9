package io.minsheng.intake.mail;

import jakarta.inject.Singleton;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Channel;
import io.minsheng.workflow.Subject;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.Subjects;

/** What the work list shows of a mail: its subject, masked and short. */
@Singleton
class MessageSubjects implements Subjects {

    private static final int MAX = 60;

    private final InboxMessages messages;
    private final EnterReview review;
    private final Vault vault;

    MessageSubjects(InboxMessages messages, EnterReview review, Vault vault) {
        this.messages = messages;
        this.review = review;
        this.vault = vault;
    }

    @Override
    public SubjectType type() {
        return SubjectType.MESSAGE;
    }

    @Override
    public Subject describe(String id) {
        String subject = messages.byId(id).subject(vault);
        String title = subject == null || subject.isBlank() ? "（无主题）" : Texts.shorten(Masking.freeText(subject), MAX);
        return new Subject(title, null, null, Channel.EMAIL.name(), review.campaign(), null);
    }
}
