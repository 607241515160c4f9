package io.minsheng.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.RedescribeWorkItems;

/**
 * 删除: makes a person unrecognisable (个人信息保护法 47). The person's key is destroyed, files and mails with it, and names and
 * numbers in the words are masked. Number, stage, category, counts and the wish itself stay. Cannot be undone. A file
 * that came with somebody else's suggestion as well is theirs, too: this person's cases lose it, and it is destroyed with
 * the last of them.
 */
@ApplicationScoped
public class EraseAuthor {

    private static final int TELLING = 4;

    private final Proposals proposals;
    private final Authors authors;
    private final Supports supports;
    private final Written written;
    private final Timeline timeline;
    private final Event<Erased> erased;
    private final Event<Act> acts;

    EraseAuthor(Proposals proposals, Authors authors, Supports supports, Written written, Timeline timeline,
            Event<Erased> erased, Event<Act> acts) {
        this.proposals = proposals;
        this.authors = authors;
        this.supports = supports;
        this.written = written;
        this.timeline = timeline;
        this.erased = erased;
        this.acts = acts;
    }

    /**
     * A person was erased; whoever keeps something of the person elsewhere should let it go now.
     *
     * @param cases the person's own
     * @param mask takes the person out of a text
     */
    public record Erased(Author person, List<Proposal> cases, UnaryOperator<String> mask) {
    }

    /** Erases, with all that the person has written. Nothing happens if that was done before. */
    @Transactional
    public void erase(Author author, Actor by) {
        Author person = authors.findById(author.id());
        if (person.erased()) {
            return;
        }
        UnaryOperator<String> mask = mask(authors.contact(person));
        List<Proposal> cases = proposals.ofAuthor(person);
        for (Proposal each : cases) {
            proposals.hold(each);
            List<String> others = written.forget(each, mask);
            timeline.of(each).forEach(entry -> entry.forgetPerson(mask));
            timeline.add(each, Note.forAuthor("按您的要求，您的姓名、联系方式和上传的文件已经删除。"
                    + (others.isEmpty() ? "" : "与其他人的建议一同收到的来信和附件也属于他们，不再属于这条建议。")), by);
            if (!others.isEmpty()) {
                acts.fire(Act.onCase(by.username(), "FILES_LEFT_TO_OTHERS", each.caseNumber(),
                        Texts.shorten(String.join(" ", others), 2000)));
            }
            acts.fire(Act.onCase(by.username(), "AUTHOR_ERASED", each.caseNumber(), person.id()));
        }
        for (Support each : supports.by(person)) {
            each.forgetPerson(mask);
            acts.fire(Act.onCase(by.username(), "SUPPORTER_ERASED", each.proposal().caseNumber(), each.id()));
        }
        person.erase();
        erased.fire(new Erased(person, cases, mask));
    }

    /** Numbers of all kinds, and the person's own name and address wherever they stand. */
    private static UnaryOperator<String> mask(Contact contact) {
        List<String> names = contact.name() == null ? List.of() : List.of(contact.name());
        List<String> telling = new ArrayList<>();
        for (String each : new String[] { contact.address(), contact.phone(), contact.email() }) {
            if (Objects.nonNull(each) && Texts.codePoints(each) >= TELLING) {
                telling.add(each);
            }
        }
        return text -> {
            String left = text;
            for (String each : text == null ? List.<String> of() : telling) {
                left = left.replace(each, Vault.ERASED);
            }
            return Masking.freeText(left, names);
        };
    }

    /** Words and files of a case, and its title in the tasks. */
    @ApplicationScoped
    static class Written {

        private final Supplements supplements;
        private final SplitSources sources;
        private final Attachments attachments;
        private final StoredFiles files;
        private final RedescribeWorkItems redescribe;

        Written(Supplements supplements, SplitSources sources, Attachments attachments, StoredFiles files,
                RedescribeWorkItems redescribe) {
            this.supplements = supplements;
            this.sources = sources;
            this.attachments = attachments;
            this.files = files;
            this.redescribe = redescribe;
        }

        /** Answers the ids of the files that are left to other people's cases. */
        List<String> forget(Proposal proposal, UnaryOperator<String> mask) {
            proposal.forgetPerson(mask);
            supplements.of(proposal).forEach(each -> each.forgetPerson(mask));
            sources.of(proposal).forEach(each -> each.forgetPerson(mask));
            List<String> left = new ArrayList<>();
            // in the order of the files, so that two who share them do not wait for each other
            attachments.of(proposal).stream().sorted(Comparator.comparing(each -> each.file().id())).forEach(each -> {
                String file = each.file().id();
                files.hold(file);
                if (attachments.casesOfOthers(List.of(file), proposal.author()).isEmpty()) {
                    files.erase(file);
                } else {
                    attachments.part(each, proposal);
                    left.add(file);
                }
            });
            redescribe.ofAll(proposal.caseNumber());
            return left;
        }
    }
}
