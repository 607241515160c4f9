package io.minsheng.intake.desk;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.intake.desk.DeskEntry.Proxy;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Proposal;

/** Writes into the desk's register what has come, and which case has come of it. */
@ApplicationScoped
class KeepArrival {

    private final Arrivals arrivals;
    private final ArrivalCases cases;
    private final Vault vault;
    private final ObjectMapper json;
    private final InstantSource clock;

    KeepArrival(Arrivals arrivals, ArrivalCases cases, Vault vault, ObjectMapper json, InstantSource clock) {
        this.arrivals = arrivals;
        this.cases = cases;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    void keep(Proposal proposal, DeskEntry entry, Actor by) {
        DeskArrival arrival = new DeskArrival(proposal.campaign(), proposal.desk(), entry.arrival(),
                Texts.cleanOrNull(Texts.cleanLine(entry.arrival().envelope())), by.username(), clock.instant());
        arrivals.persist(arrival);
        cases.persist(new ArrivalCase(proposal, arrival, 1, sealed(proposal, CheckProxy.clean(entry.proxy()))));
    }

    /** Another case of the same letter; who handed it in is the same person. */
    void join(Proposal proposal, ArrivalCase first) {
        arrivals.hold(first.arrival());
        int position = (int) cases.count("arrival", first.arrival()) + 1;
        cases.persist(new ArrivalCase(proposal, first.arrival(), position, first.sealedProxy()));
    }

    /** Sealed with the author's key: whoever erases the author erases who spoke for him. */
    private byte[] sealed(Proposal proposal, Proxy proxy) {
        try {
            return proxy == null ? null : vault.seal(proposal.author().wrappedKey(), json.writeValueAsBytes(proxy));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
