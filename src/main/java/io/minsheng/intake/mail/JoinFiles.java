package io.minsheng.intake.mail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;

/** Joins the mail itself and its files to a case. What the rules do not allow stays in the original, which is joined whole. */
@ApplicationScoped
class JoinFiles {

    private final StoredFiles files;
    private final AttachmentRules rules;
    private final Attachments attachments;

    JoinFiles(StoredFiles files, AttachmentRules rules, Attachments attachments) {
        this.files = files;
        this.rules = rules;
        this.attachments = attachments;
    }

    /** Names of the files that were not joined. */
    List<String> join(Proposal proposal, InboxMessage message, ReadMail mail, Actor by) {
        files.find(message.fileId()).ifPresent(raw -> attachments.join(proposal, raw, Attachment.Kind.ORIGINAL, by));
        List<String> left = new ArrayList<>();
        for (ReadMail.Enclosure enclosure : mail.enclosures()) {
            if (!joined(proposal, enclosure, by)) {
                left.add(enclosure.name());
            }
        }
        return left;
    }

    private boolean joined(Proposal proposal, ReadMail.Enclosure enclosure, Actor by) {
        try {
            rules.checkRoom(attachments.count("proposalId = ?1 and kind = ?2", proposal.id(), Attachment.Kind.ENCLOSURE));
            AcceptedFile accepted = rules.accept(enclosure.name(), new ByteArrayInputStream(enclosure.content()));
            attachments.join(proposal, files.store(accepted.name(), accepted.kind().mediaType(), accepted.stream()),
                    Attachment.Kind.ENCLOSURE, by);
            return true;
        } catch (Refusal notAllowed) {
            return false;
        }
    }
}
