package io.minsheng.evaluation;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.TellTask;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/**
 * A department asks for more time before its deadline, once (domain: one extension of 10 with a reason and the chief's
 * approval). Who was refused may ask again with better reasons while there is time.
 */
@ApplicationScoped
public class AskExtension {

    private static final LengthRule REASON = LengthRule.reason("reason", "延期理由").needed();

    private final WorkItems items;
    private final Proposals proposals;
    private final RunningParts running;
    private final ExtensionRules rules;
    private final Requests requests;

    AskExtension(WorkItems items, Proposals proposals, RunningParts running, ExtensionRules rules, Requests requests) {
        this.items = items;
        this.proposals = proposals;
        this.running = running;
        this.rules = rules;
        this.requests = requests;
    }

    /**
     * Puts the request before the chief.
     *
     * @param workItem the department's own claimed evaluation task
     * @throws Refusal 400 no reason; 403; 404; 409 not claimed, the campaign allows none, overdue already, asked or
     *         extended already
     */
    @Transactional
    public DueExtension ask(String workItem, String reason, Actor actor) {
        WorkItem item = items.claimedBy(workItem, actor);
        if (!item.queue().equals("EVALUATION")) {
            throw Refusal.conflict("只有评估任务可以申请延期。");
        }
        String clean = REASON.accepted(reason);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        Part part = running.of(proposal, item.organisation()).orElseThrow(() -> Refusal.conflict("这一轮评估已经结束。"));
        rules.whyNot(part, item).ifPresent(why -> {
            throw Refusal.conflict(why);
        });
        return requests.write(proposal, part, item, rules.days(item), clean, actor);
    }

    /** How many working days could be asked for, for pages; 0 when it may not be asked now. */
    @Transactional
    public int mayAsk(WorkItem item, Actor actor) {
        boolean own = item.queue().equals("EVALUATION") && item.open() && !item.frozen() && item.isClaimedBy(actor.username());
        return own && running.of(proposals.byNumber(item.caseNumber()), item.organisation())
                .filter(part -> rules.whyNot(part, item).isEmpty()).isPresent() ? rules.days(item) : 0;
    }

    /** Writes a request down and puts it before the chief. */
    @Singleton
    static class Requests {

        private final DueExtensions extensions;
        private final Organisations organisations;
        private final TellTask tellTask;
        private final RecordOnCase record;
        private final InstantSource clock;

        Requests(DueExtensions extensions, Organisations organisations, TellTask tellTask, RecordOnCase record,
                InstantSource clock) {
            this.extensions = extensions;
            this.organisations = organisations;
            this.tellTask = tellTask;
            this.record = record;
            this.clock = clock;
        }

        DueExtension write(Proposal proposal, Part part, WorkItem item, int days, String reason, Actor actor) {
            DueExtension extension = new DueExtension(part, item, days, reason, actor.username(), clock.instant());
            extensions.persist(extension);
            record.write(proposal, "EXTENSION_ASK", part.organisation(),
                    Note.internal(organisations.shortName(part.organisation()) + "（" + part.role().label() + "）申请延期 " + days
                            + " 个工作日：" + reason),
                    actor);
            tellTask.tell(item, MessageName.EXTENSION_ASKED);
            return extension;
        }
    }
}
