package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.EndByVerdict;
import io.minsheng.proposal.Disposition;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Not adopted, by conclusion or decision. */
@Singleton
public class DeclineCase implements Step {

    private final EndByVerdict endByVerdict;

    DeclineCase(EndByVerdict endByVerdict) {
        this.endByVerdict = endByVerdict;
    }

    @Override
    public void perform(Token token) {
        endByVerdict.end(token.caseNumber(), Disposition.NOT_ADOPTED, "经研究，您的建议本次未纳入，理由见答复。", "未纳入");
    }
}
