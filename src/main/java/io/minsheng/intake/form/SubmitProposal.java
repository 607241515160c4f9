package io.minsheng.intake.form;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.once.OnceOnly;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;

/** Takes in a suggestion from the public; a double click or a repeated call makes one case. */
@ApplicationScoped
public class SubmitProposal {

    private final RegisterProposal register;
    private final OnceOnly onceOnly;
    private final ObjectMapper json;

    SubmitProposal(RegisterProposal register, OnceOnly onceOnly, ObjectMapper json) {
        this.register = register;
        this.onceOnly = onceOnly;
        this.json = json;
    }

    /**
     * Registers a suggestion.
     *
     * @param key what the caller calls this submission; null if it may not be repeated
     * @param asSent the request as it came, by which a repetition is recognised
     * @throws Refusal 400 fields, 404 no such campaign, 409 call not open, 422 key used with another body
     */
    public Receipt submit(String key, Object asSent, NewProposal proposal) {
        if (key == null) {
            return register.register(proposal, Actor.RESIDENT);
        }
        return read(onceOnly.perform(key, write(asSent), () -> write(register.register(proposal, Actor.RESIDENT))));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Receipt read(String reply) {
        try {
            return json.readValue(reply, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
