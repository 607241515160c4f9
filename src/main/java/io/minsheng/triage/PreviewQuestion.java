package io.minsheng.triage;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueDates;
import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.TellAuthor;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.qute.TemplateData;

/**
 * Shows a question before it goes out, checked as it will be and made by the code that makes the real mail; only the author's
 * name is masked, since to see it in full is a logged act.
 */
@ApplicationScoped
public class PreviewQuestion {

    private final Proposals proposals;
    private final Authors authors;
    private final Campaigns campaigns;
    private final Letters letters;
    private final TellAuthor tellAuthor;
    private final DueDates dueDates;
    private final InstantSource clock;

    PreviewQuestion(Proposals proposals, Authors authors, Campaigns campaigns, Letters letters, TellAuthor tellAuthor,
            DueDates dueDates, InstantSource clock) {
        this.proposals = proposals;
        this.authors = authors;
        this.campaigns = campaigns;
        this.letters = letters;
        this.tellAuthor = tellAuthor;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * What the author gets.
     *
     * @param subject of the mail; null where there is no address
     * @param mail text of the mail; null as above
     * @param message text of the short message that goes instead; null where there is no gateway or mobile number, and
     *        with a mail
     * @param page what the tracking page says
     * @param dueAt exclusive end of the last day to answer, if it goes out now; null where somebody has to call or write first
     */
    @TemplateData
    public record Preview(String subject, String mail, String message, String page, Instant dueAt) {
    }

    /**
     * The question as it would go out now; nothing is changed.
     *
     * @param workingDays null for the campaign's
     * @throws io.minsheng.platform.error.Refusal 400
     */
    @Transactional
    public Preview of(String caseNumber, String question, Integer workingDays) {
        TriageForm form = CheckTriage.question(question, workingDays);
        Proposal proposal = proposals.byNumber(caseNumber);
        if (tellAuthor.onlyByHand(proposal)) {
            return new Preview(null, null, null,
                    form.question() + "\n工作人员会打电话或写信告知您，答复期限从告知之日起计算。您也可以现在就在这里回复。", null);
        }
        int days = workingDays != null ? workingDays : campaigns.rules(proposal.campaign()).deadlines().supplement();
        Instant due = dueDates.due(clock.instant(), days).at();
        String page = form.question() + "\n请在 " + Shanghai.sayDate(due.minusNanos(1))
                + " 24:00 前回复。到期没有回复的，我们按现有材料继续办理。";
        WayOfDelivery way = tellAuthor.way(proposal).orElse(null);
        if (way != WayOfDelivery.EMAIL) {
            return new Preview(null, null, way == null ? null : letters.inShort().question(proposal, form.question(), due),
                    page, due);
        }
        Letter letter = letters.question(proposal, form.question(), due);
        String name = authors.contact(proposal.author()).name();
        String body = name == null || name.isBlank() ? letter.body() : letter.body().replace(name, Masking.name(name));
        return new Preview(letter.subject(), body, null, page, due);
    }
}
