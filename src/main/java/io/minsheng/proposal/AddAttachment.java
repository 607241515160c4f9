package io.minsheng.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.FileNames;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.web.FormErrors;

/** Adds files to a case after they passed the rules for attachments. */
@ApplicationScoped
public class AddAttachment {

    private final CaseAccess access;
    private final Proposals proposals;
    private final AttachmentRules rules;
    private final StoredFiles files;
    private final Attachments attachments;
    private final Event<Act> acts;

    AddAttachment(CaseAccess access, Proposals proposals, AttachmentRules rules, StoredFiles files, Attachments attachments,
            Event<Act> acts) {
        this.access = access;
        this.proposals = proposals;
        this.rules = rules;
        this.files = files;
        this.attachments = attachments;
        this.acts = acts;
    }

    /**
     * Adds what the author sends: all files or none.
     *
     * @throws Refusal 400 empty, 404 wrong number or code, 409 too late or too many, 413 too large, 415 another kind of file;
     *         of several files the one that does not pass is named, with 400
     */
    @Transactional
    public List<Attachment> fromAuthor(String caseNumber, String code, List<SentFile> sent) {
        Proposal proposal = access.withCode(caseNumber, code);
        // first held, then looked at: it may just be moving on
        proposals.hold(proposal);
        if (!proposal.stage().takesAttachments()) {
            throw Refusal.conflict("这条建议已经过了可以上传附件的环节。");
        }
        if (sent.isEmpty()) {
            throw Refusal.invalid("file", "请先选择文件。");
        }
        checkRoom(proposal, sent.size());
        return sent.stream().map(each -> fromAuthor(proposal, each, sent.size() > 1)).toList();
    }

    private Attachment fromAuthor(Proposal proposal, SentFile sent, boolean oneOfSeveral) {
        try (InputStream content = Files.newInputStream(sent.content())) {
            return kept(proposal, Attachment.Kind.ENCLOSURE, sent.name(), content, Actor.RESIDENT);
        } catch (Refusal refusal) {
            throw oneOfSeveral ? Refusal.invalid("file", "“" + FileNames.clean(sent.name()) + "”没有通过，所有文件都没有保存："
                    + FormErrors.of(refusal, "file").at("file")) : refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a file at any stage: for colleagues.
     *
     * @param name as the sender gave it, may be null
     * @throws Refusal 400 empty, 409 too many, 413 too large, 415 another kind of file
     */
    @Transactional
    public Attachment add(Proposal proposal, Attachment.Kind kind, String name, InputStream content, Actor by) {
        proposals.hold(proposal);
        checkRoom(proposal, 1);
        return kept(proposal, kind, name, content, by);
    }

    /** To be called while the case is held: others who add to it wait, so that together they cannot add too many. */
    private void checkRoom(Proposal proposal, int more) {
        rules.checkRoom(attachments.taken(proposal) + more - 1);
    }

    private Attachment kept(Proposal proposal, Attachment.Kind kind, String name, InputStream content, Actor by) {
        AcceptedFile accepted = rules.accept(name, content);
        StoredFile file = files.store(accepted.name(), accepted.kind().mediaType(), accepted.stream(), rules.maxBytes());
        Attachment attachment = attachments.join(proposal, file, kind, by);
        acts.fire(Act.onCase(by.username(), "ATTACHMENT_ADDED", proposal.caseNumber(), attachment.id()));
        return attachment;
    }
}
