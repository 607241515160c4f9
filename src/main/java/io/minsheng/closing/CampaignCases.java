package io.minsheng.closing;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import io.minsheng.proposal.Disposition;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.NoticeState;

/** What the register, the process and the ledger say of a campaign's cases, counted or listed by case number. */
@ApplicationScoped
class CampaignCases {

    private static final String UNREGISTERED = """
            from WorkItem w where w.campaign = :campaign and w.queue = 'TRIAGE'
            and not exists (select 1 from Proposal p where p.caseNumber = w.caseNumber)""";
    private static final String UNPROCESSED = """
            select p.caseNumber from Proposal p where p.campaign = :campaign
            and not exists (select 1 from WorkItem w where w.caseNumber = p.caseNumber and w.queue = 'TRIAGE')
            order by p.caseNumber""";
    private static final String OPEN = """
            select p.caseNumber from Proposal p where p.campaign = :campaign and p.disposition is null order by p.caseNumber""";
    private static final String IN_REVIEW = """
            select coalesce(w.caseNumber, '') from WorkItem w
            where w.campaign = :campaign and w.queue = 'REVIEW' and w.endedAt is null
            and (w.step is null or w.step <> 'TELL') order by w.id""";
    private static final String OWED = """
            select a.proposal.caseNumber from Answer a where a.proposal.campaign = :campaign and a.state in :owed
            order by a.proposal.caseNumber""";
    private static final String WITHOUT_ANSWER = """
            select p.caseNumber from Proposal p where p.campaign = :campaign and p.disposition is not null
            and p.disposition <> :withdrawn
            and not exists (select 1 from Answer a where a.proposal = p and a.number = p.handling) order by p.caseNumber""";

    private static final String UNTOLD = """
            select distinct n.support.proposal.caseNumber from SupportNotice n
            where n.support.proposal.campaign = :campaign and n.state <> :told order by n.support.proposal.caseNumber""";

    private final EntityManager entities;

    CampaignCases(EntityManager entities) {
        this.entities = entities;
    }

    List<CaseGroup> groups(String campaign) {
        return entities.createQuery("""
                select new io.minsheng.closing.CaseGroup(p.stage, p.disposition, p.channel, p.category, p.township, count(p))
                from Proposal p where p.campaign = :campaign
                group by p.stage, p.disposition, p.channel, p.category, p.township""", CaseGroup.class)
                .setParameter("campaign", campaign).getResultList();
    }

    /** Cases that triage had on its list, but that the register does not know. */
    long countUnregistered(String campaign) {
        return entities.createQuery("select count(distinct w.caseNumber) " + UNREGISTERED, Long.class)
                .setParameter("campaign", campaign).getSingleResult();
    }

    List<String> unregistered(String campaign, int max) {
        return some("select distinct w.caseNumber " + UNREGISTERED + " order by w.caseNumber", campaign, max).getResultList();
    }

    /** Cases that never came to triage. */
    List<String> unprocessed(String campaign, int max) {
        return some(UNPROCESSED, campaign, max).getResultList();
    }

    List<String> open(String campaign, int max) {
        return some(OPEN, campaign, max).getResultList();
    }

    /**
     * Mails and ratings that wait for a person's judgement; the case number is empty for a mail. Whose author has to be told a
     * question is open anyhow.
     */
    List<String> inReview(String campaign, int max) {
        return some(IN_REVIEW, campaign, max).getResultList();
    }

    /** Cases whose answer is owed and has not arrived. */
    List<String> owed(String campaign, int max) {
        return some(OWED, campaign, max)
                .setParameter("owed", Arrays.stream(AnswerState.values()).filter(AnswerState::owed).toList()).getResultList();
    }

    /** Cases that somebody supports who has not been told the answer. */
    List<String> untold(String campaign, int max) {
        return some(UNTOLD, campaign, max).setParameter("told", NoticeState.TOLD).getResultList();
    }

    /** Ended cases of which the ledger of answers knows nothing; who withdrew waits for none. */
    List<String> withoutAnswer(String campaign, int max) {
        return some(WITHOUT_ANSWER, campaign, max).setParameter("withdrawn", Disposition.WITHDRAWN).getResultList();
    }

    /** The cases of a group. */
    List<String> of(CaseGroup group, String campaign, int max) {
        return some("""
                select p.caseNumber from Proposal p where p.campaign = :campaign and p.stage = :stage
                and p.disposition is not distinct from :disposition order by p.caseNumber""", campaign, max)
                .setParameter("stage", group.stage()).setParameter("disposition", group.disposition()).getResultList();
    }

    private TypedQuery<String> some(String query, String campaign, int max) {
        return entities.createQuery(query, String.class).setParameter("campaign", campaign).setMaxResults(max);
    }
}
