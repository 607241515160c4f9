package io.minsheng.intake.desk;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.once.OnceOnly;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.Receipt;

/** An entry sent twice, by a second click or a repeated call, makes one case. */
@ApplicationScoped
public class EnterOnce {

    private final EnterProposal enter;
    private final EnterFurther enterFurther;
    private final OnceOnly onceOnly;

    EnterOnce(EnterProposal enter, EnterFurther enterFurther, OnceOnly onceOnly) {
        this.enter = enter;
        this.enterFurther = enterFurther;
        this.onceOnly = onceOnly;
    }

    /**
     * Enters, or gives the receipt that the first entry with the key got.
     *
     * @param key what the caller calls this entry; null if it may not be repeated
     * @param asSent the request as it came, by which a repetition is recognised
     * @throws Refusal as {@link EnterProposal#enter}; 422 key used with another body
     */
    public Receipt enter(String key, Object asSent, DeskEntry entry, List<Scan> scans, Actor by) {
        return once(key, asSent, by, () -> enter.enter(entry, scans, by));
    }

    /**
     * Enters another suggestion of a letter, or gives the receipt that the first entry with the key got.
     *
     * @param caseNumber any case of the letter
     * @throws Refusal as {@link EnterFurther#enter}; 422 key used with another body
     */
    public Receipt further(String key, Object asSent, String caseNumber, NewProposal.Wish wish, Actor by) {
        return once(key, asSent, by, () -> enterFurther.enter(caseNumber, wish, by));
    }

    private Receipt once(String key, Object asSent, Actor by, Supplier<Receipt> act) {
        if (key == null) {
            return act.get();
        }
        if (key.isBlank()) {
            throw Refusal.invalid("Idempotency-Key", "Idempotency-Key 不能为空。");
        }
        // one person's keys are no business of another's
        return onceOnly.perform("desk:" + by.username() + ":" + key, asSent, Receipt.class, act);
    }
}
