package io.minsheng.intake.form;

import jakarta.enterprise.context.ApplicationScoped;

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

    SubmitProposal(RegisterProposal register, OnceOnly onceOnly) {
        this.register = register;
        this.onceOnly = onceOnly;
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
        return onceOnly.perform(key, asSent, Receipt.class, () -> register.register(proposal, Actor.RESIDENT));
    }
}
