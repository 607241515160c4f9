package io.minsheng.evaluation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** EXTENSION: the chief gives a department more time, or says why not. Nobody approves an own request. */
@Singleton
class JudgeExtension implements Completion<ExtensionForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("APPROVE", Set.of("reason"), "REFUSE", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "理由");

    private final Proposals proposals;
    private final AskedExtension asked;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final InstantSource clock;

    JudgeExtension(Proposals proposals, AskedExtension asked, Organisations organisations, RecordOnCase record,
            InstantSource clock) {
        this.proposals = proposals;
        this.asked = asked;
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return "EXTENSION";
    }

    @Override
    public Class<ExtensionForm> form() {
        return ExtensionForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ExtensionForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        boolean approves = form.outcome().equals("APPROVE");
        String reason = Texts.cleanOrNull((approves ? REASON : REASON.needed()).accepted(form.reason()));
        DueExtension extension = asked.of(item);
        if (extension.askedBy().equals(actor.username())) {
            throw Refusal.forbidden("不能审批自己提出的延期申请。");
        }
        extension.judge(approves ? ExtensionState.APPROVED : ExtensionState.REFUSED, reason, actor.username(),
                clock.instant());
        Proposal proposal = proposals.byNumber(item.caseNumber());
        record.write(proposal, "EXTENSION_" + form.outcome(), item.organisation(),
                Note.internal((approves ? "同意" : "不同意") + organisations.shortName(item.organisation()) + "延期"
                        + (reason == null ? "。" : "：" + reason)),
                actor);
        return Map.of("outcome", form.outcome());
    }
}
