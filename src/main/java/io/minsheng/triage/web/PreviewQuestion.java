package io.minsheng.triage.web;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueDates;
import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.Outbox;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;

/**
 * Shows a question before it goes out, made by the code that makes the real mail; only the author's name is masked, since to
 * see
 * it in full is a logged act.
 */
@Singleton
class PreviewQuestion {

    private static final int LONGEST_WAIT = 60;

    private final Proposals proposals;
    private final Authors authors;
    private final Letters letters;
    private final Outbox outbox;
    private final DueDates dueDates;
    private final InstantSource clock;

    PreviewQuestion(Proposals proposals, Authors authors, Letters letters, Outbox outbox, DueDates dueDates,
            InstantSource clock) {
        this.proposals = proposals;
        this.authors = authors;
        this.letters = letters;
        this.outbox = outbox;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * The mail, or what the tracking page will say where there is no address.
     *
     * @throws Refusal 400
     */
    @Transactional
    String of(String caseNumber, String question, Integer workingDays) {
        String clean = Texts.cleanOrNull(question);
        if (clean == null) {
            throw Refusal.invalid("question", "请填写要问的问题。");
        }
        if (workingDays == null || workingDays < 1 || workingDays > LONGEST_WAIT) {
            throw Refusal.invalid("workingDays", "答复期限应为 1 至 " + LONGEST_WAIT + " 个工作日。");
        }
        Proposal proposal = proposals.byNumber(caseNumber);
        Instant due = dueDates.due(clock.instant(), workingDays).at();
        if (!outbox.reaches(proposal)) {
            return "（进度页）" + clean + "\n请在" + Shanghai.sayDate(due.minusNanos(1)) + "前答复。";
        }
        Letter letter = letters.question(proposal, clean, due);
        String name = authors.contact(proposal.author()).name();
        String body = name == null || name.isBlank() ? letter.body() : letter.body().replace(name, Masking.name(name));
        return "主题：" + letter.subject() + "\n\n" + body;
    }
}
