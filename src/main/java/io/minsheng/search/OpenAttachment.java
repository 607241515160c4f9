package io.minsheng.search;

import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;

/** Opens a file of a case for those who may read originals; a logged act. */
@ApplicationScoped
public class OpenAttachment {

    private static final String UNKNOWN = "没有这个附件，或者您无权查看。";

    private final CaseAccess access;
    private final Attachments attachments;
    private final StoredFiles files;
    private final Event<Act> acts;

    OpenAttachment(CaseAccess access, Attachments attachments, StoredFiles files, Event<Act> acts) {
        this.access = access;
        this.attachments = attachments;
        this.files = files;
        this.acts = acts;
    }

    /** What the file is, and its content, read while it is sent. */
    public record Opened(String name, String mediaType, long size, InputStream content) {
    }

    /**
     * Opens it.
     *
     * @throws Refusal 404 unknown, of another case, or not the actor's to read
     */
    @Transactional
    public Opened open(String caseNumber, String id, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        if (!access.mayReadOriginals(proposal, actor)) {
            throw Refusal.notFound(UNKNOWN);
        }
        Attachment attachment = attachments.find(proposal, id).orElseThrow(() -> Refusal.notFound(UNKNOWN));
        StoredFile file = attachment.file();
        acts.fire(Act.onCase(actor.username(), "ATTACHMENT_OPENED", caseNumber, id));
        return new Opened(file.name(), file.mediaType(), file.size(), files.open(file.id()));
    }
}
