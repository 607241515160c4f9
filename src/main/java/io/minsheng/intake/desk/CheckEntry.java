package io.minsheng.intake.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.desk.DeskEntry.Arrival;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.CheckProposal;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;

/** Checks what a clerk has entered and makes of it the suggestion to be registered. */
@ApplicationScoped
public class CheckEntry {

    private final CheckArrival checkArrival;
    private final CheckProposal checkProposal;
    private final InstantSource clock;

    CheckEntry(CheckArrival checkArrival, CheckProposal checkProposal, InstantSource clock) {
        this.checkArrival = checkArrival;
        this.checkProposal = checkProposal;
        this.clock = clock;
    }

    /**
     * Everything that is wrong with it.
     *
     * @throws Refusal 404 no such campaign
     */
    public List<Violation> violations(DeskEntry entry) {
        List<Violation> violations = new ArrayList<>(checkArrival.violations(entry.arrival()));
        violations.addAll(CheckProxy.violations(entry.proxy()));
        // who may stay anonymous depends on the way it came, so without it nothing can be said of that
        checkProposal.violations(proposal(entry, null)).stream()
                .filter(each -> entry.arrival().channel() != null || !each.field().equals("proposer.kind"))
                .forEach(violations::add);
        return violations;
    }

    /** The suggestion, as it is; the register checks it once more. */
    public NewProposal proposal(DeskEntry entry, String desk) {
        Arrival arrival = entry.arrival();
        return new NewProposal(entry.campaign(), entry.wish(), entry.proposer(),
                new Origin(arrival.channel(), receivedAt(arrival.receivedOn()), arrival.receivedOn(), arrival.postmarkedOn(),
                        desk, null, Consent.NOTICE));
    }

    /** What came today came now; of an earlier day only the day is known. */
    private Instant receivedAt(LocalDate receivedOn) {
        Instant now = clock.instant();
        return receivedOn == null || !receivedOn.isBefore(Shanghai.date(now)) ? now : Shanghai.startOf(receivedOn);
    }
}
