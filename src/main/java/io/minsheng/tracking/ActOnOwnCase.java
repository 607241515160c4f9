package io.minsheng.tracking;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.SentFile;
import io.minsheng.proposal.WithdrawProposal;
import io.minsheng.publication.answer.RateAnswer;

/** What authors do with their own case: each opens it with number and code and acts in the same transaction. */
@ApplicationScoped
public class ActOnOwnCase {

    private final CaseAccess access;
    private final AddSupplement addSupplement;
    private final WithdrawProposal withdrawProposal;
    private final AddAttachment addAttachment;
    private final RateAnswer rateAnswer;

    ActOnOwnCase(CaseAccess access, AddSupplement addSupplement, WithdrawProposal withdrawProposal,
            AddAttachment addAttachment, RateAnswer rateAnswer) {
        this.access = access;
        this.addSupplement = addSupplement;
        this.withdrawProposal = withdrawProposal;
        this.addAttachment = addAttachment;
        this.rateAnswer = rateAnswer;
    }

    /**
     * Answers a question or adds something.
     *
     * @throws Refusal 400, 404, 409 the case takes no more words
     */
    @Transactional
    public void supplement(String caseNumber, String code, String text) {
        addSupplement.add(access.withCode(caseNumber, code), text, Channel.WEB, Actor.RESIDENT);
    }

    /**
     * Takes the suggestion back.
     *
     * @throws Refusal 400 no reason, 404, 409 too late
     */
    @Transactional
    public void withdraw(String caseNumber, String code, String reason) {
        withdrawProposal.withdraw(access.withCode(caseNumber, code), reason, Actor.RESIDENT);
    }

    /**
     * Rates the answer.
     *
     * @param score 1 to 5
     * @param comment may be null
     * @throws Refusal 400, 404, 409 no answer yet, or rated already
     */
    @Transactional
    public void rate(String caseNumber, String code, Integer score, String comment) {
        rateAnswer.rate(access.withCode(caseNumber, code), score, comment);
    }

    /**
     * Adds files: all or none.
     *
     * @throws Refusal 400, 404, 409 too late or too many, 413, 415
     */
    @Transactional
    public void attach(String caseNumber, String code, List<SentFile> files) {
        addAttachment.fromAuthor(caseNumber, code, files);
    }
}
