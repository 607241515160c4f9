package io.minsheng.publication.answer.process;

import jakarta.inject.Singleton;

import io.minsheng.proposal.Proposals;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.OweAnswer;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The case enters the ledger of answers. */
@Singleton
class OpenAnswer implements Step {

    private final Proposals proposals;
    private final OweAnswer oweAnswer;

    OpenAnswer(Proposals proposals, OweAnswer oweAnswer) {
        this.proposals = proposals;
        this.oweAnswer = oweAnswer;
    }

    @Override
    public void perform(Token token) {
        token.set("owed", owed(oweAnswer.enter(proposals.byNumber(token.caseNumber()))));
    }

    /** The answer of a case that was merged is released with that of its main case. */
    private static String owed(Answer answer) {
        if (answer.state() == AnswerState.RELEASED) {
            return "RELEASED";
        }
        return answer.owed() ? "YES" : "NO";
    }
}
