package io.minsheng.intake.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.intake.desk.DeskEntry.Arrival;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.CheckProposal;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;

/**
 * Enters a letter, or what somebody said at a desk or on the telephone, into the register; the scans with it or nothing at all.
 */
@ApplicationScoped
public class EnterProposal {

    private final Desks desks;
    private final CheckArrival checkArrival;
    private final CheckProposal checkProposal;
    private final RegisterProposal register;
    private final AddScan addScan;
    private final InstantSource clock;

    EnterProposal(Desks desks, CheckArrival checkArrival, CheckProposal checkProposal, RegisterProposal register,
            AddScan addScan, InstantSource clock) {
        this.desks = desks;
        this.checkArrival = checkArrival;
        this.checkProposal = checkProposal;
        this.register = register;
        this.addScan = addScan;
        this.clock = clock;
    }

    /**
     * Enters.
     *
     * @throws Refusal 400 with all fields that do not pass, 403 another desk, 404 no such campaign, 409 not begun or closed,
     *         too
     *         many scans, 413 and 415 scans
     */
    @Transactional
    public Receipt enter(DeskEntry entry, List<Scan> scans, Actor by) {
        NewProposal proposal = new NewProposal(entry.campaign(), entry.wish(), entry.proposer(), origin(entry.arrival(), by));
        List<Violation> violations = new ArrayList<>(checkArrival.violations(entry.arrival()));
        violations.addAll(checkProposal.violations(proposal));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Receipt receipt = register.register(proposal, by);
        scans.forEach(scan -> addScan.add(receipt.caseNumber(), scan, by));
        return receipt;
    }

    private Origin origin(Arrival arrival, Actor by) {
        return new Origin(arrival.channel(), receivedAt(arrival.receivedOn()), arrival.receivedOn(), arrival.postmarkedOn(),
                desks.of(arrival.desk(), by), null, Consent.NOTICE);
    }

    /** What came today came now; of an earlier day only the day is known. */
    private Instant receivedAt(LocalDate receivedOn) {
        Instant now = clock.instant();
        return receivedOn == null || !receivedOn.isBefore(Shanghai.date(now)) ? now : Shanghai.startOf(receivedOn);
    }
}
