package io.minsheng.intake.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.Outbox;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.CaseNumber;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.TypedCode;

/**
 * The case to which a mail says it belongs: by our signed Message-ID that it answers, else by a number in the subject, else by
 * the received mail that it follows.
 */
@ApplicationScoped
class FindCase {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{2,20}-\\d{6}-\\d");

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final int MAX_REFERENCES = 20;

    private final Outbox outbox;
    private final InboxMessages messages;
    private final Proposals proposals;
    private final Authors authors;

    FindCase(Outbox outbox, InboxMessages messages, Proposals proposals, Authors authors) {
        this.outbox = outbox;
        this.messages = messages;
        this.proposals = proposals;
        this.authors = authors;
    }

    /**
     * A case, whether our signature names it, and whether the sender takes part in it. A signature counts when it comes from a
     * mail that only the author got; that of a mail to a supporter, a number and other references, which can be copied, are
     * hints and no more.
     */
    record Named(Proposal proposal, boolean signed, boolean bySomeoneInvolved) {

        boolean counts() {
            return signed || bySomeoneInvolved;
        }
    }

    Optional<Named> of(ReadMail mail) {
        String references = mail.header("In-Reply-To") + " " + mail.header("References");
        return outbox.recognise(references)
                .filter(ours -> ours.proposal() != null)
                .map(ours -> new Named(ours.proposal(), ours.toAuthor(), isBy(mail, ours.proposal())))
                .or(() -> numbered(mail.subject()).or(() -> numbered(TypedCode.plain(mail.subject())))
                        .or(() -> following(references))
                        .map(proposal -> new Named(proposal, false, isBy(mail, proposal))));
    }

    /** The case of the newest received mail that is named; the last of them are the nearest. */
    private Optional<Proposal> following(String references) {
        List<String> ids = MESSAGE_ID.matcher(references).results().map(MatchResult::group).distinct().toList();
        return ids.isEmpty() ? Optional.empty()
                : messages.caseOf(ids.subList(Math.max(0, ids.size() - MAX_REFERENCES), ids.size())).flatMap(proposals::find);
    }

    private Optional<Proposal> numbered(String subject) {
        Matcher found = NUMBER.matcher(subject);
        while (found.find()) {
            String number = found.group().toUpperCase();
            if (CaseNumber.isValid(number)) {
                Optional<Proposal> proposal = proposals.find(number);
                if (proposal.isPresent()) {
                    return proposal;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBy(ReadMail mail, Proposal proposal) {
        return mail.sender().filter(sender -> authors.hasAddress(proposal.author(), sender.email())).isPresent();
    }
}
