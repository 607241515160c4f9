package io.minsheng.proposal;

import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;

/** Adds a file to a case after it passed the rules for attachments. */
@ApplicationScoped
public class AddAttachment {

    private final AttachmentRules rules;
    private final StoredFiles files;
    private final Attachments attachments;
    private final Event<Act> acts;

    AddAttachment(AttachmentRules rules, StoredFiles files, Attachments attachments, Event<Act> acts) {
        this.rules = rules;
        this.files = files;
        this.attachments = attachments;
        this.acts = acts;
    }

    /**
     * Adds a file that the author sends, to a case that {@link CaseAccess} has opened.
     *
     * @param name as the sender gave it, may be null
     * @throws Refusal 400 empty, 409 too late or too many, 413 too large, 415 another kind of file
     */
    @Transactional
    public Attachment fromAuthor(Proposal proposal, String name, InputStream content) {
        if (!proposal.stage().takesAttachments()) {
            throw Refusal.conflict("这条建议已经过了可以上传附件的环节。");
        }
        return add(proposal, Attachment.Kind.ENCLOSURE, name, content, Actor.RESIDENT);
    }

    /**
     * Adds a file at any stage: for colleagues.
     *
     * @throws Refusal 400 empty, 409 too many, 413 too large, 415 another kind of file
     */
    @Transactional
    public Attachment add(Proposal proposal, Attachment.Kind kind, String name, InputStream content, Actor by) {
        rules.checkRoom(attachments.count("proposalId", proposal.id()));
        AcceptedFile accepted = rules.accept(name, content);
        StoredFile file = files.store(accepted.name(), accepted.kind().mediaType(), accepted.stream(), rules.maxBytes());
        Attachment attachment = attachments.join(proposal, file, kind, by);
        acts.fire(Act.onCase(by.username(), "ATTACHMENT_ADDED", proposal.caseNumber(), attachment.id()));
        return attachment;
    }
}
