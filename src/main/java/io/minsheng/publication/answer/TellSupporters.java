package io.minsheng.publication.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.NewMail;
import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.ShortMessages;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Support;
import io.minsheng.proposal.Supports;

/**
 * When an answer is released, everybody who supports the case gets it (domain: 附议): by mail where there is an address, else
 * as a short message, once for each person; whom neither reaches stands in the ledger until a person has told them. The
 * author, who has the answer anyway, is not told twice.
 */
@ApplicationScoped
public class TellSupporters {

    private final Supports supports;
    private final SupportNotices notices;
    private final Outbox outbox;
    private final ShortMessages messages;
    private final Letters letters;

    TellSupporters(Supports supports, SupportNotices notices, Outbox outbox, ShortMessages messages,
            Letters letters) {
        this.supports = supports;
        this.notices = notices;
        this.outbox = outbox;
        this.messages = messages;
        this.letters = letters;
    }

    /** Posts what can be posted, once per answer. Joins the caller's transaction. */
    public void of(Answer answer) {
        List<Support> all = supports.of(answer.proposal());
        if (all.isEmpty() || notices.count("answer", answer) > 0) {
            return;
        }
        Set<String> known = new HashSet<>(signs(answer.proposal().author()));
        for (Support support : all) {
            List<String> signs = signs(support.supporter());
            if (signs.stream().noneMatch(known::contains)) {
                tell(answer, support);
            }
            known.addAll(signs);
        }
    }

    private void tell(Answer answer, Support support) {
        SupportNotice notice = new SupportNotice(answer, support);
        notices.persist(notice);
        if (outbox.reaches(support.supporter())) {
            outbox.post(new NewMail(MailKind.SUPPORT_ANSWER, answer.proposal(), support.supporter(),
                    letters.supportAnswer(support, answer.text()), notice.id(), null)).orElseThrow();
            notice.sending();
        } else if (messages.post(NewMail.message(MailKind.SUPPORT_ANSWER, answer.proposal(), support.supporter(),
                letters.inShort().supportAnswer(support, answer.text()), notice.id())).isPresent()) {
            notice.sending();
        }
    }

    /** By what the same person is recognised. */
    private static List<String> signs(Author person) {
        return Stream.of(person.phoneDigest(), person.emailDigest()).filter(Objects::nonNull)
                .toList();
    }
}
