package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.EndByVerdict;
import io.minsheng.proposal.Disposition;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Kept for a later year, by conclusion or decision. */
@Singleton
public class ReserveCase implements Step {

    private final EndByVerdict endByVerdict;

    ReserveCase(EndByVerdict endByVerdict) {
        this.endByVerdict = endByVerdict;
    }

    @Override
    public void perform(Token token) {
        endByVerdict.end(token.caseNumber(), Disposition.RESERVED, "经研究，您的建议留作储备，供以后年度研究，理由见答复。", "留作储备");
    }
}
