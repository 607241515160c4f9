package io.minsheng.supervision.process;

import jakarta.inject.Singleton;

import io.minsheng.supervision.ProposeTalk;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** 约谈 is proposed, since the reply to the notice is overdue. */
@Singleton
class ProposeInterview implements Step {

    private final ProposeTalk proposeTalk;

    ProposeInterview(ProposeTalk proposeTalk) {
        this.proposeTalk = proposeTalk;
    }

    @Override
    public void perform(Token token) {
        proposeTalk.propose(token.businessKey());
    }
}
