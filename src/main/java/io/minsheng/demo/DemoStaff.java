package io.minsheng.demo;

import jakarta.inject.Singleton;

import io.minsheng.identity.Account;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;

/** The demo's accounts as people who act. */
@Singleton
class DemoStaff {

    private final Accounts accounts;

    DemoStaff(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One of the two colleagues, always the same for a case. */
    Actor triage(Sample sample) {
        return named(sample.number() % 2 == 0 ? "triage" : "triage2");
    }

    Actor chief() {
        return named("chief");
    }

    Actor desk() {
        return named("desk-tangxiang");
    }

    /** The liaison of a department or township. */
    Actor department(String organisation) {
        return named("dept-" + organisation);
    }

    Actor named(String username) {
        return accounts.byUsername(username).map(Account::actor)
                .orElseThrow(() -> new IllegalStateException("no demo account " + username));
    }
}
