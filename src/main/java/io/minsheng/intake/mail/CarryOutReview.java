package io.minsheng.intake.mail;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;

/** Carries out the kept decision of a person; the steps of the model {@code review} call it. */
@ApplicationScoped
public class CarryOutReview {

    private final InboxMessages messages;
    private final ActOnMessage act;
    private final Vault vault;
    private final ObjectMapper json;

    CarryOutReview(InboxMessages messages, ActOnMessage act, Vault vault, ObjectMapper json) {
        this.messages = messages;
        this.act = act;
        this.vault = vault;
        this.json = json;
    }

    /** Does nothing when it has been done: steps may come twice. */
    public void carryOut(String messageId) {
        InboxMessage message = messages.byId(messageId);
        if (message.state() != InboxState.REVIEW) {
            return;
        }
        try {
            ReviewForm form = json.readValue(message.takeDecision(vault), ReviewForm.class);
            act.act(message, form, new Actor(message.decidedBy(), message.decidedBy(), Set.of(), null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the decision about message " + messageId + " cannot be read", e);
        }
    }
}
