package io.minsheng.correspondence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** A person decides about a mail of which nobody knows whether it arrived, or which the server refused. */
@ApplicationScoped
public class DecideMail {

    private static final LengthRule REASON = new LengthRule("reason", "依据", 2, 200);

    private final OutboxMails mails;
    private final RecordOutcome outcome;
    private final Event<Act> acts;
    private final Event<Outbox.Posted> posted;
    private final InstantSource clock;

    DecideMail(OutboxMails mails, RecordOutcome outcome, Event<Act> acts, Event<Outbox.Posted> posted, InstantSource clock) {
        this.mails = mails;
        this.outcome = outcome;
        this.acts = acts;
        this.posted = posted;
        this.clock = clock;
    }

    /** What a person can decide. */
    public enum Decision {
        /** It did arrive. */
        SENT,
        /** It did not: send it again. */
        AGAIN,
        /** It did not and will not by mail: another way is needed. */
        FAILED
    }

    /**
     * Decides.
     *
     * @param reason how the person knows, kept in the audit log
     * @throws Refusal 400, 403, 404, 409 when there is nothing to decide
     */
    @Transactional
    public OutboxMail decide(String id, Decision decision, String reason, Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("只有分类整理人员和科长可以核实外发邮件。");
        }
        check(decision, reason);
        OutboxMail mail = mails.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这封邮件。"));
        mails.hold(mail);
        // a refused answer has gone another way already; only the uncertain ones are open
        if (mail.state() != MailState.UNCERTAIN) {
            throw Refusal.conflict("这封邮件现为“" + mail.state().label() + "”，不需要核实。");
        }
        acts.fire(new Act(actor.username(), "MAIL_" + decision.name(), "MAIL", id, mail.caseNumber(),
                Texts.clean(reason)));
        switch (decision) {
            case SENT -> outcome.markSent(mail);
            case FAILED -> outcome.markFailed(mail, "经人工核实未送达。");
            case AGAIN -> {
                mail.queueAgain(clock.instant(), null);
                posted.fire(new Outbox.Posted(id));
            }
        }
        return mail;
    }

    private static void check(Decision decision, String reason) {
        List<Violation> violations = new ArrayList<>();
        if (decision == null) {
            violations.add(new Violation("decision", "请选择核实结果。"));
        }
        REASON.check(Texts.clean(reason), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
