package io.minsheng.publication.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.ListMails;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.AuthorNames;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;

/** The dry run (试运行): who would get which answer by which way, and what is missing; nothing is sent and nothing changes. */
@ApplicationScoped
public class PlanAnswers {

    private final Answers answers;
    private final WaysOfAuthor ways;
    private final Recipients recipients;
    private final Authors authors;
    private final AuthorNames authorNames;
    private final ListMails mails;
    private final Campaigns campaigns;

    PlanAnswers(Answers answers, WaysOfAuthor ways, Recipients recipients, Authors authors,
            AuthorNames authorNames, ListMails mails, Campaigns campaigns) {
        this.answers = answers;
        this.ways = ways;
        this.recipients = recipients;
        this.authors = authors;
        this.authorNames = authorNames;
        this.mails = mails;
        this.campaigns = campaigns;
    }

    /**
     * An answer that has not been sent.
     *
     * @param way how it would go, or null
     * @param to masked address or number, or null
     * @param heldUntil when it goes, while it is held
     * @param missing what stands against its going, in words; empty when it may go
     */
    public record Row(String id, String caseNumber, String title, Disposition disposition, AnswerState state,
            WayOfDelivery way, String to, long members, long supports, String text, String draftedBy, Instant heldUntil,
            List<String> missing) {
    }

    /**
     * A page of the plan.
     *
     * @param byWay how many would go which way, of all
     * @param sending whether mails can be sent at all
     * @param texting whether short messages are sent by a gateway, and not taken along as a table
     */
    public record Plan(Page<Row> page, Map<WayOfDelivery, Long> byWay, boolean sending, boolean texting) {
    }

    /**
     * The plan of a campaign.
     *
     * @param state one of those before sending, or null for all of them
     * @param disposition null for all
     * @throws io.minsheng.platform.error.Refusal 404
     */
    @Transactional
    public Plan of(String campaign, AnswerState state, Disposition disposition, Paging paging) {
        campaigns.byCode(campaign);
        Page<Answer> found = answers.unsent(campaign, state, disposition, paging);
        List<Proposal> cases = found.items().stream().map(Answer::proposal).toList();
        Map<String, Recipients.Others> others = recipients.of(cases);
        Map<String, Set<String>> names = authorNames.others(cases);
        Map<WayOfDelivery, Long> byWay = new EnumMap<>(WayOfDelivery.class);
        answers.unsentByWay(campaign).forEach(byWay::put);
        boolean sending = mails.sending();
        return new Plan(
                found.map(each -> row(each, others.getOrDefault(each.proposal().id(), Recipients.Others.NONE),
                        names.getOrDefault(each.proposal().id(), Set.of()), sending)),
                byWay, sending, mails.texting());
    }

    private Row row(Answer answer, Recipients.Others others, Set<String> names, boolean sending) {
        Proposal proposal = answer.proposal();
        List<WaysOfAuthor.Way> open = ways.of(proposal);
        String to = open.stream().filter(each -> each.way() == answer.way()).map(WaysOfAuthor.Way::known).findFirst()
                .orElse(null);
        return new Row(answer.id(), proposal.caseNumber(), proposal.title(), proposal.disposition(), answer.state(),
                answer.way(), to, others.members(), others.supports(), answer.text(), answer.draftedBy(), answer.heldUntil(),
                missing(answer, to, names, sending));
    }

    private List<String> missing(Answer answer, String to, Set<String> names, boolean sending) {
        List<String> missing = new ArrayList<>();
        switch (answer.state()) {
            case DRAFTING -> missing.add("尚未起草");
            case RETURNED -> missing.add("已退回修改");
            default -> {
                // drafted or held: only the way can be missing
            }
        }
        if (to == null) {
            missing.add(unreachable(answer));
        } else if (answer.way() == WayOfDelivery.EMAIL && !sending) {
            missing.add("发信服务器尚未配置，邮件会排队");
        }
        missing.addAll(personal(answer.proposal(), answer.text(), names));
        return missing;
    }

    private static String unreachable(Answer answer) {
        return "没有“" + (answer.way() == null ? "送达" : answer.way().label()) + "”所需的联系方式";
    }

    /** What keeps an answer from being signed together with others: nobody can be reached with it, or personal data in it. */
    List<String> against(Answer answer) {
        List<String> against = new ArrayList<>();
        if (!ways.allows(answer.proposal(), answer.way())) {
            against.add(unreachable(answer));
        }
        against.addAll(personal(answer.proposal(), answer.text()));
        return against;
    }

    /** What in these words, as the answer to this case, looks like personal data: of its author, or of whoever gets it, too. */
    List<String> personal(Proposal proposal, String words) {
        return personal(proposal, words, authorNames.others(List.of(proposal)).getOrDefault(proposal.id(), Set.of()));
    }

    /** The words are shown to whoever has the number and code, and to all who support the case. */
    private List<String> personal(Proposal proposal, String words, Set<String> others) {
        List<String> found = new ArrayList<>();
        String text = words == null ? "" : words;
        Masking.find(text).stream().filter(each -> !each.kind().equals("电话号码"))
                .forEach(each -> found.add("答复中有" + each.kind() + "：" + each.masked()));
        Contact contact = authors.contact(proposal.author());
        if (contact.name() != null && contact.name().strip().length() > 1 && text.contains(contact.name().strip())) {
            found.add("答复中有建议人的姓名");
        }
        if (others.stream().anyMatch(each -> !each.equals(contact.name()) && text.contains(each))) {
            found.add("答复中有并入建议的建议人或附议人的姓名");
        }
        return found;
    }
}
