package io.minsheng.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;

/** The cases that an item stands for: those it holds, and for a frozen list those that it held when it was frozen. */
@ApplicationScoped
class CasesOfItem {

    private static final Comparator<Proposal> ORDER = Comparator.comparing(Proposal::receivedAt).thenComparing(Proposal::id);

    private final Proposals proposals;

    CasesOfItem(Proposals proposals) {
        this.proposals = proposals;
    }

    /** In the order of their receipt. */
    List<Proposal> of(CandidateItem item) {
        List<Proposal> cases = new ArrayList<>(proposals.ofItem(item.id()));
        if (!item.formerCases().isEmpty()) {
            cases.addAll(proposals.list("id in ?1", item.formerCases()));
            cases.sort(ORDER);
        }
        return cases;
    }
}
