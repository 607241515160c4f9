package io.minsheng.evaluation.process;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.Part;
import io.minsheng.evaluation.PartRole;
import io.minsheng.evaluation.Parts;
import io.minsheng.evaluation.Rounds;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Deadlines;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** A round begins: the author learns which departments examine the suggestion; the reminder is set to their deadline. */
@Singleton
public class OpenEvaluation implements Step {

    private static final int LONGEST = 1000;

    private final Proposals proposals;
    private final Rounds rounds;
    private final Parts parts;
    private final Organisations organisations;
    private final Deadlines deadlines;
    private final MoveCase moveCase;
    private final InstantSource clock;

    OpenEvaluation(Proposals proposals, Rounds rounds, Parts parts, Organisations organisations, Deadlines deadlines,
            MoveCase moveCase, InstantSource clock) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.parts = parts;
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.moveCase = moveCase;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.stage() != Stage.EVALUATION) {
            List<Part> all = parts.of(rounds.findById(token.text("roundId")));
            moveCase.to(Stage.EVALUATION, proposal, Note.forAuthor("已转请" + names(all) + "研究。"), Actor.SYSTEM);
        }
        token.set("remindAt", Date.from(deadlines.due(token.campaign(), "EVALUATION", null, clock.instant()).at()));
    }

    private String names(List<Part> all) {
        String lead = organisations.shortName(all.get(0).organisation()) + "（牵头）";
        String assists = all.stream().filter(each -> each.role() == PartRole.ASSIST)
                .map(each -> organisations.shortName(each.organisation())).collect(Collectors.joining("、"));
        return assists.isEmpty() ? lead : Texts.shorten(lead + "和" + assists, LONGEST);
    }
}
