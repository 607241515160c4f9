package io.minsheng.worklist;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Account;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Timeline;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.StepBack;
import io.minsheng.workflow.WorkItem;

/**
 * 回避: who should evaluate or decide has an interest and says so; the case goes to another person of the same role and
 * department. Every department on a case reads its time line, so the reason stands in the audit log only.
 */
@ApplicationScoped
public class DeclareInterest {

    private static final LengthRule REASON = new LengthRule("reason", "回避理由", 1, 1000);

    private final StepBack stepBack;
    private final Recusals recusals;
    private final Accounts accounts;
    private final Proposals proposals;
    private final Timeline timeline;
    private final Event<Act> acts;

    DeclareInterest(StepBack stepBack, Recusals recusals, Accounts accounts, Proposals proposals, Timeline timeline,
            Event<Act> acts) {
        this.stepBack = stepBack;
        this.recusals = recusals;
        this.accounts = accounts;
        this.proposals = proposals;
        this.timeline = timeline;
        this.acts = acts;
    }

    /**
     * What came of it.
     *
     * @param others how many people can take the task over; with none an administrator must add somebody
     */
    public record Declared(String caseNumber, long others) {
    }

    /**
     * Takes the person off everything about the task's case or list, for good.
     *
     * @throws Refusal 400 no reason; 403 not theirs to do, or declared already; 404; 409 ended, paused, or about no case or
     *         list
     */
    @Transactional
    public Declared declare(String workItem, String reason, Actor actor) {
        String clean = REASON.accepted(reason);
        WorkItem item = stepBack.from(workItem, clean, actor);
        long others = others(item);
        acts.fire(new Act(actor.username(), "RECUSE", item.subjectType().name(), item.subjectId(), item.caseNumber(),
                item.queue() + " others=" + others + " " + clean));
        if (item.caseNumber() != null) {
            timeline.add(proposals.byNumber(item.caseNumber()), Note.internal(actor.displayName() + "已回避，由其他人办理。"
                    + (others > 0 ? "" : "现在没有其他人可以接办，请管理员增加人员。")), actor);
        }
        return new Declared(item.caseNumber(), others);
    }

    private long others(WorkItem item) {
        Set<String> recused = recusals.of(item.subjectType(), item.subjectId());
        Role role = Role.valueOf(item.candidateRole());
        var active = role == Role.DEPARTMENT ? accounts.list("active = true and organisation = ?1", item.organisation())
                : accounts.list("active = true");
        return active.stream().filter(each -> each.roles().contains(role))
                .map(Account::username).filter(each -> !recused.contains(each)).count();
    }
}
