package io.minsheng.intake.mail;

import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** A person decides about a mail. The decision is kept sealed with the mail until the step that carries it out takes it. */
@Singleton
class CompleteReview implements Completion<ReviewForm> {

    private final InboxMessages messages;
    private final OpenMessage open;
    private final CheckDecision check;
    private final Vault vault;
    private final ObjectMapper json;

    CompleteReview(InboxMessages messages, OpenMessage open, CheckDecision check, Vault vault, ObjectMapper json) {
        this.messages = messages;
        this.open = open;
        this.check = check;
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String queue() {
        return "REVIEW";
    }

    @Override
    public Class<ReviewForm> form() {
        return ReviewForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ReviewForm form, Actor actor) {
        InboxMessage message = messages.locked(item.subjectId());
        if (message.state() != InboxState.REVIEW) {
            throw Refusal.conflict("这封邮件已处理。");
        }
        check.check(form, message, open.read(message));
        message.decided(actor.username(), "IGNORE".equals(form.outcome()) ? form.reason() : null);
        try {
            message.keepDecision(json.writeValueAsString(form), vault);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written", e);
        }
        return Map.of("outcome", form.outcome());
    }
}
