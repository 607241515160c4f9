package io.minsheng.decision;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/** A list round begins by itself as soon as an item waits and no list is open (domain: several rounds are normal). */
@ApplicationScoped
public class BeginRound {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final Processes processes;

    BeginRound(CandidateLists lists, Candidates candidates, Processes processes) {
        this.lists = lists;
        this.candidates = candidates;
        this.processes = processes;
    }

    /** Tells the campaign's process, if it is time. */
    public void ifNeeded(String campaign) {
        if (lists.openOf(campaign).isEmpty() && !candidates.waiting(campaign).isEmpty()) {
            processes.deliverIfAwaited(MessageName.CANDIDATE_WAITING, campaign, Map.of());
        }
    }
}
