package io.minsheng.worklist;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Proposals;
import io.quarkus.qute.TemplateData;

/** The open cases that are urgent, for the chief to see before everything else (domain: the chief is told the same day). */
@ApplicationScoped
public class UrgentCases {

    private static final int MOST = 20;

    private final Proposals proposals;

    UrgentCases(Proposals proposals) {
        this.proposals = proposals;
    }

    /** An urgent case. */
    @TemplateData
    public record Urgent(String caseNumber, String title, String reason, Instant since) {
    }

    /** The newest first, at most twenty; none for others than the chief. */
    @Transactional
    public List<Urgent> of(Actor actor) {
        return !actor.has(Role.CHIEF) ? List.of()
                : proposals.urgent(MOST).stream()
                        .map(each -> new Urgent(each.caseNumber(), each.title(), each.urgentReason(), each.urgentSince()))
                        .toList();
    }
}
