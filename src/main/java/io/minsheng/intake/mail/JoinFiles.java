package io.minsheng.intake.mail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Timeline;

/** Joins the mail itself and its files to a case. What the rules do not allow stays in the original, which is joined whole. */
@ApplicationScoped
class JoinFiles {

    private final StoredFiles files;
    private final AttachmentRules rules;
    private final Attachments attachments;
    private final Proposals proposals;
    private final Timeline timeline;

    JoinFiles(StoredFiles files, AttachmentRules rules, Attachments attachments, Proposals proposals, Timeline timeline) {
        this.files = files;
        this.rules = rules;
        this.attachments = attachments;
        this.proposals = proposals;
        this.timeline = timeline;
    }

    /** Joins to a case that exists, which may have files already. */
    void join(Proposal proposal, InboxMessage message, ReadMail mail, Actor by) {
        Map<Proposal, Long> room = new HashMap<>();
        if (!mail.enclosures().isEmpty()) {
            // others who add to the case wait, so that together they cannot add too many
            proposals.hold(proposal);
            room.put(proposal, attachments.taken(proposal));
        }
        join(new Cases(List.of(proposal), List.of(Suggestion.BODY), room), message, mail, by);
    }

    /**
     * Joins to new cases that share a mail: the mail to each, to each the form from which it came, to all what is nobody's
     * form. The mail and the cases say how many files were not joined.
     *
     * @param sources where each case stood, as {@link Suggestion#source()}
     */
    void join(List<Proposal> proposals, List<String> sources, InboxMessage message, ReadMail mail, Actor by) {
        join(new Cases(proposals, sources, new HashMap<>()), message, mail, by);
    }

    /** Cases, where they stood in the mail, and how many files they have. */
    private record Cases(List<Proposal> proposals, List<String> sources, Map<Proposal, Long> had) {
    }

    private void join(Cases cases, InboxMessage message, ReadMail mail, Actor by) {
        List<Proposal> proposals = cases.proposals();
        List<String> sources = cases.sources();
        StoredFile raw = files.reference(message.fileId());
        proposals.forEach(each -> attachments.join(each, raw, Attachment.Kind.ORIGINAL, by));
        int left = 0;
        for (ReadMail.Enclosure enclosure : mail.enclosures()) {
            List<Proposal> theirs = new ArrayList<>();
            for (int i = 0; i < proposals.size(); i++) {
                if (sources.get(i).equals(enclosure.name()) || !sources.contains(enclosure.name())) {
                    theirs.add(proposals.get(i));
                }
            }
            if (!joined(theirs, cases.had(), enclosure, by)) {
                left++;
            }
        }
        if (left > 0) {
            String words = left + " 个附件的类型、大小或数量不符合要求，保留在邮件原件中。";
            message.remark(words);
            proposals.forEach(each -> timeline.add(each, Note.internal("来信的 " + words), by));
        }
    }

    private boolean joined(List<Proposal> proposals, Map<Proposal, Long> had, ReadMail.Enclosure enclosure, Actor by) {
        try {
            proposals.forEach(each -> rules.checkRoom(had.getOrDefault(each, 0L)));
            AcceptedFile accepted = rules.accept(enclosure.name(), new ByteArrayInputStream(enclosure.content()));
            StoredFile stored = files.store(accepted.name(), accepted.kind().mediaType(), accepted.stream());
            proposals.forEach(each -> {
                attachments.join(each, stored, Attachment.Kind.ENCLOSURE, by);
                had.merge(each, 1L, Long::sum);
            });
            return true;
        } catch (Refusal notAllowed) {
            return false;
        }
    }
}
