package io.minsheng.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.SupportCase;
import io.minsheng.proposal.Supporter;

/** 附议 at a desk: somebody wants what a public suggestion wants already, so no further case is made. */
@ApplicationScoped
public class SupportAtDesk {

    private final Desks desks;
    private final SupportCase supportCase;

    SupportAtDesk(Desks desks, SupportCase supportCase) {
        this.desks = desks;
        this.supportCase = supportCase;
    }

    /**
     * Enters the support. The notice on personal data is given at the desk, so consent is not asked again.
     *
     * @return the code by which the person follows the suggestion, in the clear, the only time
     * @throws Refusal 400 fields, 403 not a clerk, 404 unknown, not public, or answered already
     */
    @Transactional
    public String support(String caseNumber, Supporter sent, Actor by) {
        desks.of(null, by);
        return supportCase.support(caseNumber, new Supporter(sent.name(), sent.phone(), sent.email(), sent.text(), true), by);
    }
}
