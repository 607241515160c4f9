package io.minsheng.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.proposal.Proposal;

/** Whether triage rejected a case as spam: nobody is owed an answer to that. */
@ApplicationScoped
class WhySpam {

    private final EntityManager entities;

    WhySpam(EntityManager entities) {
        this.entities = entities;
    }

    boolean isSpam(Proposal proposal) {
        return ((Number) entities.createNativeQuery("""
                select count(*) from triage_ruling
                where proposal_id = :proposal and outcome = 'REJECT' and reason_code = 'SPAM'""")
                .setParameter("proposal", proposal.id()).getSingleResult()).intValue() > 0;
    }
}
